CREATE TABLE "flags"."adoption_agreements" (
	"company_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agreement" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "adoption_agreements_company_id_version_pk" PRIMARY KEY("company_id","version")
);
--> statement-breakpoint
CREATE TABLE "flags"."adoption_snapshots" (
	"company_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"module" text NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" uuid,
	"value" double precision NOT NULL,
	"parts" jsonb NOT NULL,
	"dormant" boolean NOT NULL,
	"formula_version" integer NOT NULL,
	"agreement" integer NOT NULL,
	CONSTRAINT "adoption_snapshots_company_id_at_module_user_id_pk" PRIMARY KEY("company_id","at","module","user_id")
);
--> statement-breakpoint
CREATE INDEX "adoption_snapshots_person" ON "flags"."adoption_snapshots" USING btree ("company_id","user_id","module","at");