-- What was written down, signed and decided stays: new rows only.
select core.secure('flags.metric_snapshots', 'select, insert');
select core.secure('flags.attestations', 'select, insert');
select core.secure('flags.gate_decisions', 'select, insert');
select core.secure('flags.criteria', 'select, insert, update');
select core.secure('flags.gate_locks', 'select, insert');
select core.secure('flags.override_proposals', 'select, insert, update');
select core.secure('flags.advances', 'select, insert, update');
--> statement-breakpoint
-- No decision passes a gate while what law or security asks for is not proved, whoever writes it.
create function flags.keep_the_law() returns trigger language plpgsql as $$
begin
  if new.outcome = 'go' and exists (
    select from jsonb_array_elements(new.inputs) as input
    where input ->> 'kind' in ('legal', 'security')
      and coalesce((input ->> 'attainment')::float8, 0) < 1)
  then
    raise exception 'Gate % cannot be passed while what law or security asks for is not proved.', new.gate
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_the_law before insert on flags.gate_decisions
  for each row execute function flags.keep_the_law();
--> statement-breakpoint
-- A stage begins behind a decision that leads to it, and in no other way.
create function flags.begin_behind_a_gate() returns trigger language plpgsql as $$
begin
  if old.started_on is null and new.started_on is not null and not exists (
    select from flags.gate_decisions d where d.company_id = new.company_id and d.outcome = 'go'
      and substr(d.gate, 2, 1)::int = substr(new.code, 2)::int - 1)
  then
    raise exception 'Stage % begins only once the gate before it has been passed.', new.code
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger begin_behind_a_gate before update on flags.stages
  for each row execute function flags.begin_behind_a_gate();
