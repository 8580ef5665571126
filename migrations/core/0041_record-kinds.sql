-- What a kind of record needs in the database, once for all modules (core/records/README.md).
--
-- Under a policy no text operator may use its index (decision 0006), so the role crm_search looks up
-- the candidates of a search: `find_<table>` beside the table. The company comes from the transaction
-- and never from the caller, who narrows what comes out. Plans are made for the words at hand. Of a
-- word that many hold, the lists of its parts are nearly as long as the table: two hundred rows are
-- asked first, and then rows are read until enough are found.
--   wanted_grams: all of them are in grams · first, second: one of the two is a part of search
create function core.make_finder(target regclass) returns void language plpgsql as $make$
declare
  place text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = target);
  finder text := format('%I.%I', place,
    'find_' || (select c.relname from pg_class c where c.oid = target));
  signature text := finder || '(text[], text, text, integer)';
begin
  execute format('grant usage on schema %I to crm_search', place);
  execute format('grant select on %s to crm_search', target);
  execute format('create policy search on %s for select to crm_search using (true)', target);
  execute format($sql$
    create function %1$s(wanted_grams text[], first text, second text, most integer)
      returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
      language plpgsql stable security definer
      set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    as $find$
    declare
      ours uuid := core.company();
      common boolean;
    begin
      select count(*) >= 100 and 4 * count(*) filter (where few.search like first or few.search like second)
          >= count(*) into common
        from (select r.search from %2$s r where r.company_id = ours order by r.id limit 200) few;
      if common then
        return query select r.id, r.sort_name, r.owner_id, r.department_id, r.archived_at
          from (select * from %2$s r where r.company_id = ours order by r.id offset 0) r
          where r.grams @> wanted_grams
            and (r.search like first or r.search like second) limit most;
      elsif cardinality(wanted_grams) > 0 then
        return query select r.id, r.sort_name, r.owner_id, r.department_id, r.archived_at
          from %2$s r where r.company_id = ours and r.grams @> wanted_grams
            and (r.search like first or r.search like second) limit most;
      else
        return query select r.id, r.sort_name, r.owner_id, r.department_id, r.archived_at
          from %2$s r where r.company_id = ours
            and (r.search like first or r.search like second) limit most;
      end if;
    end $find$ $sql$, finder, target);
  execute format('grant create on schema %I to crm_search', place);
  execute format('alter function %s owner to crm_search', signature);
  execute format('revoke all on function %s from public', signature);
  execute format('grant execute on function %s to crm_app', signature);
  execute format('revoke create on schema %I from crm_search', place);
end $make$;
--> statement-breakpoint
-- Totals: each statement adds what it changed to the module's table `tallies`, so that two people never
-- wait for one counter. `called` is what the sums call the records.
create function core.make_tally(target regclass, called text) returns void language plpgsql as $make$
declare
  place text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = target);
begin
  execute format($sql$
    create or replace function %1$I.tally() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp
    as $tally$
    begin
      if tg_op = 'INSERT' then
        insert into %1$I.tallies (company_id, id, object, owner_id, department_id, archived, records)
        select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id,
          archived_at is not null, count(*)
        from added group by company_id, owner_id, department_id, archived_at is not null;
      elsif tg_op = 'DELETE' then
        insert into %1$I.tallies (company_id, id, object, owner_id, department_id, archived, records)
        select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id,
          archived_at is not null, -count(*)
        from removed group by company_id, owner_id, department_id, archived_at is not null;
      else
        insert into %1$I.tallies (company_id, id, object, owner_id, department_id, archived, records)
        select company_id, gen_random_uuid(), tg_argv[0], owner_id, department_id, archived, sum(n)
        from (
          select company_id, owner_id, department_id, archived_at is not null as archived, 1 as n from added
          union all
          select company_id, owner_id, department_id, archived_at is not null, -1 from removed
        ) moved
        group by company_id, owner_id, department_id, archived having sum(n) <> 0;
      end if;
      return null;
    end $tally$ $sql$, place);
  execute format('create trigger tally_added after insert on %s referencing new table as added
    for each statement execute function %I.tally(%L)', target, place, called);
  execute format('create trigger tally_changed after update on %s
    referencing old table as removed new table as added
    for each statement execute function %I.tally(%L)', target, place, called);
  execute format('create trigger tally_removed after delete on %s referencing old table as removed
    for each statement execute function %I.tally(%L)', target, place, called);
end $make$;
--> statement-breakpoint
revoke all on function core.make_finder(regclass), core.make_tally(regclass, text) from public;
