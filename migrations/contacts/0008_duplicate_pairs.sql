CREATE TABLE "contacts"."duplicate_pairs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"run_id" uuid NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dismissed_at" timestamp with time zone,
	"dismissed_by" uuid,
	CONSTRAINT "duplicate_pairs_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "duplicate_pairs_records" UNIQUE("company_id","object","first_id","second_id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."duplicate_runs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task" text NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"pairs" jsonb,
	"started_by" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "duplicate_runs_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE INDEX "duplicate_pairs_second" ON "contacts"."duplicate_pairs" USING btree ("company_id","object","second_id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_score" ON "contacts"."duplicate_pairs" USING btree ("company_id","object","score","id") WHERE "contacts"."duplicate_pairs"."dismissed_at" is null;--> statement-breakpoint
CREATE INDEX "duplicate_runs_task" ON "contacts"."duplicate_runs" USING btree ("company_id","task","started_at");