CREATE TABLE "sales"."targets" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"measure" text NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"starts_on" date NOT NULL,
	"months" integer NOT NULL,
	"value" bigint NOT NULL,
	"currency" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "targets_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "targets_once" UNIQUE NULLS NOT DISTINCT("company_id","measure","owner_id","department_id","starts_on","months"),
	CONSTRAINT "targets_of_one" CHECK (num_nonnulls("sales"."targets"."owner_id", "sales"."targets"."department_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "sales"."targets" ADD CONSTRAINT "targets_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."targets" ADD CONSTRAINT "targets_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;