-- Under the policies no text operator may use its index, so a role of its own looks follow-ups up;
-- the records they are about are then read as everybody's are.
grant select on contacts.activities to crm_search;
create policy search on contacts.activities for select to crm_search using (true);
--> statement-breakpoint
create function contacts.find_activities(wanted_object text, wanted_grams text[], part text, most integer)
  returns table (id uuid)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select a.id from contacts.activities a
      where a.company_id = ours and a.object = wanted_object and a.archived_at is null
        and a.grams @> wanted_grams and a.search like part limit most;
  else
    return query select a.id from contacts.activities a
      where a.company_id = ours and a.object = wanted_object and a.archived_at is null
        and a.search like part limit most;
  end if;
end $$;
--> statement-breakpoint
do $$
begin
  execute 'grant create on schema contacts to crm_search';
  execute 'alter function contacts.find_activities(text, text[], text, integer) owner to crm_search';
  execute 'revoke all on function contacts.find_activities(text, text[], text, integer) from public';
  execute 'grant execute on function contacts.find_activities(text, text[], text, integer) to crm_app';
  execute 'revoke create on schema contacts from crm_search';
end $$;
