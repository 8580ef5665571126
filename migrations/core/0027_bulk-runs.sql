CREATE TABLE "core"."bulk_items" (
	"company_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"record_id" uuid NOT NULL,
	"refused" text,
	CONSTRAINT "bulk_items_company_id_run_id_place_pk" PRIMARY KEY("company_id","run_id","place")
);
--> statement-breakpoint
CREATE TABLE "core"."bulk_runs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"order" jsonb NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "bulk_runs_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "core"."bulk_items" ADD CONSTRAINT "bulk_items_company_id_run_id_bulk_runs_company_id_id_fk" FOREIGN KEY ("company_id","run_id") REFERENCES "core"."bulk_runs"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."bulk_runs" ADD CONSTRAINT "bulk_runs_company_id_started_by_users_company_id_id_fk" FOREIGN KEY ("company_id","started_by") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_runs_finished" ON "core"."bulk_runs" USING btree ("company_id","finished_at");