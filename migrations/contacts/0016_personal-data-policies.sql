select core.secure('contacts.dates');
select core.secure('contacts.relation_kinds');
select core.secure('contacts.relations');
