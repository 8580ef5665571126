select core.secure('service.macros', 'select, insert, update');
