DROP INDEX "sales"."contracts_name";--> statement-breakpoint
DROP INDEX "sales"."deals_name";--> statement-breakpoint
DROP INDEX "sales"."leads_name";--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "contracts_name" ON "sales"."contracts" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "sales"."contracts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "deals_name" ON "sales"."deals" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "sales"."deals"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "leads_name" ON "sales"."leads" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "sales"."leads"."archived_at" is null;--> statement-breakpoint
select core.write_finder('sales.contracts');
select core.write_finder('sales.deals');
select core.write_finder('sales.leads');
