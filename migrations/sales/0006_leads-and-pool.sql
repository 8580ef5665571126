CREATE TABLE "sales"."leads" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"person" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"mobile_e164" text,
	"phone" text DEFAULT '' NOT NULL,
	"phone_e164" text,
	"email" text DEFAULT '' NOT NULL,
	"email_key" text,
	"wechat" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"domain" text,
	"company_key" text NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"converted_at" timestamp with time zone,
	"converted_by" uuid,
	"account_id" uuid,
	"person_id" uuid,
	"deal_id" uuid,
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
	CONSTRAINT "leads_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "leads_status" CHECK ("sales"."leads"."status" in ('new', 'working', 'unfit'))
);
--> statement-breakpoint
CREATE TABLE "sales"."tallies" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived" boolean NOT NULL,
	"records" integer NOT NULL,
	CONSTRAINT "tallies_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."pool_entries" (
	"company_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"former_owner_id" uuid,
	CONSTRAINT "pool_entries_company_id_object_record_id_pk" PRIMARY KEY("company_id","object","record_id")
);
--> statement-breakpoint
CREATE TABLE "sales"."pool_levels" (
	"company_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"level" text NOT NULL,
	"follow_days" integer,
	"deal_days" integer,
	CONSTRAINT "pool_levels_company_id_pool_id_level_pk" PRIMARY KEY("company_id","pool_id","level")
);
--> statement-breakpoint
CREATE TABLE "sales"."pool_moves" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"owner_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "pool_moves_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."pool_warnings" (
	"company_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "pool_warnings_company_id_object_record_id_due_on_pk" PRIMARY KEY("company_id","object","record_id","due_on")
);
--> statement-breakpoint
CREATE TABLE "sales"."pools" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"department_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"follow_days" integer,
	"deal_days" integer,
	"warn_days" integer DEFAULT 3 NOT NULL,
	"working_days" boolean DEFAULT false NOT NULL,
	"daily_limit" integer,
	"cooldown_days" integer,
	"delay_days" integer,
	"person_cap" integer,
	"department_cap" integer,
	"hidden" text[] NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pools_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD CONSTRAINT "leads_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD CONSTRAINT "leads_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD CONSTRAINT "leads_company_id_deal_id_deals_company_id_id_fk" FOREIGN KEY ("company_id","deal_id") REFERENCES "sales"."deals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD CONSTRAINT "leads_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."leads" ADD CONSTRAINT "leads_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pool_entries" ADD CONSTRAINT "pool_entries_company_id_pool_id_pools_company_id_id_fk" FOREIGN KEY ("company_id","pool_id") REFERENCES "sales"."pools"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pool_entries" ADD CONSTRAINT "pool_entries_company_id_former_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","former_owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pool_levels" ADD CONSTRAINT "pool_levels_company_id_pool_id_pools_company_id_id_fk" FOREIGN KEY ("company_id","pool_id") REFERENCES "sales"."pools"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pool_moves" ADD CONSTRAINT "pool_moves_company_id_pool_id_pools_company_id_id_fk" FOREIGN KEY ("company_id","pool_id") REFERENCES "sales"."pools"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pools" ADD CONSTRAINT "pools_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."pools" ADD CONSTRAINT "pools_company_id_place_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","place_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_name" ON "sales"."leads" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "sales"."leads"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "leads_archived" ON "sales"."leads" USING btree ("company_id","sort_name","id") WHERE "sales"."leads"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "leads_updated" ON "sales"."leads" USING btree ("company_id","updated_at","id") WHERE "sales"."leads"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "leads_created" ON "sales"."leads" USING btree ("company_id","created_at","id") WHERE "sales"."leads"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "leads_owner" ON "sales"."leads" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "leads_department" ON "sales"."leads" USING btree ("company_id","department_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "leads_unowned" ON "sales"."leads" USING btree ("company_id","department_id","sort_name","id") WHERE "sales"."leads"."archived_at" is null and "sales"."leads"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "leads_name_key" ON "sales"."leads" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "leads_grams" ON "sales"."leads" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "leads_search" ON "sales"."leads" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "leads_status" ON "sales"."leads" USING btree ("company_id","status","id") WHERE "sales"."leads"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "leads_company_key" ON "sales"."leads" USING btree ("company_id","company_key");--> statement-breakpoint
CREATE INDEX "leads_email" ON "sales"."leads" USING btree ("company_id","email_key");--> statement-breakpoint
CREATE INDEX "leads_mobile" ON "sales"."leads" USING btree ("company_id","mobile_e164");--> statement-breakpoint
CREATE INDEX "leads_phone" ON "sales"."leads" USING btree ("company_id","phone_e164");--> statement-breakpoint
CREATE INDEX "leads_account" ON "sales"."leads" USING btree ("company_id","account_id");--> statement-breakpoint
CREATE INDEX "leads_person" ON "sales"."leads" USING btree ("company_id","person_id");--> statement-breakpoint
CREATE INDEX "pool_entries_pool" ON "sales"."pool_entries" USING btree ("company_id","pool_id","object","since","record_id");--> statement-breakpoint
CREATE INDEX "pool_moves_owner" ON "sales"."pool_moves" USING btree ("company_id","owner_id","deed","at");--> statement-breakpoint
CREATE INDEX "pool_moves_record" ON "sales"."pool_moves" USING btree ("company_id","object","record_id","at");