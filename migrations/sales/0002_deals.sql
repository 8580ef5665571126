CREATE TABLE "sales"."deal_tallies" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived" boolean NOT NULL,
	"stage_id" uuid NOT NULL,
	"currency" text,
	"records" integer NOT NULL,
	"minor" bigint NOT NULL,
	CONSTRAINT "deal_tallies_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."deals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"person_id" uuid,
	"amount_minor" bigint,
	"amount_currency" text,
	"category" text DEFAULT '' NOT NULL,
	"started_on" date,
	"closes_on" date,
	"closed_on" date,
	"loss_reason_id" uuid,
	"outcome_note" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"seller" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"own" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text NOT NULL,
	"name_key" text NOT NULL,
	"search" text NOT NULL,
	"grams" text[] NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "deals_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."stage_moves" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"deal_id" uuid NOT NULL,
	"from_stage_id" uuid,
	"to_stage_id" uuid NOT NULL,
	"moved_by" uuid,
	"moved_at" timestamp with time zone NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	CONSTRAINT "stage_moves_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_pipeline_id_pipelines_company_id_id_fk" FOREIGN KEY ("company_id","pipeline_id") REFERENCES "sales"."pipelines"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_stage_id_stages_company_id_id_fk" FOREIGN KEY ("company_id","stage_id") REFERENCES "sales"."stages"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deals" ADD CONSTRAINT "deals_company_id_loss_reason_id_loss_reasons_company_id_id_fk" FOREIGN KEY ("company_id","loss_reason_id") REFERENCES "sales"."loss_reasons"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."stage_moves" ADD CONSTRAINT "stage_moves_company_id_deal_id_deals_company_id_id_fk" FOREIGN KEY ("company_id","deal_id") REFERENCES "sales"."deals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."stage_moves" ADD CONSTRAINT "stage_moves_company_id_to_stage_id_stages_company_id_id_fk" FOREIGN KEY ("company_id","to_stage_id") REFERENCES "sales"."stages"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deals_name" ON "sales"."deals" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "sales"."deals"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "deals_archived" ON "sales"."deals" USING btree ("company_id","sort_name","id") WHERE "sales"."deals"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "deals_updated" ON "sales"."deals" USING btree ("company_id","updated_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deals_created" ON "sales"."deals" USING btree ("company_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deals_closes" ON "sales"."deals" USING btree ("company_id",coalesce("closes_on", '9999-12-31'::date),"id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deals_owner" ON "sales"."deals" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "deals_department" ON "sales"."deals" USING btree ("company_id","department_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "deals_unowned" ON "sales"."deals" USING btree ("company_id","department_id","sort_name","id") WHERE "sales"."deals"."archived_at" is null and "sales"."deals"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "deals_board" ON "sales"."deals" USING btree ("company_id","stage_id","stage_since","id","owner_id","department_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deals_closed" ON "sales"."deals" USING btree ("company_id","closed_on","outcome") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deals_account" ON "sales"."deals" USING btree ("company_id","account_id","id");--> statement-breakpoint
CREATE INDEX "deals_person" ON "sales"."deals" USING btree ("company_id","person_id","id");--> statement-breakpoint
CREATE INDEX "deals_reference" ON "sales"."deals" USING btree ("company_id","reference");--> statement-breakpoint
CREATE INDEX "deals_name_key" ON "sales"."deals" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "deals_grams" ON "sales"."deals" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "deals_search" ON "sales"."deals" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "stage_moves_deal" ON "sales"."stage_moves" USING btree ("company_id","deal_id","moved_at");--> statement-breakpoint
CREATE INDEX "stage_moves_to" ON "sales"."stage_moves" USING btree ("company_id","to_stage_id","moved_at");