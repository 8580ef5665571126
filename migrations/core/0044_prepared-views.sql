ALTER TABLE "core"."saved_views" ADD COLUMN "for_roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."saved_views" ADD COLUMN "names" jsonb;