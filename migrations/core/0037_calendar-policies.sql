select core.secure('core.calendar_days');
