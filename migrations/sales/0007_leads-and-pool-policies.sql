select core.secure('sales.leads');
select core.secure('sales.tallies');
select core.make_finder('sales.leads');
select core.make_tally('sales.leads', 'lead');
--> statement-breakpoint
select core.secure('sales.pools');
select core.secure('sales.pool_levels');
select core.secure('sales.pool_entries');
select core.secure('sales.pool_moves', 'select, insert');
select core.secure('sales.pool_warnings', 'select, insert');
