select core.secure('flags.survey_runs', 'select, insert, update');
select core.secure('flags.survey_invitations', 'select, insert, update');
-- What was said stays as it was said: new rows only.
select core.secure('flags.survey_responses', 'select, insert');
