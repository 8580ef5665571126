select core.secure('service.assignment_rules');
