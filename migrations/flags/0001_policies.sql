grant usage on schema flags to crm_app;
select core.secure('flags.features');
select core.secure('flags.segments');
select core.secure('flags.audiences');
select core.secure('flags.kills');
-- What was changed stays written down: new rows only.
select core.secure('flags.changes', 'select, insert');
