ALTER TABLE "training"."assignments" ADD COLUMN "due_first" date;--> statement-breakpoint
ALTER TABLE "training"."assignments" ADD COLUMN "due_from" date;