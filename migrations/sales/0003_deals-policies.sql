select core.secure('sales.deals');
select core.secure('sales.stage_moves');
select core.secure('sales.deal_tallies');
--> statement-breakpoint
-- Candidates are looked up by a role of its own, as those of contacts are (security 2.3).
grant usage on schema sales to crm_search;
grant select on sales.deals to crm_search;
create policy search on sales.deals for select to crm_search using (true);
create function sales.find_deals(wanted_grams text[], first text, second text, most integer)
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
    from (select d.search from sales.deals d where d.company_id = ours
      order by d.id limit 200) few;
  if common then
    return query select d.id, d.sort_name, d.owner_id, d.department_id, d.archived_at
      from (select * from sales.deals d where d.company_id = ours order by d.id offset 0) d
      where d.grams @> wanted_grams
        and (d.search like first or d.search like second) limit most;
  elsif cardinality(wanted_grams) > 0 then
    return query select d.id, d.sort_name, d.owner_id, d.department_id, d.archived_at
      from sales.deals d where d.company_id = ours and d.grams @> wanted_grams
        and (d.search like first or d.search like second) limit most;
  else
    return query select d.id, d.sort_name, d.owner_id, d.department_id, d.archived_at
      from sales.deals d where d.company_id = ours
        and (d.search like first or d.search like second) limit most;
  end if;
end $$;
--> statement-breakpoint
grant create on schema sales to crm_search;
alter function sales.find_deals(text[], text, text, integer) owner to crm_search;
revoke all on function sales.find_deals(text[], text, text, integer) from public;
grant execute on function sales.find_deals(text[], text, text, integer) to crm_app;
revoke create on schema sales from crm_search;
--> statement-breakpoint
-- Each statement adds what it changed, so that two people never wait for one counter.
create function sales.tally_deals() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into sales.deal_tallies (company_id, id, object, owner_id, department_id, archived,
      stage_id, currency, records, minor)
    select company_id, gen_random_uuid(), 'deal', owner_id, department_id, archived_at is not null,
      stage_id, amount_currency, count(*), coalesce(sum(amount_minor), 0)
    from added
    group by company_id, owner_id, department_id, archived_at is not null, stage_id, amount_currency;
  elsif tg_op = 'DELETE' then
    insert into sales.deal_tallies (company_id, id, object, owner_id, department_id, archived,
      stage_id, currency, records, minor)
    select company_id, gen_random_uuid(), 'deal', owner_id, department_id, archived_at is not null,
      stage_id, amount_currency, -count(*), -coalesce(sum(amount_minor), 0)
    from removed
    group by company_id, owner_id, department_id, archived_at is not null, stage_id, amount_currency;
  else
    insert into sales.deal_tallies (company_id, id, object, owner_id, department_id, archived,
      stage_id, currency, records, minor)
    select company_id, gen_random_uuid(), 'deal', owner_id, department_id, archived, stage_id,
      currency, sum(n), sum(n * minor)
    from (
      select company_id, owner_id, department_id, archived_at is not null as archived, stage_id,
        amount_currency as currency, coalesce(amount_minor, 0) as minor, 1 as n from added
      union all
      select company_id, owner_id, department_id, archived_at is not null, stage_id,
        amount_currency, coalesce(amount_minor, 0), -1 from removed
    ) moved
    group by company_id, owner_id, department_id, archived, stage_id, currency
    having sum(n) <> 0 or sum(n * minor) <> 0;
  end if;
  return null;
end $$;
create trigger tally_added after insert on sales.deals
  referencing new table as added for each statement execute function sales.tally_deals();
create trigger tally_changed after update on sales.deals
  referencing old table as removed new table as added
  for each statement execute function sales.tally_deals();
create trigger tally_removed after delete on sales.deals
  referencing old table as removed for each statement execute function sales.tally_deals();
