CREATE TABLE "service"."categories" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "categories_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."states" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "states_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."messages" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid,
	"from_name" text DEFAULT '' NOT NULL,
	"from_address" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"html_kept" text,
	"channel" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"message_id" text,
	"in_reply_to" text,
	"delivery" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "messages_kind" CHECK ("service"."messages"."kind" in ('customer', 'answer', 'note'))
);
--> statement-breakpoint
CREATE TABLE "service"."state_changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"from_state_id" uuid,
	"to_state_id" uuid NOT NULL,
	"from_type" text,
	"to_type" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "state_changes_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."tallies" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived" boolean NOT NULL,
	"records" integer NOT NULL,
	CONSTRAINT "tallies_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."tickets" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"state_id" uuid NOT NULL,
	"state_type" text NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"type" text DEFAULT 'question' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"category_id" uuid,
	"product" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT 'phone' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"from_name" text DEFAULT '' NOT NULL,
	"from_address" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"first_response_at" timestamp with time zone,
	"last_customer_at" timestamp with time zone,
	"last_answer_at" timestamp with time zone,
	"solved_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reopened" integer DEFAULT 0 NOT NULL,
	"own" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text NOT NULL,
	"name_key" text NOT NULL,
	"search" text NOT NULL,
	"grams" text[] NOT NULL,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tickets_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "tickets_number" UNIQUE("company_id","number"),
	CONSTRAINT "tickets_priority" CHECK ("service"."tickets"."priority" in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "tickets_type" CHECK ("service"."tickets"."type" in ('question', 'incident', 'complaint', 'data_request'))
);
--> statement-breakpoint
ALTER TABLE "service"."messages" ADD CONSTRAINT "messages_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."state_changes" ADD CONSTRAINT "state_changes_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."state_changes" ADD CONSTRAINT "state_changes_company_id_to_state_id_states_company_id_id_fk" FOREIGN KEY ("company_id","to_state_id") REFERENCES "service"."states"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_state_id_states_company_id_id_fk" FOREIGN KEY ("company_id","state_id") REFERENCES "service"."states"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_category_id_categories_company_id_id_fk" FOREIGN KEY ("company_id","category_id") REFERENCES "service"."categories"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."tickets" ADD CONSTRAINT "tickets_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "categories_position" ON "service"."categories" USING btree ("company_id","position");--> statement-breakpoint
CREATE INDEX "states_position" ON "service"."states" USING btree ("company_id","position");--> statement-breakpoint
CREATE INDEX "messages_ticket" ON "service"."messages" USING btree ("company_id","ticket_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "messages_mail" ON "service"."messages" USING btree ("company_id","message_id");--> statement-breakpoint
CREATE INDEX "state_changes_ticket" ON "service"."state_changes" USING btree ("company_id","ticket_id","changed_at");--> statement-breakpoint
CREATE INDEX "state_changes_at" ON "service"."state_changes" USING btree ("company_id","changed_at");--> statement-breakpoint
CREATE INDEX "tickets_name" ON "service"."tickets" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_archived" ON "service"."tickets" USING btree ("company_id","sort_name","id") WHERE "service"."tickets"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_updated" ON "service"."tickets" USING btree ("company_id","updated_at","id") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_created" ON "service"."tickets" USING btree ("company_id","created_at","id") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_owner" ON "service"."tickets" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "tickets_department" ON "service"."tickets" USING btree ("company_id","department_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "tickets_unowned" ON "service"."tickets" USING btree ("company_id","department_id","sort_name","id") WHERE "service"."tickets"."archived_at" is null and "service"."tickets"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "tickets_name_key" ON "service"."tickets" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "tickets_grams" ON "service"."tickets" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "tickets_search" ON "service"."tickets" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "tickets_state" ON "service"."tickets" USING btree ("company_id","state_type","id") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_opened" ON "service"."tickets" USING btree ("company_id","opened_at","id") WHERE "service"."tickets"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_person" ON "service"."tickets" USING btree ("company_id","person_id","id");--> statement-breakpoint
CREATE INDEX "tickets_account" ON "service"."tickets" USING btree ("company_id","account_id","id");--> statement-breakpoint
CREATE INDEX "tickets_reference" ON "service"."tickets" USING btree ("company_id","reference");