select core.secure('sales.targets');
