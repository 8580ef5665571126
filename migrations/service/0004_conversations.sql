CREATE TABLE "service"."checkpoints" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checkpoints_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "service"."drafts" (
	"company_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_company_id_ticket_id_user_id_pk" PRIMARY KEY("company_id","ticket_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "service"."message_files" (
	"company_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "message_files_company_id_message_id_file_id_pk" PRIMARY KEY("company_id","message_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "service"."ticket_links" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_links_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "ticket_links_once" UNIQUE("company_id","from_id","to_id"),
	CONSTRAINT "ticket_links_kind" CHECK ("service"."ticket_links"."kind" in ('related', 'merged', 'split')),
	CONSTRAINT "ticket_links_of_two" CHECK ("service"."ticket_links"."from_id" <> "service"."ticket_links"."to_id")
);
--> statement-breakpoint
ALTER TABLE "service"."checkpoints" ADD CONSTRAINT "checkpoints_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."drafts" ADD CONSTRAINT "drafts_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."drafts" ADD CONSTRAINT "drafts_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."message_files" ADD CONSTRAINT "message_files_company_id_message_id_messages_company_id_id_fk" FOREIGN KEY ("company_id","message_id") REFERENCES "service"."messages"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."ticket_links" ADD CONSTRAINT "ticket_links_company_id_from_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","from_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."ticket_links" ADD CONSTRAINT "ticket_links_company_id_to_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","to_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkpoints_ticket" ON "service"."checkpoints" USING btree ("company_id","ticket_id","position");--> statement-breakpoint
CREATE INDEX "message_files_file" ON "service"."message_files" USING btree ("company_id","file_id");--> statement-breakpoint
CREATE INDEX "ticket_links_to" ON "service"."ticket_links" USING btree ("company_id","to_id");