CREATE TABLE "core"."letterheads" (
	"company_id" uuid NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_zh" text DEFAULT '' NOT NULL,
	"address_en" text DEFAULT '' NOT NULL,
	"address_zh" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"bank" text DEFAULT '' NOT NULL,
	"bank_account" text DEFAULT '' NOT NULL,
	"tax_number" text DEFAULT '' NOT NULL,
	"logo" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "letterheads_company_id_pk" PRIMARY KEY("company_id")
);
--> statement-breakpoint
CREATE TABLE "core"."number_counters" (
	"company_id" uuid NOT NULL,
	"key" text NOT NULL,
	"period" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_counters_company_id_key_period_pk" PRIMARY KEY("company_id","key","period")
);
--> statement-breakpoint
CREATE TABLE "core"."number_ranges" (
	"company_id" uuid NOT NULL,
	"key" text NOT NULL,
	"pattern" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "number_ranges_company_id_key_pk" PRIMARY KEY("company_id","key")
);
