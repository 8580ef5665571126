CREATE TABLE "contacts"."duplicate_settings" (
	"company_id" uuid NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "duplicate_settings_company_id_pk" PRIMARY KEY("company_id")
);
--> statement-breakpoint
ALTER TABLE "contacts"."accounts" ADD COLUMN "email_key" text;--> statement-breakpoint
ALTER TABLE "contacts"."accounts" ADD COLUMN "company_key" text;--> statement-breakpoint
CREATE INDEX "accounts_company_key" ON "contacts"."accounts" USING btree ("company_id","company_key");--> statement-breakpoint
CREATE INDEX "accounts_email" ON "contacts"."accounts" USING btree ("company_id","email_key");--> statement-breakpoint
CREATE INDEX "accounts_phone" ON "contacts"."accounts" USING btree ("company_id","phone_e164");--> statement-breakpoint
CREATE INDEX "accounts_domain" ON "contacts"."accounts" USING btree ("company_id","domain");--> statement-breakpoint
CREATE INDEX "people_wechat" ON "contacts"."people" USING btree ("company_id","wechat");