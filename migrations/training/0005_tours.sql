CREATE TABLE "training"."tour_offers" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"snoozed_until" date,
	"snoozes" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "tour_offers_company_id_user_id_code_pk" PRIMARY KEY("company_id","user_id","code")
);
--> statement-breakpoint
CREATE TABLE "training"."tour_versions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"tour_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	CONSTRAINT "tour_versions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "tour_versions_number" UNIQUE("company_id","tour_id","number")
);
--> statement-breakpoint
CREATE TABLE "training"."tours" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"draft" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"submitted_by" uuid,
	"published_id" uuid,
	"owner_id" uuid,
	"review_due_on" date NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tours_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "tours_code" UNIQUE("company_id","code")
);
--> statement-breakpoint
ALTER TABLE "training"."tour_offers" ADD CONSTRAINT "tour_offers_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."tour_versions" ADD CONSTRAINT "tour_versions_company_id_tour_id_tours_company_id_id_fk" FOREIGN KEY ("company_id","tour_id") REFERENCES "training"."tours"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."tours" ADD CONSTRAINT "tours_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tours_owner" ON "training"."tours" USING btree ("company_id","owner_id");