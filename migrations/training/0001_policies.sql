grant usage on schema training to crm_app, crm_auth;
--> statement-breakpoint
select core.secure('training.courses');
-- What was published stays as it was: learners finish on it, and certificates name it.
select core.secure('training.course_versions', 'select, insert');
select core.secure('training.questions');
select core.secure('training.paths');
select core.secure('training.assignments', 'select, insert, update');
select core.secure('training.progress', 'select, insert, update');
select core.secure('training.learning_events', 'select, insert, delete');
select core.secure('training.attempts', 'select, insert, update');
select core.secure('training.answers', 'select, insert');
select core.secure('training.hand_ins', 'select, insert, update');
select core.secure('training.opinions', 'select, insert');
select core.secure('training.sessions', 'select, insert, update');
select core.secure('training.attendance', 'select, insert, update');
select core.secure('training.completions', 'select, insert, update');
select core.secure('training.rules', 'select, insert, update');
select core.secure('training.settings', 'select, insert, update');
select core.secure('training.exceptions', 'select, insert, update');
--> statement-breakpoint
-- Whoever checks a certificate is signed in nowhere: this one question finds the company that gave it.
grant select on training.completions to crm_auth;
create policy sign_in on training.completions for select to crm_auth using (true);
--> statement-breakpoint
create function training.certificate_company(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select company_id from training.completions where code = wanted order by id limit 1 $$;
--> statement-breakpoint
grant create on schema training to crm_auth;
alter function training.certificate_company(text) owner to crm_auth;
revoke all on function training.certificate_company(text) from public;
grant execute on function training.certificate_company(text) to crm_app;
revoke create on schema training from crm_auth;
