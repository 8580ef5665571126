select core.secure('flags.busy_times');
select core.secure('flags.sponsor_looks', 'select, insert, update');
