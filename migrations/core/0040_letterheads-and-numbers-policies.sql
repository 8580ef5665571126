select core.secure('core.letterheads');
select core.secure('core.number_ranges');
select core.secure('core.number_counters');
