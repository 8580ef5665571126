CREATE TABLE "service"."rating_rules" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"asks" text NOT NULL,
	"call_back_at" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rating_rules_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."ratings" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"token_hash" text,
	"expires_at" timestamp with time zone,
	"score" integer,
	"comment" text DEFAULT '' NOT NULL,
	"rated_at" timestamp with time zone,
	"task_id" uuid,
	CONSTRAINT "ratings_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "ratings_score" CHECK ("service"."ratings"."score" between 1 and 5),
	CONSTRAINT "ratings_rated_whole" CHECK (("service"."ratings"."score" is null) = ("service"."ratings"."rated_at" is null))
);
--> statement-breakpoint
ALTER TABLE "service"."ratings" ADD CONSTRAINT "ratings_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."ratings" ADD CONSTRAINT "ratings_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_token" ON "service"."ratings" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "ratings_rated" ON "service"."ratings" USING btree ("company_id","rated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_open" ON "service"."ratings" USING btree ("company_id","ticket_id") WHERE "service"."ratings"."rated_at" is null;--> statement-breakpoint
CREATE INDEX "ratings_ticket" ON "service"."ratings" USING btree ("company_id","ticket_id","asked_at");