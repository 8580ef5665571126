CREATE TABLE "service"."mails" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mailbox_id" uuid NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text DEFAULT '' NOT NULL,
	"ticket_id" uuid,
	"subject" text DEFAULT '' NOT NULL,
	"from_name" text DEFAULT '' NOT NULL,
	"from_address" text DEFAULT '' NOT NULL,
	"bytes" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "mails_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "mails_fingerprint" UNIQUE("company_id","fingerprint"),
	CONSTRAINT "mails_known_state" CHECK ("service"."mails"."state" in ('taken', 'aside', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "service"."mailboxes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"department_id" uuid,
	"imap_host" text NOT NULL,
	"imap_port" integer NOT NULL,
	"imap_security" text NOT NULL,
	"folder" text DEFAULT 'INBOX' NOT NULL,
	"smtp_host" text NOT NULL,
	"smtp_port" integer NOT NULL,
	"smtp_security" text NOT NULL,
	"username" text NOT NULL,
	"password" text DEFAULT '' NOT NULL,
	"uid_validity" text DEFAULT '' NOT NULL,
	"last_uid" bigint,
	"fetched_at" timestamp with time zone,
	"fetched_count" integer DEFAULT 0 NOT NULL,
	"fetch_fault" text,
	"asked_at" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"imap_fault" text,
	"smtp_fault" text,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mailboxes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "mailboxes_security" CHECK ("service"."mailboxes"."imap_security" in ('tls', 'starttls', 'none'))
);
--> statement-breakpoint
CREATE TABLE "service"."closing_notices" (
	"company_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "closing_notices_company_id_ticket_id_since_pk" PRIMARY KEY("company_id","ticket_id","since")
);
--> statement-breakpoint
CREATE TABLE "service"."notice_rules" (
	"company_id" uuid NOT NULL,
	"out_of_hours" text DEFAULT '' NOT NULL,
	"closing_days" integer,
	"grace_days" integer DEFAULT 3 NOT NULL,
	"closing" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_rules_company_id_pk" PRIMARY KEY("company_id"),
	CONSTRAINT "notice_rules_days" CHECK ("service"."notice_rules"."closing_days" between 1 and 365 and "service"."notice_rules"."grace_days" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "service"."outgoing_mails" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mailbox_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"message_id" uuid,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"to_address" text NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"detail" text DEFAULT '' NOT NULL,
	"claimed_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outgoing_mails_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "outgoing_mails_state" CHECK ("service"."outgoing_mails"."state" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "service"."form_entries" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"once" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"consented_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_entries_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "form_entries_once" UNIQUE("company_id","form_id","once")
);
--> statement-breakpoint
CREATE TABLE "service"."web_forms" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"consent" text NOT NULL,
	"thanks" text DEFAULT '' NOT NULL,
	"department_id" uuid,
	"closed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "web_forms_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "service"."mails" ADD CONSTRAINT "mails_company_id_mailbox_id_mailboxes_company_id_id_fk" FOREIGN KEY ("company_id","mailbox_id") REFERENCES "service"."mailboxes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."mails" ADD CONSTRAINT "mails_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."mails" ADD CONSTRAINT "mails_company_id_decided_by_users_company_id_id_fk" FOREIGN KEY ("company_id","decided_by") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."mailboxes" ADD CONSTRAINT "mailboxes_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."closing_notices" ADD CONSTRAINT "closing_notices_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."outgoing_mails" ADD CONSTRAINT "outgoing_mails_company_id_mailbox_id_mailboxes_company_id_id_fk" FOREIGN KEY ("company_id","mailbox_id") REFERENCES "service"."mailboxes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."outgoing_mails" ADD CONSTRAINT "outgoing_mails_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."outgoing_mails" ADD CONSTRAINT "outgoing_mails_company_id_message_id_messages_company_id_id_fk" FOREIGN KEY ("company_id","message_id") REFERENCES "service"."messages"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."form_entries" ADD CONSTRAINT "form_entries_company_id_form_id_web_forms_company_id_id_fk" FOREIGN KEY ("company_id","form_id") REFERENCES "service"."web_forms"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."form_entries" ADD CONSTRAINT "form_entries_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."web_forms" ADD CONSTRAINT "web_forms_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_state" ON "service"."mails" USING btree ("company_id","state","id");--> statement-breakpoint
CREATE INDEX "mails_ticket" ON "service"."mails" USING btree ("company_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mails_sender" ON "service"."mails" USING btree ("company_id","from_address","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mailboxes_address" ON "service"."mailboxes" USING btree ("company_id","address") WHERE "service"."mailboxes"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "outgoing_mails_waiting" ON "service"."outgoing_mails" USING btree ("company_id","next_at") WHERE "service"."outgoing_mails"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outgoing_mails_failed" ON "service"."outgoing_mails" USING btree ("company_id","id") WHERE "service"."outgoing_mails"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "outgoing_mails_ticket" ON "service"."outgoing_mails" USING btree ("company_id","ticket_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_address" ON "service"."outgoing_mails" USING btree ("company_id","to_address","kind","created_at");--> statement-breakpoint
CREATE INDEX "form_entries_ticket" ON "service"."form_entries" USING btree ("company_id","ticket_id");--> statement-breakpoint
CREATE INDEX "web_forms_key" ON "service"."web_forms" USING btree ("key");