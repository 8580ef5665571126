CREATE TABLE "contacts"."accounts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"credit_code" text,
	"stock_code" text DEFAULT '' NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"phone_e164" text,
	"email" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"domain" text,
	"address" text DEFAULT '' NOT NULL,
	"founded_year" integer,
	"listed_on" date,
	"employees" integer,
	"revenue_minor" bigint,
	"revenue_currency" text,
	"about" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
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
	CONSTRAINT "accounts_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."list_columns" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"list" text NOT NULL,
	"columns" text[] NOT NULL,
	CONSTRAINT "list_columns_company_id_user_id_list_pk" PRIMARY KEY("company_id","user_id","list")
);
--> statement-breakpoint
CREATE TABLE "contacts"."people" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"mobile_e164" text,
	"phone" text DEFAULT '' NOT NULL,
	"phone_e164" text,
	"email" text DEFAULT '' NOT NULL,
	"email_key" text,
	"wechat" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
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
	CONSTRAINT "people_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."person_accounts" (
	"company_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"primary_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_accounts_company_id_person_id_account_id_pk" PRIMARY KEY("company_id","person_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."tallies" (
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
ALTER TABLE "contacts"."accounts" ADD CONSTRAINT "accounts_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."accounts" ADD CONSTRAINT "accounts_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."accounts" ADD CONSTRAINT "accounts_company_id_parent_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","parent_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."list_columns" ADD CONSTRAINT "list_columns_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD CONSTRAINT "people_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD CONSTRAINT "people_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."person_accounts" ADD CONSTRAINT "person_accounts_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."person_accounts" ADD CONSTRAINT "person_accounts_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_name" ON "contacts"."accounts" USING btree ("company_id","sort_name","id") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_archived" ON "contacts"."accounts" USING btree ("company_id","sort_name","id") WHERE "contacts"."accounts"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "contacts"."accounts" USING btree ("company_id","owner_id");--> statement-breakpoint
CREATE INDEX "accounts_department" ON "contacts"."accounts" USING btree ("company_id","department_id");--> statement-breakpoint
CREATE INDEX "accounts_name_key" ON "contacts"."accounts" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "accounts_grams" ON "contacts"."accounts" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "accounts_search" ON "contacts"."accounts" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "accounts_industry" ON "contacts"."accounts" USING btree ("company_id","industry","id") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_region" ON "contacts"."accounts" USING btree ("company_id","region","id") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_updated" ON "contacts"."accounts" USING btree ("company_id","updated_at","id") WHERE "contacts"."accounts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_credit_code" ON "contacts"."accounts" USING btree ("company_id","credit_code");--> statement-breakpoint
CREATE INDEX "accounts_parent" ON "contacts"."accounts" USING btree ("company_id","parent_id");--> statement-breakpoint
CREATE INDEX "people_name" ON "contacts"."people" USING btree ("company_id","sort_name","id") WHERE "contacts"."people"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "people_archived" ON "contacts"."people" USING btree ("company_id","sort_name","id") WHERE "contacts"."people"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "people_owner" ON "contacts"."people" USING btree ("company_id","owner_id");--> statement-breakpoint
CREATE INDEX "people_department" ON "contacts"."people" USING btree ("company_id","department_id");--> statement-breakpoint
CREATE INDEX "people_name_key" ON "contacts"."people" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "people_grams" ON "contacts"."people" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "people_search" ON "contacts"."people" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "people_updated" ON "contacts"."people" USING btree ("company_id","updated_at","id") WHERE "contacts"."people"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "people_email" ON "contacts"."people" USING btree ("company_id","email_key");--> statement-breakpoint
CREATE INDEX "people_mobile" ON "contacts"."people" USING btree ("company_id","mobile_e164");--> statement-breakpoint
CREATE INDEX "people_phone" ON "contacts"."people" USING btree ("company_id","phone_e164");--> statement-breakpoint
CREATE INDEX "person_accounts_account" ON "contacts"."person_accounts" USING btree ("company_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_accounts_primary" ON "contacts"."person_accounts" USING btree ("company_id","person_id") WHERE "contacts"."person_accounts"."primary_since" is not null;