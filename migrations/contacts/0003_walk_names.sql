DROP INDEX "contacts"."accounts_name";--> statement-breakpoint
DROP INDEX "contacts"."people_name";--> statement-breakpoint
CREATE INDEX "accounts_name" ON "contacts"."accounts" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "people_name" ON "contacts"."people" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "contacts"."people"."archived_at" is null;