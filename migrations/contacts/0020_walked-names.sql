DROP INDEX "contacts"."accounts_name";--> statement-breakpoint
DROP INDEX "contacts"."people_name";--> statement-breakpoint
ALTER TABLE "contacts"."accounts" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD COLUMN "search_head" text GENERATED ALWAYS AS (left(search, 300)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "accounts_name" ON "contacts"."accounts" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "people_name" ON "contacts"."people" USING btree ("company_id","sort_name","id","owner_id","department_id","search_head") WHERE "contacts"."people"."archived_at" is null;--> statement-breakpoint
select core.write_finder('contacts.accounts');
select core.write_finder('contacts.people');
