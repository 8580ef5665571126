-- Tickets are found by the Chinese words of who asks too, those that are there already as well. The
-- owner is bound by the policies too, and they know of no company here.
alter table service.tickets no force row level security;--> statement-breakpoint
update service.tickets set grams = (
  select array_agg(distinct gram) from unnest(grams || core.han_grams(from_name)) gram)
where cardinality(core.han_grams(from_name)) > 0;--> statement-breakpoint
alter table service.tickets force row level security;
