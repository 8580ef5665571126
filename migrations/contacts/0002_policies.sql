grant usage on schema contacts to crm_app, crm_search;
select core.secure('contacts.accounts');
select core.secure('contacts.people');
select core.secure('contacts.person_accounts');
select core.secure('contacts.tallies');
select core.secure('contacts.list_columns');
--> statement-breakpoint
-- Under a policy no text operator may use its index (security 2.3), so a role of its own looks up
-- the ids of candidates. It reads these two tables and nothing else.
grant select on contacts.accounts, contacts.people to crm_search;
create policy search on contacts.accounts for select to crm_search using (true);
create policy search on contacts.people for select to crm_search using (true);
--> statement-breakpoint
-- The company comes from the transaction and never from the caller; what comes out is ids alone,
-- which the caller then reads under the policies. Plans are made for the words at hand, since a
-- rare word and a common one need different ones.
--   wanted_grams: all of them are in grams · first, second: one of the two is a part of search
create function contacts.find_accounts(wanted_grams text[], first text, second text, most integer)
  returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select a.id from contacts.accounts a
      where a.company_id = ours and a.grams @> wanted_grams
        and (a.search like first or a.search like second) limit most;
  else
    return query select a.id from contacts.accounts a
      where a.company_id = ours and (a.search like first or a.search like second) limit most;
  end if;
end $$;
create function contacts.find_people(wanted_grams text[], first text, second text, most integer)
  returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select p.id from contacts.people p
      where p.company_id = ours and p.grams @> wanted_grams
        and (p.search like first or p.search like second) limit most;
  else
    return query select p.id from contacts.people p
      where p.company_id = ours and (p.search like first or p.search like second) limit most;
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
--> statement-breakpoint
-- Totals: each statement adds what it changed, so that two people never wait for one counter.
create function contacts.tally() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into contacts.tallies (company_id, id, object, owner_id, department_id, archived, records)
    select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id,
      archived_at is not null, count(*)
    from added group by company_id, owner_id, department_id, archived_at is not null;
  elsif tg_op = 'DELETE' then
    insert into contacts.tallies (company_id, id, object, owner_id, department_id, archived, records)
    select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id,
      archived_at is not null, -count(*)
    from removed group by company_id, owner_id, department_id, archived_at is not null;
  else
    insert into contacts.tallies (company_id, id, object, owner_id, department_id, archived, records)
    select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id, archived, sum(n)
    from (
      select company_id, owner_id, department_id, archived_at is not null as archived, 1 as n from added
      union all
      select company_id, owner_id, department_id, archived_at is not null, -1 from removed
    ) moved
    group by company_id, owner_id, department_id, archived having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger tally_added after insert on contacts.accounts
  referencing new table as added for each statement execute function contacts.tally('account');
create trigger tally_changed after update on contacts.accounts
  referencing old table as removed new table as added
  for each statement execute function contacts.tally('account');
create trigger tally_removed after delete on contacts.accounts
  referencing old table as removed for each statement execute function contacts.tally('account');
create trigger tally_added after insert on contacts.people
  referencing new table as added for each statement execute function contacts.tally('person');
create trigger tally_changed after update on contacts.people
  referencing old table as removed new table as added
  for each statement execute function contacts.tally('person');
create trigger tally_removed after delete on contacts.people
  referencing old table as removed for each statement execute function contacts.tally('person');
