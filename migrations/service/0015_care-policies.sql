select core.secure('service.complaints', 'select, insert, update');
select core.secure('service.data_requests', 'select, insert, update');
select core.secure('service.installed_products', 'select, insert, update');
