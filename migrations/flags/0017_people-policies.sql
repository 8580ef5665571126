select core.secure('flags.team_members', 'select, insert, update');
-- What was signed, read or written down stays: new rows only.
select core.secure('flags.charters', 'select, insert');
select core.secure('flags.charter_signatures', 'select, insert');
select core.secure('flags.announcements', 'select, insert, update');
select core.secure('flags.announcement_receipts', 'select, insert');
select core.secure('flags.feedback', 'select, insert, update');
