select core.secure('core.import_changes');
select core.secure('core.import_cells');
select core.secure('core.import_templates');
