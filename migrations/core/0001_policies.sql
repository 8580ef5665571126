-- The second lock: PostgreSQL itself shows a transaction only the rows of the company it names.
-- An unset or emptied setting is no company at all, so it shows nothing.
create function core.company() returns uuid language sql stable
  as $$ select nullif(current_setting('app.company', true), '')::uuid $$;
--> statement-breakpoint
-- Every table with a company_id goes through here; a test asserts that none was forgotten.
create function core.secure(target regclass, privileges text default 'select, insert, update, delete')
  returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy company on %s to crm_app using (company_id = (select core.company())) with check (company_id = (select core.company()))', target);
  execute format('grant %s on %s to crm_app', privileges, target);
end $$;
--> statement-breakpoint
grant usage on schema core to crm_app, crm_auth, crm_search;
--> statement-breakpoint
select core.secure('core.departments');
select core.secure('core.users');
select core.secure('core.user_roles');
select core.secure('core.role_grants');
select core.secure('core.sessions');
select core.secure('core.one_time_links');
select core.secure('core.audit', 'select, insert');
select core.secure('core.timeline');
select core.secure('core.notes');
select core.secure('core.tags');
select core.secure('core.taggings');
select core.secure('core.events');
select core.secure('core.once_keys');
grant select, insert, update, delete on core.installation to crm_app;
--> statement-breakpoint
-- A company's own row is the one whose id is the company.
alter table core.companies enable row level security;
alter table core.companies force row level security;
create policy company on core.companies to crm_app
  using (id = (select core.company())) with check (id = (select core.company()));
grant select, insert, update on core.companies to crm_app;
--> statement-breakpoint
-- Before sign-in no company is known. These few questions are asked by a role of their own, through
-- functions that answer them and nothing else.
grant select on core.companies, core.users, core.one_time_links to crm_auth;
grant select, update, delete on core.sessions to crm_auth;
create policy sign_in on core.companies for select to crm_auth using (true);
create policy sign_in on core.users for select to crm_auth using (true);
create policy sign_in on core.one_time_links for select to crm_auth using (true);
create policy sign_in on core.sessions to crm_auth using (true) with check (true);
--> statement-breakpoint
create function core.sign_in_candidates(login text)
  returns table (company_id uuid, company_name text, user_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select u.company_id, c.name, u.id, u.password_hash
        from core.users u join core.companies c on c.id = u.company_id
        where (u.email = login or u.phone = login) and u.disabled_at is null
          and u.password_hash is not null
        order by u.id limit 20 $$;
create function core.reset_candidates(login text)
  returns table (company_id uuid, user_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select u.company_id, u.id from core.users u
        where (u.email = login or u.phone = login) and u.disabled_at is null
        order by u.id limit 20 $$;
create function core.session_find(token_hash text)
  returns table (id text, company_id uuid, user_id uuid, created_at timestamptz,
                 last_seen_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select s.id, s.company_id, s.user_id, s.created_at, s.last_seen_at, s.expires_at
        from core.sessions s join core.users u on u.company_id = s.company_id and u.id = s.user_id
        where s.id = token_hash and u.disabled_at is null $$;
create function core.session_extend(token_hash text, until timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$ update core.sessions set expires_at = until, last_seen_at = now() where id = token_hash $$;
create function core.session_end(token_hash text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$ delete from core.sessions where id = token_hash $$;
create function core.sessions_sweep() returns bigint
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$ with gone as (delete from core.sessions where expires_at < now() returning 1)
        select count(*) from gone $$;
create function core.link_find(hash text)
  returns table (company_id uuid, id uuid, user_id uuid, purpose text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select l.company_id, l.id, l.user_id, l.purpose
        from core.one_time_links l join core.users u on u.company_id = l.company_id and u.id = l.user_id
        where l.token_hash = hash and l.used_at is null and l.expires_at > now()
          and u.disabled_at is null $$;
create function core.company_named(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id from core.companies where name = wanted order by id limit 1 $$;
create function core.company_exists() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from core.companies) $$;
create function core.company_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id from core.companies order by id $$;
--> statement-breakpoint
do $$
declare name text;
begin
  execute 'grant create on schema core to crm_auth';
  foreach name in array array['sign_in_candidates(text)', 'reset_candidates(text)',
    'session_find(text)', 'session_extend(text, timestamptz)', 'session_end(text)',
    'sessions_sweep()', 'link_find(text)', 'company_named(text)', 'company_exists()', 'company_ids()']
  loop
    execute format('alter function core.%s owner to crm_auth', name);
    execute format('revoke all on function core.%s from public', name);
    execute format('grant execute on function core.%s to crm_app', name);
  end loop;
  execute 'revoke create on schema core from crm_auth';
end $$;
--> statement-breakpoint
-- A job is queued in the transaction of its cause, and always carries that transaction's company.
create function core.queue(task text, payload jsonb, key text default null, at timestamptz default null)
  returns void language sql security definer set search_path = pg_catalog, pg_temp
  as $$ select graphile_worker.add_job(task,
          (payload || jsonb_build_object('company', nullif(current_setting('app.company', true), '')))::json,
          job_key => key, run_at => at) $$;
revoke all on function core.queue(text, jsonb, text, timestamptz) from public;
grant execute on function core.queue(text, jsonb, text, timestamptz) to crm_app;
