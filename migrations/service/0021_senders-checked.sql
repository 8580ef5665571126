ALTER TABLE "service"."mailboxes" ADD COLUMN "checked_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "service"."messages" ADD COLUMN "doubt" text;--> statement-breakpoint
CREATE INDEX "tickets_solved" ON "service"."tickets" USING btree ("company_id","solved_at","id") WHERE "service"."tickets"."archived_at" is null;