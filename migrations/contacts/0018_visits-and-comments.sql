CREATE TABLE "contacts"."activity_comments" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activity_comments_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts"."activities" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts"."activities" ADD COLUMN "latitude" numeric(8, 5);--> statement-breakpoint
ALTER TABLE "contacts"."activities" ADD COLUMN "longitude" numeric(8, 5);--> statement-breakpoint
ALTER TABLE "contacts"."activity_comments" ADD CONSTRAINT "activity_comments_company_id_activity_id_activities_company_id_id_fk" FOREIGN KEY ("company_id","activity_id") REFERENCES "contacts"."activities"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts"."activity_comments" ADD CONSTRAINT "activity_comments_company_id_author_id_users_company_id_id_fk" FOREIGN KEY ("company_id","author_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_comments_activity" ON "contacts"."activity_comments" USING btree ("company_id","activity_id","created_at","id");