CREATE TABLE "core"."list_defaults" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"user_id" uuid,
	"role" text,
	"view_id" uuid,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_defaults_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "list_defaults_user" UNIQUE("company_id","list","user_id"),
	CONSTRAINT "list_defaults_role" UNIQUE("company_id","list","role"),
	CONSTRAINT "list_defaults_for_one" CHECK (("core"."list_defaults"."user_id" is null) <> ("core"."list_defaults"."role" is null))
);
--> statement-breakpoint
CREATE TABLE "core"."saved_views" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"params" text NOT NULL,
	"columns" text[],
	"owner_id" uuid NOT NULL,
	"department_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "saved_views_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "saved_views_name" UNIQUE("company_id","list","owner_id","name")
);
--> statement-breakpoint
ALTER TABLE "core"."list_defaults" ADD CONSTRAINT "list_defaults_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."list_defaults" ADD CONSTRAINT "list_defaults_company_id_view_id_saved_views_company_id_id_fk" FOREIGN KEY ("company_id","view_id") REFERENCES "core"."saved_views"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."saved_views" ADD CONSTRAINT "saved_views_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."saved_views" ADD CONSTRAINT "saved_views_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_defaults_view" ON "core"."list_defaults" USING btree ("company_id","view_id");