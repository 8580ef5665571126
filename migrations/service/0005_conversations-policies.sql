select core.secure('service.drafts');
select core.secure('service.message_files', 'select, insert');
select core.secure('service.ticket_links', 'select, insert, delete');
select core.secure('service.checkpoints');
