select core.secure('core.attachments');
