CREATE TABLE "service"."macros" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT 'answer' NOT NULL,
	"state_id" uuid,
	"priority" text,
	"category_id" uuid,
	"tag" text DEFAULT '' NOT NULL,
	"takes" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "macros_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "macros_kind" CHECK ("service"."macros"."kind" in ('answer', 'note'))
);
--> statement-breakpoint
ALTER TABLE "service"."macros" ADD CONSTRAINT "macros_company_id_state_id_states_company_id_id_fk" FOREIGN KEY ("company_id","state_id") REFERENCES "service"."states"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."macros" ADD CONSTRAINT "macros_company_id_category_id_categories_company_id_id_fk" FOREIGN KEY ("company_id","category_id") REFERENCES "service"."categories"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."macros" ADD CONSTRAINT "macros_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."macros" ADD CONSTRAINT "macros_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "macros_name" ON "service"."macros" USING btree ("company_id","name","id");