CREATE TABLE "flags"."audiences" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"module" text NOT NULL,
	"kind" text NOT NULL,
	"department_id" uuid,
	"user_id" uuid,
	"role" text,
	"percentage" integer,
	"variant" text DEFAULT 'write' NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "audiences_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "audiences_subject" UNIQUE NULLS NOT DISTINCT("company_id","module","kind","department_id","user_id","role"),
	CONSTRAINT "audiences_kind" CHECK (("flags"."audiences"."kind" = 'department') = ("flags"."audiences"."department_id" is not null)
        and ("flags"."audiences"."kind" = 'person') = ("flags"."audiences"."user_id" is not null)
        and ("flags"."audiences"."kind" = 'role') = ("flags"."audiences"."role" is not null)
        and ("flags"."audiences"."kind" = 'percentage') = ("flags"."audiences"."percentage" is not null)
        and "flags"."audiences"."kind" in ('everyone', 'department', 'person', 'role', 'percentage')),
	CONSTRAINT "audiences_percentage" CHECK ("flags"."audiences"."percentage" between 1 and 100),
	CONSTRAINT "audiences_variant" CHECK ("flags"."audiences"."variant" in ('read', 'write'))
);
--> statement-breakpoint
CREATE TABLE "flags"."changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"module" text NOT NULL,
	"action" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"request_id" text NOT NULL,
	"undoes" uuid,
	CONSTRAINT "changes_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."features" (
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "features_company_id_name_pk" PRIMARY KEY("company_id","name")
);
--> statement-breakpoint
CREATE TABLE "flags"."kills" (
	"company_id" uuid NOT NULL,
	"module" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "kills_company_id_module_pk" PRIMARY KEY("company_id","module")
);
--> statement-breakpoint
CREATE TABLE "flags"."segments" (
	"company_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "segments_company_id_number_pk" PRIMARY KEY("company_id","number")
);
--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD CONSTRAINT "audiences_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD CONSTRAINT "audiences_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD CONSTRAINT "changes_company_id_undoes_changes_company_id_id_fk" FOREIGN KEY ("company_id","undoes") REFERENCES "flags"."changes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_module" ON "flags"."changes" USING btree ("company_id","module","id");