CREATE TABLE "contacts"."activities" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activities_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."tasks" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text,
	"record_id" uuid,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"created_by" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"reminded_at" timestamp with time zone,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasks_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts"."activities" ADD CONSTRAINT "activities_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."activities" ADD CONSTRAINT "activities_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."tasks" ADD CONSTRAINT "tasks_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."tasks" ADD CONSTRAINT "tasks_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_record" ON "contacts"."activities" USING btree ("company_id","object","record_id","happened_at","id");--> statement-breakpoint
CREATE INDEX "activities_owner" ON "contacts"."activities" USING btree ("company_id","owner_id","happened_at","id") WHERE "contacts"."activities"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_open" ON "contacts"."tasks" USING btree ("company_id","owner_id","due_on","id") WHERE "contacts"."tasks"."done_at" is null and "contacts"."tasks"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_record" ON "contacts"."tasks" USING btree ("company_id","object","record_id","due_on") WHERE "contacts"."tasks"."done_at" is null and "contacts"."tasks"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_due" ON "contacts"."tasks" USING btree ("company_id","due_on","id") WHERE "contacts"."tasks"."done_at" is null and "contacts"."tasks"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tasks_done" ON "contacts"."tasks" USING btree ("company_id","owner_id","done_at","id") WHERE "contacts"."tasks"."done_at" is not null and "contacts"."tasks"."archived_at" is null;