select core.secure('flags.risks', 'select, insert, update');
select core.secure('flags.vendor_contracts', 'select, insert, update');
select core.secure('flags.clause_checks', 'select, insert, update');
select core.secure('flags.vendor_reviews', 'select, insert, update');
select core.secure('flags.incidents', 'select, insert, update');
-- Whom one told, and when, stays written down: new rows only.
select core.secure('flags.incident_notices', 'select, insert');
select core.secure('flags.change_requests', 'select, insert, update');
