select core.secure('training.help_topics', 'select, insert, update');
select core.secure('training.help_requests', 'select, insert, update');
