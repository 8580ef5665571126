CREATE TABLE "flags"."busy_times" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "busy_times_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "busy_times_order" CHECK ("flags"."busy_times"."ends_on" >= "flags"."busy_times"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "flags"."sponsor_looks" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"looked_on" date NOT NULL,
	CONSTRAINT "sponsor_looks_company_id_user_id_pk" PRIMARY KEY("company_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "flags"."feedback" DROP CONSTRAINT "feedback_kind";--> statement-breakpoint
ALTER TABLE "flags"."cost_lines" ADD COLUMN "contract_id" uuid;--> statement-breakpoint
ALTER TABLE "flags"."sponsor_looks" ADD CONSTRAINT "sponsor_looks_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."cost_lines" ADD CONSTRAINT "cost_lines_company_id_contract_id_vendor_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "flags"."vendor_contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cost_lines_contract" ON "flags"."cost_lines" USING btree ("company_id","contract_id");--> statement-breakpoint
ALTER TABLE "flags"."feedback" ADD CONSTRAINT "feedback_kind" CHECK ("flags"."feedback"."kind" in ('blocks', 'idea', 'complaint'));