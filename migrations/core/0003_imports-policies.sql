select core.secure('core.imports');
select core.secure('core.import_rejects');
