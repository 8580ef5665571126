CREATE TABLE "core"."handover_items" (
	"company_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"department_id" uuid,
	CONSTRAINT "handover_items_company_id_handover_id_object_record_id_pk" PRIMARY KEY("company_id","handover_id","object","record_id")
);
--> statement-breakpoint
CREATE TABLE "core"."handovers" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"department_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"done_by" uuid,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	"returned" integer,
	CONSTRAINT "handovers_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "core"."merge_moves" (
	"company_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"place" text NOT NULL,
	"row_id" uuid NOT NULL,
	"kept" jsonb,
	CONSTRAINT "merge_moves_company_id_merge_id_place_row_id_pk" PRIMARY KEY("company_id","merge_id","place","row_id")
);
--> statement-breakpoint
CREATE TABLE "core"."merges" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"winner_id" uuid NOT NULL,
	"loser_id" uuid NOT NULL,
	"loser" jsonb,
	"changed" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"merged_by" uuid,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "merges_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "core"."handover_items" ADD CONSTRAINT "handover_items_company_id_handover_id_handovers_company_id_id_fk" FOREIGN KEY ("company_id","handover_id") REFERENCES "core"."handovers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."handovers" ADD CONSTRAINT "handovers_company_id_from_id_users_company_id_id_fk" FOREIGN KEY ("company_id","from_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."handovers" ADD CONSTRAINT "handovers_company_id_to_id_users_company_id_id_fk" FOREIGN KEY ("company_id","to_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_from" ON "core"."handovers" USING btree ("company_id","from_id","done_at");--> statement-breakpoint
CREATE INDEX "merges_loser" ON "core"."merges" USING btree ("company_id","object","loser_id");--> statement-breakpoint
CREATE INDEX "merges_winner" ON "core"."merges" USING btree ("company_id","object","winner_id");--> statement-breakpoint
CREATE INDEX "merges_time" ON "core"."merges" USING btree ("company_id","merged_at","id");