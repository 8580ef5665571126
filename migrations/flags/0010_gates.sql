CREATE TABLE "flags"."attestations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"metric" text NOT NULL,
	"department_id" uuid,
	"value" double precision,
	"n" integer,
	"held_on" date NOT NULL,
	"valid_until" date,
	"document" text NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attestations_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."metric_snapshots" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"metric" text NOT NULL,
	"department_id" uuid,
	"week" date NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"value" double precision,
	"n" integer,
	"parts" jsonb,
	"formula_version" integer NOT NULL,
	CONSTRAINT "metric_snapshots_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "metric_snapshots_week" UNIQUE NULLS NOT DISTINCT("company_id","metric","department_id","week")
);
--> statement-breakpoint
CREATE TABLE "flags"."advances" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"gate" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"planned_by" uuid NOT NULL,
	"planned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"decision_id" uuid,
	"note" text,
	CONSTRAINT "advances_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."criteria" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"gate" text NOT NULL,
	"metric" text NOT NULL,
	"place" text NOT NULL,
	"floor" double precision NOT NULL,
	"target" double precision NOT NULL,
	"weight" integer NOT NULL,
	"critical" boolean NOT NULL,
	"hard" boolean NOT NULL,
	"min_n" integer,
	"late_at" timestamp with time zone,
	"late_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "criteria_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "criteria_metric" UNIQUE("company_id","gate","metric","place"),
	CONSTRAINT "criteria_place" CHECK ("flags"."criteria"."place" in ('company', 'departments', 'pilot')),
	CONSTRAINT "criteria_weight" CHECK ("flags"."criteria"."weight" between 0 and 100),
	CONSTRAINT "criteria_late" CHECK (("flags"."criteria"."late_at" is null) = ("flags"."criteria"."late_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "flags"."gate_decisions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"gate" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"inputs" jsonb NOT NULL,
	"score" double precision,
	"suggested" text NOT NULL,
	"outcome" text NOT NULL,
	"override" boolean NOT NULL,
	"strictness" text NOT NULL,
	"reason" text NOT NULL,
	"expires_on" date,
	"compensation" text,
	"dissent" text DEFAULT '' NOT NULL,
	"recheck_on" date,
	"decided_by" uuid,
	"second_by" uuid,
	"actions" uuid[] NOT NULL,
	CONSTRAINT "gate_decisions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "gate_decisions_outcome" CHECK ("flags"."gate_decisions"."outcome" in ('go', 'conditional', 'redesign', 'stop')),
	CONSTRAINT "gate_decisions_override" CHECK (not "flags"."gate_decisions"."override" or "flags"."gate_decisions"."strictness" = 'simple'
        or (char_length("flags"."gate_decisions"."reason") >= 50 and "flags"."gate_decisions"."expires_on" is not null
          and "flags"."gate_decisions"."compensation" is not null)),
	CONSTRAINT "gate_decisions_second" CHECK (not "flags"."gate_decisions"."override" or "flags"."gate_decisions"."strictness" <> 'strict'
        or ("flags"."gate_decisions"."second_by" is not null and "flags"."gate_decisions"."second_by" is distinct from "flags"."gate_decisions"."decided_by"))
);
--> statement-breakpoint
CREATE TABLE "flags"."gate_locks" (
	"company_id" uuid NOT NULL,
	"gate" text NOT NULL,
	"locked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"locked_by" uuid,
	CONSTRAINT "gate_locks_company_id_gate_pk" PRIMARY KEY("company_id","gate")
);
--> statement-breakpoint
CREATE TABLE "flags"."override_proposals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"gate" text NOT NULL,
	"reason" text NOT NULL,
	"expires_on" date NOT NULL,
	"compensation" text NOT NULL,
	"dissent" text DEFAULT '' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"decision_id" uuid,
	CONSTRAINT "override_proposals_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "flags"."attestations" ADD CONSTRAINT "attestations_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."metric_snapshots" ADD CONSTRAINT "metric_snapshots_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."advances" ADD CONSTRAINT "advances_company_id_decision_id_gate_decisions_company_id_id_fk" FOREIGN KEY ("company_id","decision_id") REFERENCES "flags"."gate_decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."override_proposals" ADD CONSTRAINT "override_proposals_company_id_decision_id_gate_decisions_company_id_id_fk" FOREIGN KEY ("company_id","decision_id") REFERENCES "flags"."gate_decisions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestations_metric" ON "flags"."attestations" USING btree ("company_id","metric","id");--> statement-breakpoint
CREATE INDEX "advances_due" ON "flags"."advances" USING btree ("company_id","closed_at","due_at");--> statement-breakpoint
CREATE INDEX "gate_decisions_gate" ON "flags"."gate_decisions" USING btree ("company_id","gate","id");