DROP INDEX "service"."articles_name";--> statement-breakpoint
DROP INDEX "service"."tickets_name";--> statement-breakpoint
ALTER TABLE "service"."articles" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "articles_name" ON "service"."articles" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_name" ON "service"."tickets" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
select core.write_finder('service.articles');
select core.write_finder('service.tickets');
