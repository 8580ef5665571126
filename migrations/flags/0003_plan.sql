CREATE TABLE "flags"."programmes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sponsor_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"starts_on" date NOT NULL,
	"pilot_form" text,
	"pilot_department_id" uuid,
	"pilot_reason" text,
	"paused_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programmes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "programmes_company" UNIQUE("company_id"),
	CONSTRAINT "programmes_size" CHECK ("flags"."programmes"."size" in (10, 50, 200)),
	CONSTRAINT "programmes_pilot" CHECK ("flags"."programmes"."pilot_form" in ('department', 'part'))
);
--> statement-breakpoint
CREATE TABLE "flags"."stages" (
	"company_id" uuid NOT NULL,
	"code" text NOT NULL,
	"start_first" date NOT NULL,
	"end_first" date,
	"start_plan" date NOT NULL,
	"end_plan" date,
	"started_on" date,
	"ended_on" date,
	"extensions" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stages_company_id_code_pk" PRIMARY KEY("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "flags"."work_items" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stage" text NOT NULL,
	"origin" text NOT NULL,
	"code" text,
	"title" text,
	"note" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"due_first" date NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"done_by" uuid,
	"dropped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_items_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "work_items_named" CHECK ("flags"."work_items"."code" is not null or "flags"."work_items"."title" is not null)
);
--> statement-breakpoint
ALTER TABLE "flags"."programmes" ADD CONSTRAINT "programmes_company_id_sponsor_id_users_company_id_id_fk" FOREIGN KEY ("company_id","sponsor_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."programmes" ADD CONSTRAINT "programmes_company_id_lead_id_users_company_id_id_fk" FOREIGN KEY ("company_id","lead_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."programmes" ADD CONSTRAINT "programmes_company_id_pilot_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","pilot_department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."work_items" ADD CONSTRAINT "work_items_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_items_stage" ON "flags"."work_items" USING btree ("company_id","stage","due_on","id");--> statement-breakpoint
CREATE INDEX "work_items_owner" ON "flags"."work_items" USING btree ("company_id","owner_id","due_on");