-- Of a word that many hold, the lists of its parts are nearly as long as the table: putting them
-- together costs more than reading rows until enough are found, and statistics tell it of few words
-- beforehand. So two hundred rows are asked first. What comes out is still narrowed by the caller.
create or replace function contacts.find_accounts(wanted_grams text[], first text, second text, most integer)
  returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
  ours uuid := core.company();
  common boolean;
begin
  select count(*) >= 100 and 4 * count(*) filter (where few.search like first or few.search like second)
      >= count(*) into common
    from (select a.search from contacts.accounts a where a.company_id = ours
      order by a.id limit 200) few;
  if common then
    return query select a.id, a.sort_name, a.owner_id, a.department_id, a.archived_at
      from (select * from contacts.accounts a where a.company_id = ours order by a.id offset 0) a
      where a.grams @> wanted_grams
        and (a.search like first or a.search like second) limit most;
  elsif cardinality(wanted_grams) > 0 then
    return query select a.id, a.sort_name, a.owner_id, a.department_id, a.archived_at
      from contacts.accounts a where a.company_id = ours and a.grams @> wanted_grams
        and (a.search like first or a.search like second) limit most;
  else
    return query select a.id, a.sort_name, a.owner_id, a.department_id, a.archived_at
      from contacts.accounts a where a.company_id = ours
        and (a.search like first or a.search like second) limit most;
  end if;
end $$;
create or replace function contacts.find_people(wanted_grams text[], first text, second text, most integer)
  returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
  ours uuid := core.company();
  common boolean;
begin
  select count(*) >= 100 and 4 * count(*) filter (where few.search like first or few.search like second)
      >= count(*) into common
    from (select p.search from contacts.people p where p.company_id = ours
      order by p.id limit 200) few;
  if common then
    return query select p.id, p.sort_name, p.owner_id, p.department_id, p.archived_at
      from (select * from contacts.people p where p.company_id = ours order by p.id offset 0) p
      where p.grams @> wanted_grams
        and (p.search like first or p.search like second) limit most;
  elsif cardinality(wanted_grams) > 0 then
    return query select p.id, p.sort_name, p.owner_id, p.department_id, p.archived_at
      from contacts.people p where p.company_id = ours and p.grams @> wanted_grams
        and (p.search like first or p.search like second) limit most;
  else
    return query select p.id, p.sort_name, p.owner_id, p.department_id, p.archived_at
      from contacts.people p where p.company_id = ours
        and (p.search like first or p.search like second) limit most;
  end if;
end $$;
