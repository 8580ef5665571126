CREATE TABLE "contacts"."dates" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"year" smallint,
	"month" smallint NOT NULL,
	"day" smallint NOT NULL,
	"recurs" text NOT NULL,
	"remind_before" smallint,
	"remind_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "dates_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts"."relation_kinds" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"from_end" text NOT NULL,
	"to_end" text NOT NULL,
	"forward" jsonb NOT NULL,
	"backward" jsonb NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "relation_kinds_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "relation_kinds_key" UNIQUE("company_id","key")
);
--> statement-breakpoint
CREATE TABLE "contacts"."relations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_object" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_object" text NOT NULL,
	"to_id" uuid NOT NULL,
	"note" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relations_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD COLUMN "lawful_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD COLUMN "noticed_on" date;--> statement-breakpoint
ALTER TABLE "contacts"."people" ADD COLUMN "retain_until" date;--> statement-breakpoint
CREATE INDEX "dates_record" ON "contacts"."dates" USING btree ("company_id","object","record_id");--> statement-breakpoint
CREATE INDEX "dates_due" ON "contacts"."dates" USING btree ("company_id","remind_on","id") WHERE "contacts"."dates"."remind_on" is not null;--> statement-breakpoint
CREATE INDEX "relations_from" ON "contacts"."relations" USING btree ("company_id","from_id");--> statement-breakpoint
CREATE INDEX "relations_to" ON "contacts"."relations" USING btree ("company_id","to_id");--> statement-breakpoint
CREATE INDEX "people_basis" ON "contacts"."people" USING btree ("company_id","lawful_basis","id") WHERE "contacts"."people"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "people_retain" ON "contacts"."people" USING btree ("company_id","retain_until","id") WHERE "contacts"."people"."archived_at" is null;