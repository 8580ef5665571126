-- A field is put away, never deleted: values of it stay in the rows.
select core.secure('core.own_fields', 'select, insert, update');
select core.secure('core.own_entries');
