CREATE TABLE "service"."clocks" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"target" integer NOT NULL,
	"used" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"warn_at" timestamp with time zone,
	"warned_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	CONSTRAINT "clocks_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "clocks_round" UNIQUE("company_id","ticket_id","kind","round")
);
--> statement-breakpoint
CREATE TABLE "service"."business_hours" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"department_id" uuid,
	"week" text[] NOT NULL,
	"on_holidays" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "business_hours_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "business_hours_department" UNIQUE NULLS NOT DISTINCT("company_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "service"."policies" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"priorities" text[] NOT NULL,
	"levels" text[] NOT NULL,
	"category_ids" uuid[] NOT NULL,
	"first_minutes" integer,
	"next_minutes" integer,
	"solve_minutes" integer,
	"pauses" text[] NOT NULL,
	"warn_percent" integer,
	"escalates" boolean DEFAULT true NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "policies_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "policies_warn" CHECK ("service"."policies"."warn_percent" between 1 and 99)
);
--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD COLUMN "due_at" timestamp with time zone DEFAULT '9999-12-31 00:00:00+00' NOT NULL;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD COLUMN "due_kind" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "service"."clocks" ADD CONSTRAINT "clocks_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."clocks" ADD CONSTRAINT "clocks_company_id_policy_id_policies_company_id_id_fk" FOREIGN KEY ("company_id","policy_id") REFERENCES "service"."policies"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."business_hours" ADD CONSTRAINT "business_hours_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clocks_warn" ON "service"."clocks" USING btree ("company_id","warn_at") WHERE "service"."clocks"."stopped_at" is null and "service"."clocks"."warned_at" is null;--> statement-breakpoint
CREATE INDEX "clocks_due" ON "service"."clocks" USING btree ("company_id","due_at") WHERE "service"."clocks"."stopped_at" is null and "service"."clocks"."escalated_at" is null;--> statement-breakpoint
CREATE INDEX "clocks_started" ON "service"."clocks" USING btree ("company_id","kind","started_at");--> statement-breakpoint
CREATE INDEX "policies_position" ON "service"."policies" USING btree ("company_id","position");--> statement-breakpoint
CREATE INDEX "tickets_due" ON "service"."tickets" USING btree ("company_id","due_at","id") WHERE "service"."tickets"."archived_at" is null;