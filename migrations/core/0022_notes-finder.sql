-- Under the policies no text operator may use its index, so a role of its own looks notes up; their
-- records are then read as everybody's are.
grant select on core.notes to crm_search;
create policy search on core.notes for select to crm_search using (true);
--> statement-breakpoint
create function core.find_notes(wanted_object text, wanted_grams text[], part text, most integer)
  returns table (id uuid)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare ours uuid := core.company();
begin
  if cardinality(wanted_grams) > 0 then
    return query select n.id from core.notes n
      where n.company_id = ours and n.object = wanted_object and n.archived_at is null
        and n.grams @> wanted_grams and n.search like part limit most;
  else
    return query select n.id from core.notes n
      where n.company_id = ours and n.object = wanted_object and n.archived_at is null
        and n.search like part limit most;
  end if;
end $$;
--> statement-breakpoint
do $$
begin
  execute 'grant create on schema core to crm_search';
  execute 'alter function core.find_notes(text, text[], text, integer) owner to crm_search';
  execute 'revoke all on function core.find_notes(text, text[], text, integer) from public';
  execute 'grant execute on function core.find_notes(text, text[], text, integer) to crm_app';
  execute 'revoke create on schema core from crm_search';
end $$;
