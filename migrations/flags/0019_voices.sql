CREATE TABLE "flags"."adoption_elsewhere" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"week" date NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_elsewhere_company_id_user_id_week_pk" PRIMARY KEY("company_id","user_id","week"),
	CONSTRAINT "adoption_elsewhere_answer" CHECK ("flags"."adoption_elsewhere"."answer" in ('none', 'some', 'most'))
);
--> statement-breakpoint
CREATE TABLE "flags"."lessons" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"owner_id" uuid,
	"work_item_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lessons_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "lessons_kind" CHECK ("flags"."lessons"."kind" in ('well', 'badly', 'change'))
);
--> statement-breakpoint
CREATE TABLE "flags"."work_dependencies" (
	"company_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"waits_for" uuid NOT NULL,
	CONSTRAINT "work_dependencies_company_id_item_id_waits_for_pk" PRIMARY KEY("company_id","item_id","waits_for"),
	CONSTRAINT "work_dependencies_itself" CHECK ("flags"."work_dependencies"."item_id" <> "flags"."work_dependencies"."waits_for")
);
--> statement-breakpoint
ALTER TABLE "flags"."adoption_elsewhere" ADD CONSTRAINT "adoption_elsewhere_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."lessons" ADD CONSTRAINT "lessons_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."lessons" ADD CONSTRAINT "lessons_company_id_work_item_id_work_items_company_id_id_fk" FOREIGN KEY ("company_id","work_item_id") REFERENCES "flags"."work_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."work_dependencies" ADD CONSTRAINT "work_dependencies_company_id_item_id_work_items_company_id_id_fk" FOREIGN KEY ("company_id","item_id") REFERENCES "flags"."work_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."work_dependencies" ADD CONSTRAINT "work_dependencies_company_id_waits_for_work_items_company_id_id_fk" FOREIGN KEY ("company_id","waits_for") REFERENCES "flags"."work_items"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lessons_stage" ON "flags"."lessons" USING btree ("company_id","stage","id");--> statement-breakpoint
CREATE INDEX "work_dependencies_before" ON "flags"."work_dependencies" USING btree ("company_id","waits_for");