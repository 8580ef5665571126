select core.secure('service.mailboxes');
select core.secure('service.mails');
select core.secure('service.outgoing_mails');
select core.secure('service.web_forms');
select core.secure('service.form_entries', 'select, insert');
select core.secure('service.notice_rules');
select core.secure('service.closing_notices');
--> statement-breakpoint
-- Whose form stands at an address, for who has not signed in anywhere.
grant select on service.web_forms to crm_auth;
create policy sign_in on service.web_forms for select to crm_auth using (true);
create function service.form_company(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select company_id from service.web_forms where key = wanted order by id limit 1 $$;
--> statement-breakpoint
grant create on schema service to crm_auth;
alter function service.form_company(text) owner to crm_auth;
revoke all on function service.form_company(text) from public;
grant execute on function service.form_company(text) to crm_app;
revoke create on schema service from crm_auth;
