CREATE TABLE "core"."quality_samples" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"drawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"drawn_by" uuid,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"verdicts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "quality_samples_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE INDEX "quality_samples_drawn" ON "core"."quality_samples" USING btree ("company_id","object","drawn_at","id");--> statement-breakpoint
CREATE INDEX "quality_samples_record" ON "core"."quality_samples" USING btree ("company_id","record_id");