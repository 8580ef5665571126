CREATE TABLE "service"."assignment_rules" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"department_id" uuid,
	"way" text NOT NULL,
	"most_open" integer,
	"last_owner_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assignment_rules_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "assignment_rules_department" UNIQUE NULLS NOT DISTINCT("company_id","department_id")
);
--> statement-breakpoint
ALTER TABLE "service"."assignment_rules" ADD CONSTRAINT "assignment_rules_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."assignment_rules" ADD CONSTRAINT "assignment_rules_company_id_last_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","last_owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;