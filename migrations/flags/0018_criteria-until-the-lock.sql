-- What a gate asks for is added and removed until it is locked, whoever writes it.
grant delete on flags.criteria to crm_app;
--> statement-breakpoint
create function flags.keep_the_lock() returns trigger language plpgsql as $$
begin
  if exists (
    select from flags.gate_locks l
    where l.company_id = coalesce(new.company_id, old.company_id)
      and l.gate = coalesce(new.gate, old.gate))
  then
    raise exception 'The criteria of gate % are locked.', coalesce(new.gate, old.gate)
      using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger keep_the_lock before insert or delete on flags.criteria
  for each row execute function flags.keep_the_lock();
