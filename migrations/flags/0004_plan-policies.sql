select core.secure('flags.programmes', 'select, insert, update');
select core.secure('flags.stages', 'select, insert, update');
select core.secure('flags.work_items', 'select, insert, update');
