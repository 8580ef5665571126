DROP INDEX "sales"."contracts_owner";--> statement-breakpoint
DROP INDEX "sales"."contracts_department";--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD COLUMN "sort_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD COLUMN "name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD COLUMN "grams" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- What is there already is found and sorted by its name as it stands until somebody saves it again. The
-- owner is bound by the policies too, and they know of no company here.
ALTER TABLE "sales"."contracts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "sales"."contracts" SET "sort_name" = lower("name"), "name_key" = lower("name"), "grams" = (
	SELECT coalesce(array_agg(DISTINCT substr(lower("name"), at, long)), '{}')
	FROM generate_series(1, length("name")) at, generate_series(1, 2) long
	WHERE substr("name", at, long) ~ ('^[㐀-鿿]{' || long || '}$'));--> statement-breakpoint
ALTER TABLE "sales"."contracts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ALTER COLUMN "sort_name" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ALTER COLUMN "name_key" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ALTER COLUMN "grams" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "contracts_name" ON "sales"."contracts" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "sales"."contracts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "contracts_archived" ON "sales"."contracts" USING btree ("company_id","sort_name","id") WHERE "sales"."contracts"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "contracts_updated" ON "sales"."contracts" USING btree ("company_id","updated_at","id") WHERE "sales"."contracts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "contracts_created" ON "sales"."contracts" USING btree ("company_id","created_at","id") WHERE "sales"."contracts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "contracts_unowned" ON "sales"."contracts" USING btree ("company_id","department_id","sort_name","id") WHERE "sales"."contracts"."archived_at" is null and "sales"."contracts"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "contracts_name_key" ON "sales"."contracts" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "contracts_grams" ON "sales"."contracts" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "contracts_search" ON "sales"."contracts" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "contracts_owner" ON "sales"."contracts" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "contracts_department" ON "sales"."contracts" USING btree ("company_id","department_id","sort_name","id");