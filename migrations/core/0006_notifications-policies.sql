select core.secure('core.notifications');
