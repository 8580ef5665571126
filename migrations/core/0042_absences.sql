CREATE TABLE "core"."absences" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "absences_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "absences_order" CHECK ("core"."absences"."to_day" >= "core"."absences"."from_day")
);
--> statement-breakpoint
ALTER TABLE "core"."absences" ADD CONSTRAINT "absences_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_days" ON "core"."absences" USING btree ("company_id","to_day");