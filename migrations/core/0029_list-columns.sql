CREATE TABLE "core"."list_columns" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"object" text NOT NULL,
	"columns" text[] NOT NULL,
	CONSTRAINT "list_columns_company_id_user_id_object_pk" PRIMARY KEY("company_id","user_id","object")
);
--> statement-breakpoint
ALTER TABLE "core"."list_columns" ADD CONSTRAINT "list_columns_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;