select core.secure('core.merges');
select core.secure('core.merge_moves');
select core.secure('core.handovers');
select core.secure('core.handover_items');
