-- What people chose moves to core, where the lists of every module keep it. The owner is bound by the
-- policies too, and they know of no company here.
alter table contacts.list_columns no force row level security;--> statement-breakpoint
alter table core.list_columns no force row level security;--> statement-breakpoint
insert into core.list_columns (company_id, user_id, object, columns)
  select company_id, user_id, 'contacts.' || case list when 'people' then 'person' else 'account' end, columns
  from contacts.list_columns;--> statement-breakpoint
alter table core.list_columns force row level security;--> statement-breakpoint
drop table contacts.list_columns;
