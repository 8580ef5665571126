CREATE TABLE "core"."quality_snapshots" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"records" integer NOT NULL,
	"shares" jsonb NOT NULL,
	CONSTRAINT "quality_snapshots_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "core"."quality_worst" (
	"company_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"burden" integer NOT NULL,
	"faults" text[] NOT NULL,
	CONSTRAINT "quality_worst_company_id_object_record_id_pk" PRIMARY KEY("company_id","object","record_id")
);
--> statement-breakpoint
CREATE INDEX "quality_snapshots_object" ON "core"."quality_snapshots" USING btree ("company_id","object","taken_at");--> statement-breakpoint
CREATE INDEX "quality_worst_burden" ON "core"."quality_worst" USING btree ("company_id","object","burden","record_id");