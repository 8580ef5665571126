select core.secure('contacts.activities');
select core.secure('contacts.tasks');
