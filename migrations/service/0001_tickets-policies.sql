grant usage on schema service to crm_app;
select core.secure('service.states');
select core.secure('service.categories');
select core.secure('service.tickets');
select core.secure('service.messages');
select core.secure('service.state_changes', 'select, insert');
select core.secure('service.tallies');
--> statement-breakpoint
select core.make_finder('service.tickets');
select core.make_tally('service.tickets', 'ticket');
