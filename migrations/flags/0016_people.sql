CREATE TABLE "flags"."announcements" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"department_id" uuid,
	"sign_off" boolean NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "announcements_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "announcements_kind" CHECK ("flags"."announcements"."kind" in ('idea', 'rule'))
);
--> statement-breakpoint
CREATE TABLE "flags"."announcement_receipts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"announcement_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "announcement_receipts_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."feedback" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"module" text NOT NULL,
	"page" text NOT NULL,
	"text" text NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" uuid,
	"answer" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "feedback_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "feedback_kind" CHECK ("flags"."feedback"."kind" in ('blocks', 'idea'))
);
--> statement-breakpoint
CREATE TABLE "flags"."charter_signatures" (
	"company_id" uuid NOT NULL,
	"charter_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "charter_signatures_company_id_charter_id_user_id_pk" PRIMARY KEY("company_id","charter_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "flags"."charters" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "charters_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."team_members" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"user_id" uuid NOT NULL,
	"hours_per_week" integer,
	"note" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "team_members_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "team_members_role_known" CHECK ("flags"."team_members"."role" in ('sponsor', 'lead', 'sales', 'customer', 'user', 'analyst', 'product'))
);
--> statement-breakpoint
ALTER TABLE "flags"."announcements" ADD CONSTRAINT "announcements_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."announcement_receipts" ADD CONSTRAINT "announcement_receipts_company_id_announcement_id_announcements_company_id_id_fk" FOREIGN KEY ("company_id","announcement_id") REFERENCES "flags"."announcements"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."announcement_receipts" ADD CONSTRAINT "announcement_receipts_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."feedback" ADD CONSTRAINT "feedback_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."charter_signatures" ADD CONSTRAINT "charter_signatures_company_id_charter_id_charters_company_id_id_fk" FOREIGN KEY ("company_id","charter_id") REFERENCES "flags"."charters"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."charter_signatures" ADD CONSTRAINT "charter_signatures_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."team_members" ADD CONSTRAINT "team_members_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_receipts_of" ON "flags"."announcement_receipts" USING btree ("company_id","announcement_id");--> statement-breakpoint
CREATE INDEX "feedback_open" ON "flags"."feedback" USING btree ("company_id","settled_at","created_at");--> statement-breakpoint
CREATE INDEX "team_members_role" ON "flags"."team_members" USING btree ("company_id","role");