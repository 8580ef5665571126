CREATE TABLE "flags"."proposals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"module" text,
	"rows" jsonb,
	"intent" jsonb,
	"strictness" text,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	"outcome" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"answer" text,
	CONSTRAINT "proposals_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "proposals_about" CHECK (("flags"."proposals"."module" is null) = ("flags"."proposals"."rows" is null)
        and ("flags"."proposals"."module" is null) = ("flags"."proposals"."intent" is null)
        and ("flags"."proposals"."module" is null) <> ("flags"."proposals"."strictness" is null)),
	CONSTRAINT "proposals_outcome" CHECK ("flags"."proposals"."outcome" in ('made', 'refused', 'withdrawn')
        and ("flags"."proposals"."outcome" is null) = ("flags"."proposals"."closed_at" is null)),
	CONSTRAINT "proposals_two" CHECK ("flags"."proposals"."outcome" <> 'made' or "flags"."proposals"."closed_by" <> "flags"."proposals"."by")
);
--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD COLUMN "expires_on" date;--> statement-breakpoint
CREATE INDEX "proposals_open" ON "flags"."proposals" USING btree ("company_id","id") WHERE "flags"."proposals"."outcome" is null;--> statement-breakpoint
ALTER TABLE "flags"."changes" DROP COLUMN "expires_on";--> statement-breakpoint
select core.secure('flags.proposals');
