select core.secure('contacts.duplicate_settings');
