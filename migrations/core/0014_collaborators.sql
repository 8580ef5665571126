CREATE TABLE "core"."collaborators" (
	"company_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collaborators_company_id_object_record_id_user_id_pk" PRIMARY KEY("company_id","object","record_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "core"."collaborators" ADD CONSTRAINT "collaborators_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collaborators_person" ON "core"."collaborators" USING btree ("company_id","user_id");