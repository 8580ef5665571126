select core.secure('contacts.activity_comments');
