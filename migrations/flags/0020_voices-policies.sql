-- What somebody said of a week may be said again within it.
select core.secure('flags.adoption_elsewhere', 'select, insert, update');
select core.secure('flags.lessons', 'select, insert, update');
select core.secure('flags.work_dependencies', 'select, insert, delete');
