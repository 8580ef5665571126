CREATE TABLE "training"."help_requests" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"department_id" uuid,
	"path" text NOT NULL,
	"question" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "help_requests_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "training"."help_topics" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text,
	"place" text NOT NULL,
	"field" text,
	"name" text NOT NULL,
	"titles" jsonb NOT NULL,
	"bodies" jsonb NOT NULL,
	"owner_id" uuid,
	"review_due_on" date NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "help_topics_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "help_topics_code" UNIQUE("company_id","code")
);
--> statement-breakpoint
ALTER TABLE "training"."help_requests" ADD CONSTRAINT "help_requests_company_id_asked_by_users_company_id_id_fk" FOREIGN KEY ("company_id","asked_by") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."help_requests" ADD CONSTRAINT "help_requests_company_id_answered_by_users_company_id_id_fk" FOREIGN KEY ("company_id","answered_by") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."help_requests" ADD CONSTRAINT "help_requests_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."help_topics" ADD CONSTRAINT "help_topics_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_requests_open" ON "training"."help_requests" USING btree ("company_id","department_id","answered_at","id");--> statement-breakpoint
CREATE INDEX "help_requests_own" ON "training"."help_requests" USING btree ("company_id","asked_by","id");--> statement-breakpoint
CREATE INDEX "help_topics_owner" ON "training"."help_topics" USING btree ("company_id","owner_id");