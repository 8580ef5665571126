select core.make_finder('sales.contracts');
--> statement-breakpoint
-- Those that are there already are counted once; what comes and goes from now on, the triggers add.
alter table sales.contracts no force row level security;
alter table sales.tallies no force row level security;
insert into sales.tallies (company_id, id, object, owner_id, department_id, archived, records)
  select company_id, gen_random_uuid(), 'contract', owner_id, department_id, archived_at is not null, count(*)
  from sales.contracts group by company_id, owner_id, department_id, archived_at is not null;
alter table sales.tallies force row level security;
alter table sales.contracts force row level security;
--> statement-breakpoint
select core.make_tally('sales.contracts', 'contract');
