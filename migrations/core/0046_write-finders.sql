-- How the candidates of a search are looked up, written anew for all kinds of records (decision 0052).
-- As before the role crm_search looks up, of the company of the transaction, and whoever calls narrows
-- what comes out. A word that many of two hundred rows hold is met by reading rows until enough are
-- found. Every other one is asked of an index, by a query written for it; only by one that makes a list
-- of places first, since of the parts of a word statistics tell nothing.
--   wanted_grams: all of them are in grams
--   windows, others: parts of first and of second that the index of threes can be asked for
--   first, second: one of the two is a part of search, as LIKE patterns
--   begins: or the name begins with it; grams leave out what stands at the head of a name alone
create function core.rarest(parts text[], few text[], most integer) returns text[]
  language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
  places bigint[] := '{}';
  ranked bigint[];
  candidate bigint;
begin
  if cardinality(parts) <= most + 1 then
    return parts;
  end if;
  ranked := array(select place from unnest(parts) with ordinality p (part, place)
    order by (select count(*) from unnest(few) text where text like part), place);
  foreach candidate in array ranked loop
    exit when cardinality(places) = most;
    if not places && array[candidate - 1, candidate + 1] then
      places := places || candidate;
    end if;
  end loop;
  foreach candidate in array ranked loop
    exit when cardinality(places) = most;
    if candidate <> all(places) then
      places := places || candidate;
    end if;
  end loop;
  return array(select parts[place] from unnest(places) place);
end $$;
--> statement-breakpoint
create function core.write_finder(target regclass) returns void language plpgsql as $make$
declare
  place text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = target);
  finder text := format('%I.%I', place,
    'find_' || (select c.relname from pg_class c where c.oid = target));
  signature text := finder || '(text[], text[], text[], text, text, text, integer)';
begin
  execute format('drop function if exists %s(text[], text, text, integer)', finder);
  execute format($sql$
    create or replace function %1$s(wanted_grams text[], windows text[], others text[],
        first text, second text, begins text, most integer)
      returns table (id uuid, sort_name text, owner_id uuid, department_id uuid, archived_at timestamptz)
      language plpgsql stable security definer
      set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
      set enable_seqscan = off set enable_indexscan = on
    as $find$
    declare
      ours uuid := core.company();
      common boolean;
      few text[];
      narrowed text;
    begin
      few := array(select r.search from %2$s r where r.company_id = ours order by r.id limit 200);
      common := (select count(*) >= 100 and 4 * count(*) filter (where text like first or text like second)
        >= count(*) from unnest(few) text);
      if common then
        return query select r.id, r.sort_name, r.owner_id, r.department_id, r.archived_at
          from (select * from %2$s r where r.company_id = ours order by r.id offset 0) r
          where (r.grams @> wanted_grams or starts_with(r.name_key, begins))
            and (r.search like first or r.search like second) limit most;
        return;
      end if;
      select string_agg('(' || asked || ')', ' or ') into narrowed from (
        select string_agg(format('r.search like %%L', part), ' and ') from unnest(core.rarest(windows, few, 4)) part
        union all
        select string_agg(format('r.search like %%L', part), ' and ') from unnest(core.rarest(others, few, 4)) part)
        forms (asked);
      narrowed := concat_ws(' and ', case when cardinality(wanted_grams) > 0 then 'r.grams @> $2' end,
        '(' || narrowed || ')');
      if begins is not null then
        narrowed := narrowed || ' or r.name_key >= $5 and r.name_key < $5 || chr(1114111)';
      end if;
      perform set_config('enable_indexscan', 'off', true);
      return query execute format($query$
        select r.id, r.sort_name, r.owner_id, r.department_id, r.archived_at from %2$s r
        where r.company_id = $1 and (%%s)
          and coalesce(r.search like $3 or r.search like $4, false) limit $6
      $query$, narrowed) using ours, wanted_grams, first, second, begins, most;
    end $find$ $sql$, finder, target);
  execute format('grant create on schema %I to crm_search', place);
  execute format('alter function %s owner to crm_search', signature);
  execute format('revoke all on function %s from public', signature);
  execute format('grant execute on function %s to crm_app', signature);
  execute format('revoke create on schema %I from crm_search', place);
end $make$;
create or replace function core.make_finder(target regclass) returns void language plpgsql as $make$
declare
  place text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = target);
begin
  execute format('grant usage on schema %I to crm_search', place);
  execute format('grant select on %s to crm_search', target);
  execute format('create policy search on %s for select to crm_search using (true)', target);
  perform core.write_finder(target);
end $make$;
revoke all on function core.write_finder(regclass) from public;
revoke all on function core.rarest(text[], text[], integer) from public;
grant execute on function core.rarest(text[], text[], integer) to crm_search;
