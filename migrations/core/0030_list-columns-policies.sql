select core.secure('core.list_columns');
