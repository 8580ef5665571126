-- The look-ups bring along what a list of names is narrowed and sorted by, so that thousands of
-- hits are not read a second time to show fifty of them. What comes out is still narrowed by the
-- caller to what its reader may see.
drop function contacts.find_accounts(text[], text, text, integer);
drop function contacts.find_people(text[], text, text, integer);
--> statement-breakpoint
create function contacts.find_accounts(wanted_grams text[], first text, second text, most integer)
  returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select a.id, a.sort_name, a.owner_id, a.department_id, a.archived_at
      from contacts.accounts a where a.company_id = ours and a.grams @> wanted_grams
        and (a.search like first or a.search like second) limit most;
  else
    return query select a.id, a.sort_name, a.owner_id, a.department_id, a.archived_at
      from contacts.accounts a where a.company_id = ours
        and (a.search like first or a.search like second) limit most;
  end if;
end $$;
create function contacts.find_people(wanted_grams text[], first text, second text, most integer)
  returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select p.id, p.sort_name, p.owner_id, p.department_id, p.archived_at
      from contacts.people p where p.company_id = ours and p.grams @> wanted_grams
        and (p.search like first or p.search like second) limit most;
  else
    return query select p.id, p.sort_name, p.owner_id, p.department_id, p.archived_at
      from contacts.people p where p.company_id = ours
        and (p.search like first or p.search like second) limit most;
  end if;
end $$;
--> statement-breakpoint
do $$
declare name text;
begin
  execute 'grant create on schema contacts to crm_search';
  foreach name in array array['find_accounts', 'find_people'] loop
    execute format('alter function contacts.%s(text[], text, text, integer) owner to crm_search', name);
    execute format('revoke all on function contacts.%s(text[], text, text, integer) from public', name);
    execute format('grant execute on function contacts.%s(text[], text, text, integer) to crm_app', name);
  end loop;
  execute 'revoke create on schema contacts from crm_search';
end $$;
