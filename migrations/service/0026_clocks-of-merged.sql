-- Tickets that were merged away before kept their clocks, as if their promises were others than those
-- of the ticket they went into. That one is reckoned anew each night.
alter table service.clocks no force row level security;
alter table service.ticket_links no force row level security;
--> statement-breakpoint
delete from service.clocks c using service.ticket_links l
  where l.company_id = c.company_id and l.from_id = c.ticket_id and l.kind = 'merged';
--> statement-breakpoint
alter table service.ticket_links force row level security;
alter table service.clocks force row level security;
