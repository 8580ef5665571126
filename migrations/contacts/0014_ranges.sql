DROP INDEX "contacts"."accounts_owner";--> statement-breakpoint
DROP INDEX "contacts"."accounts_department";--> statement-breakpoint
DROP INDEX "contacts"."people_owner";--> statement-breakpoint
DROP INDEX "contacts"."people_department";--> statement-breakpoint
CREATE INDEX "accounts_unowned" ON "contacts"."accounts" USING btree ("company_id","department_id","sort_name","id") WHERE "contacts"."accounts"."archived_at" is null and "contacts"."accounts"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "people_unowned" ON "contacts"."people" USING btree ("company_id","department_id","sort_name","id") WHERE "contacts"."people"."archived_at" is null and "contacts"."people"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "contacts"."accounts" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "accounts_department" ON "contacts"."accounts" USING btree ("company_id","department_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "people_owner" ON "contacts"."people" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "people_department" ON "contacts"."people" USING btree ("company_id","department_id","sort_name","id");