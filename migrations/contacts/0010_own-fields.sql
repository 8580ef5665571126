ALTER TABLE "contacts"."accounts" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD COLUMN "own" jsonb DEFAULT '{}'::jsonb NOT NULL;