select core.secure('core.saved_views');
select core.secure('core.list_defaults');
