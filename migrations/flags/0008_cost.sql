CREATE TABLE "flags"."cost_actuals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"month" date NOT NULL,
	"amount" bigint NOT NULL,
	"hours" numeric,
	"rate" bigint,
	"document" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cost_actuals_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."cost_headcounts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_month" integer NOT NULL,
	"users" integer NOT NULL,
	"adopters_percent" integer,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cost_headcounts_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."cost_lines" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"offer_id" uuid,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"low" bigint,
	"likely" bigint NOT NULL,
	"high" bigint,
	"committed" bigint,
	"from_month" integer NOT NULL,
	"to_month" integer,
	"in_quote" boolean NOT NULL,
	"nature" text NOT NULL,
	"subcategory" text,
	"module" text,
	"stage" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cost_lines_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "cost_lines_category" CHECK ("flags"."cost_lines"."category" in ('acquisition', 'staff', 'coordination', 'maintenance')),
	CONSTRAINT "cost_lines_kind" CHECK ("flags"."cost_lines"."kind" in ('one_off', 'recurring', 'usage')),
	CONSTRAINT "cost_lines_nature" CHECK ("flags"."cost_lines"."nature" in ('licence', 'work', 'exit'))
);
--> statement-breakpoint
CREATE TABLE "flags"."cost_offers" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"chosen_at" timestamp with time zone,
	"chosen_by" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cost_offers_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."cost_plans" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"currency" text NOT NULL,
	"starts_on" date NOT NULL,
	"horizon_months" integer DEFAULT 36 NOT NULL,
	"loaded_rate" bigint,
	"discount_percent" integer,
	"change_percent" integer DEFAULT 10 NOT NULL,
	"dip_people" integer,
	"dip_percent" integer,
	"dip_weeks" integer,
	"weekly_cost" bigint,
	"envelope" bigint,
	"envelope_by" uuid,
	"envelope_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cost_plans_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "cost_plans_one" UNIQUE("company_id"),
	CONSTRAINT "cost_plans_horizon" CHECK ("flags"."cost_plans"."horizon_months" between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "flags"."cost_actuals" ADD CONSTRAINT "cost_actuals_company_id_line_id_cost_lines_company_id_id_fk" FOREIGN KEY ("company_id","line_id") REFERENCES "flags"."cost_lines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."cost_lines" ADD CONSTRAINT "cost_lines_company_id_offer_id_cost_offers_company_id_id_fk" FOREIGN KEY ("company_id","offer_id") REFERENCES "flags"."cost_offers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cost_actuals_line" ON "flags"."cost_actuals" USING btree ("company_id","line_id","month");--> statement-breakpoint
CREATE INDEX "cost_actuals_month" ON "flags"."cost_actuals" USING btree ("company_id","month","id");--> statement-breakpoint
CREATE INDEX "cost_headcounts_month" ON "flags"."cost_headcounts" USING btree ("company_id","from_month");