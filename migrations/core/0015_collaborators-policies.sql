select core.secure('core.collaborators');
