CREATE TABLE "flags"."strictness" (
	"company_id" uuid NOT NULL,
	"strictness" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "strictness_company_id_pk" PRIMARY KEY("company_id"),
	CONSTRAINT "strictness_known" CHECK ("flags"."strictness"."strictness" in ('simple', 'guided', 'strict'))
);
--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD COLUMN "state" text DEFAULT 'on' NOT NULL;--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "strictness" text;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "second_by" uuid;--> statement-breakpoint
ALTER TABLE "flags"."changes" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
ALTER TABLE "flags"."kills" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "flags"."kills" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "flags"."kills" DROP CONSTRAINT "kills_company_id_module_pk";--> statement-breakpoint
ALTER TABLE "flags"."kills" ADD CONSTRAINT "kills_company_id_id_pk" PRIMARY KEY("company_id","id");--> statement-breakpoint
ALTER TABLE "flags"."kills" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "flags"."kills" ADD CONSTRAINT "kills_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags"."kills" ADD CONSTRAINT "kills_place" UNIQUE NULLS NOT DISTINCT("company_id","module","department_id");--> statement-breakpoint
ALTER TABLE "flags"."audiences" ADD CONSTRAINT "audiences_state" CHECK ("flags"."audiences"."state" in ('off', 'pilot', 'on', 'read')
        and ("flags"."audiences"."state" = 'read') = ("flags"."audiences"."until" is not null)
        and ("flags"."audiences"."state" <> 'read' or "flags"."audiences"."variant" = 'read')
        and ("flags"."audiences"."state" <> 'off' or "flags"."audiences"."kind" = 'department'));--> statement-breakpoint
select core.secure('flags.strictness');
