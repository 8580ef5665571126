select core.secure('service.ratings');
select core.secure('service.rating_rules', 'select, insert, update');
--> statement-breakpoint
-- Whoever brings a link is signed in nowhere: this one question finds the company that sent it.
grant usage on schema service to crm_auth;
grant select on service.ratings to crm_auth;
create policy sign_in on service.ratings for select to crm_auth using (true);
--> statement-breakpoint
create function service.rating_company(wanted_hash text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select company_id from service.ratings
    where token_hash = wanted_hash and expires_at > now() limit 1 $$;
--> statement-breakpoint
grant create on schema service to crm_auth;
alter function service.rating_company(text) owner to crm_auth;
revoke all on function service.rating_company(text) from public;
grant execute on function service.rating_company(text) to crm_app;
revoke create on schema service from crm_auth;
