select core.secure('training.tours', 'select, insert, update');
-- What was published stays as it was: figures of its steps are compared between versions.
select core.secure('training.tour_versions', 'select, insert');
select core.secure('training.tour_offers', 'select, insert, update');
