CREATE TABLE "core"."calendar_days" (
	"company_id" uuid NOT NULL,
	"day" date NOT NULL,
	"works" boolean NOT NULL,
	"name" text NOT NULL,
	"by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_days_company_id_day_pk" PRIMARY KEY("company_id","day")
);
