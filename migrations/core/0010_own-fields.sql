CREATE TABLE "core"."own_entries" (
	"company_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"item" text DEFAULT '' NOT NULL,
	"text" text,
	"number" double precision,
	"day" date,
	"unique_key" text,
	CONSTRAINT "own_entries_company_id_record_id_field_id_item_pk" PRIMARY KEY("company_id","record_id","field_id","item")
);
--> statement-breakpoint
CREATE TABLE "core"."own_fields" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"help" jsonb NOT NULL,
	"group" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	"place" integer NOT NULL,
	"required_since" timestamp with time zone,
	"unique_since" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "own_fields_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "own_fields_key" UNIQUE("company_id","object","key")
);
--> statement-breakpoint
ALTER TABLE "core"."own_entries" ADD CONSTRAINT "own_entries_company_id_field_id_own_fields_company_id_id_fk" FOREIGN KEY ("company_id","field_id") REFERENCES "core"."own_fields"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_entries_text" ON "core"."own_entries" USING btree ("company_id","field_id","text","record_id") WHERE "core"."own_entries"."text" is not null;--> statement-breakpoint
CREATE INDEX "own_entries_number" ON "core"."own_entries" USING btree ("company_id","field_id","number","record_id") WHERE "core"."own_entries"."number" is not null;--> statement-breakpoint
CREATE INDEX "own_entries_day" ON "core"."own_entries" USING btree ("company_id","field_id","day","record_id") WHERE "core"."own_entries"."day" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "own_entries_unique" ON "core"."own_entries" USING btree ("company_id","field_id","unique_key") WHERE "core"."own_entries"."unique_key" is not null;