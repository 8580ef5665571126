ALTER TABLE "training"."help_topics" ADD COLUMN "proposed" jsonb;--> statement-breakpoint
ALTER TABLE "training"."help_topics" ADD COLUMN "proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "training"."help_topics" ADD COLUMN "published_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "training"."progress" ADD COLUMN "way" text;