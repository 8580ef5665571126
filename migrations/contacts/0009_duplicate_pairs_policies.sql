select core.secure('contacts.duplicate_pairs');
select core.secure('contacts.duplicate_runs');
