select core.secure('core.absences', 'select, insert, update');
