CREATE TABLE "flags"."survey_invitations" (
	"company_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"group" text NOT NULL,
	"department_id" uuid,
	"answered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_invitations_company_id_run_id_user_id_pk" PRIMARY KEY("company_id","run_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "flags"."survey_responses" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"group" text NOT NULL,
	"department_id" uuid,
	"answers" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	CONSTRAINT "survey_responses_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "flags"."survey_runs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"questions_version" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid,
	"closes_on" date NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "survey_runs_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "flags"."survey_invitations" ADD CONSTRAINT "survey_invitations_company_id_run_id_survey_runs_company_id_id_fk" FOREIGN KEY ("company_id","run_id") REFERENCES "flags"."survey_runs"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."survey_invitations" ADD CONSTRAINT "survey_invitations_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."survey_responses" ADD CONSTRAINT "survey_responses_company_id_run_id_survey_runs_company_id_id_fk" FOREIGN KEY ("company_id","run_id") REFERENCES "flags"."survey_runs"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."survey_responses" ADD CONSTRAINT "survey_responses_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_invitations_person" ON "flags"."survey_invitations" USING btree ("company_id","user_id","answered");--> statement-breakpoint
CREATE INDEX "survey_responses_run" ON "flags"."survey_responses" USING btree ("company_id","run_id");--> statement-breakpoint
CREATE INDEX "survey_runs_kind" ON "flags"."survey_runs" USING btree ("company_id","kind","id");