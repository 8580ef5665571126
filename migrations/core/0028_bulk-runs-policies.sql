select core.secure('core.bulk_runs');
select core.secure('core.bulk_items');
