CREATE TABLE "service"."complaints" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"root_cause" text NOT NULL,
	"prevention" text DEFAULT '' NOT NULL,
	"prevented_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "complaints_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "complaints_ticket" UNIQUE("company_id","ticket_id"),
	CONSTRAINT "complaints_cause" CHECK ("service"."complaints"."cause" in ('product', 'delivery', 'service', 'promise', 'billing', 'other'))
);
--> statement-breakpoint
CREATE TABLE "service"."data_requests" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"claim" text NOT NULL,
	"law" text NOT NULL,
	"received_on" date NOT NULL,
	"due_on" date NOT NULL,
	"extended_on" date,
	"identity" text DEFAULT '' NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"done_on" date,
	"warned_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "data_requests_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "data_requests_ticket" UNIQUE("company_id","ticket_id"),
	CONSTRAINT "data_requests_done" CHECK (("service"."data_requests"."outcome" is null) = ("service"."data_requests"."done_on" is null))
);
--> statement-breakpoint
CREATE TABLE "service"."installed_products" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"product" text NOT NULL,
	"serial" text DEFAULT '' NOT NULL,
	"bought_on" date,
	"warranty_until" date,
	"note" text DEFAULT '' NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "installed_products_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "service"."complaints" ADD CONSTRAINT "complaints_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."data_requests" ADD CONSTRAINT "data_requests_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."installed_products" ADD CONSTRAINT "installed_products_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_cause" ON "service"."complaints" USING btree ("company_id","cause");--> statement-breakpoint
CREATE INDEX "data_requests_due" ON "service"."data_requests" USING btree ("company_id","due_on") WHERE "service"."data_requests"."done_on" is null;--> statement-breakpoint
CREATE INDEX "installed_products_account" ON "service"."installed_products" USING btree ("company_id","account_id","id");--> statement-breakpoint
CREATE INDEX "installed_products_serial" ON "service"."installed_products" USING btree ("company_id","serial");