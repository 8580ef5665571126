select core.secure('flags.cost_plans', 'select, insert, update');
select core.secure('flags.cost_headcounts', 'select, insert, update');
select core.secure('flags.cost_offers', 'select, insert, update');
select core.secure('flags.cost_lines', 'select, insert, update');
select core.secure('flags.cost_actuals', 'select, insert, update');
