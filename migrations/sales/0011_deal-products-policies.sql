select core.secure('sales.deal_lines');
