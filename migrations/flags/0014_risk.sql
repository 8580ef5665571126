CREATE TABLE "flags"."change_requests" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"need" text NOT NULL,
	"benefit" text,
	"asked_by" uuid,
	"module" text,
	"stage" text NOT NULL,
	"effort_hours" integer,
	"cost" bigint NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"over_budget" boolean DEFAULT false NOT NULL,
	"displaced_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "change_requests_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "change_requests_state" CHECK ("flags"."change_requests"."state" in ('asked', 'approved', 'declined', 'displaced'))
);
--> statement-breakpoint
CREATE TABLE "flags"."risks" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text,
	"title" text,
	"cause" text,
	"effect" text,
	"response" text,
	"category" text NOT NULL,
	"p" integer NOT NULL,
	"i" integer NOT NULL,
	"p_res" integer,
	"i_res" integer,
	"owner_id" uuid,
	"due_on" date,
	"review_on" date,
	"state" text NOT NULL,
	"trigger" text,
	"fired_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "risks_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "risks_code" UNIQUE("company_id","code"),
	CONSTRAINT "risks_state_known" CHECK ("flags"."risks"."state" in ('watched', 'open', 'closed')),
	CONSTRAINT "risks_scale" CHECK ("flags"."risks"."p" between 1 and 5 and "flags"."risks"."i" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "flags"."clause_checks" (
	"company_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"item" text NOT NULL,
	"state" text NOT NULL,
	"clause" text,
	"page" text,
	"note" text,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clause_checks_company_id_contract_id_item_pk" PRIMARY KEY("company_id","contract_id","item"),
	CONSTRAINT "clause_checks_state" CHECK ("flags"."clause_checks"."state" in ('agreed', 'partly', 'missing', 'n_a'))
);
--> statement-breakpoint
CREATE TABLE "flags"."incident_notices" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"note" text NOT NULL,
	CONSTRAINT "incident_notices_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."incidents" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"detected_at" timestamp with time zone NOT NULL,
	"vendor_aware_at" timestamp with time zone,
	"contract_id" uuid,
	"personal_data" boolean NOT NULL,
	"serious" boolean NOT NULL,
	"european" boolean NOT NULL,
	"people" integer,
	"actions" text,
	"closed_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incidents_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."vendor_contracts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor" text NOT NULL,
	"role" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"notice_days" integer NOT NULL,
	"renewal" text NOT NULL,
	"personal_data" boolean NOT NULL,
	"data_location" text,
	"sla" text,
	"incident_hours" integer DEFAULT 4 NOT NULL,
	"attested_until" date,
	"exit_tested_on" date,
	"document" text,
	"owner_id" uuid,
	"alarmed_for" date,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendor_contracts_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "vendor_contracts_hours" CHECK ("flags"."vendor_contracts"."incident_hours" between 1 and 720)
);
--> statement-breakpoint
CREATE TABLE "flags"."vendor_reviews" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"sla_met" boolean NOT NULL,
	"invoices_fit" boolean NOT NULL,
	"subprocessors_changed" boolean NOT NULL,
	"price_changed" boolean NOT NULL,
	"location_changed" boolean NOT NULL,
	"evidence" text,
	"note" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendor_reviews_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "flags"."change_requests" ADD CONSTRAINT "change_requests_company_id_asked_by_users_company_id_id_fk" FOREIGN KEY ("company_id","asked_by") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."risks" ADD CONSTRAINT "risks_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."clause_checks" ADD CONSTRAINT "clause_checks_company_id_contract_id_vendor_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "flags"."vendor_contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."incident_notices" ADD CONSTRAINT "incident_notices_company_id_incident_id_incidents_company_id_id_fk" FOREIGN KEY ("company_id","incident_id") REFERENCES "flags"."incidents"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."incidents" ADD CONSTRAINT "incidents_company_id_contract_id_vendor_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "flags"."vendor_contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."vendor_reviews" ADD CONSTRAINT "vendor_reviews_company_id_contract_id_vendor_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "flags"."vendor_contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_requests_stage" ON "flags"."change_requests" USING btree ("company_id","stage","state");--> statement-breakpoint
CREATE INDEX "risks_state" ON "flags"."risks" USING btree ("company_id","state");--> statement-breakpoint
CREATE INDEX "incident_notices_incident" ON "flags"."incident_notices" USING btree ("company_id","incident_id");--> statement-breakpoint
CREATE INDEX "incidents_detected" ON "flags"."incidents" USING btree ("company_id","detected_at");--> statement-breakpoint
CREATE INDEX "vendor_contracts_end" ON "flags"."vendor_contracts" USING btree ("company_id","ends_on");--> statement-breakpoint
CREATE INDEX "vendor_reviews_contract" ON "flags"."vendor_reviews" USING btree ("company_id","contract_id","held_on");