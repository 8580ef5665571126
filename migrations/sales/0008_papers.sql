CREATE TABLE "sales"."approval_decisions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"verdict" text NOT NULL,
	"by" uuid NOT NULL,
	"instead_of" uuid,
	"comment" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approval_decisions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "approval_decisions_step" UNIQUE("company_id","approval_id","step")
);
--> statement-breakpoint
CREATE TABLE "sales"."approval_rules" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"step" integer NOT NULL,
	"department_id" uuid,
	"over_minor" bigint NOT NULL,
	"approver_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approval_rules_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."approvals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"object" text NOT NULL,
	"record_id" uuid NOT NULL,
	"title" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"department_id" uuid,
	"asked_by" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"step" integer DEFAULT 1 NOT NULL,
	"steps" jsonb NOT NULL,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approvals_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."deputies" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "deputies_company_id_user_id_pk" PRIMARY KEY("company_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "sales"."contracts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"deal_id" uuid,
	"quote_id" uuid,
	"currency" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"signed_on" date,
	"starts_on" date,
	"ends_on" date,
	"remind_days" integer,
	"reminded_at" timestamp with time zone,
	"terms" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"search" text NOT NULL,
	"created_by" uuid,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contracts_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "contracts_number" UNIQUE("company_id","number")
);
--> statement-breakpoint
CREATE TABLE "sales"."invoice_requests" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payer" text NOT NULL,
	"title" text NOT NULL,
	"tax_number" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"bank" text DEFAULT '' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"invoice_number" text DEFAULT '' NOT NULL,
	"issued_on" date,
	"answer" text DEFAULT '' NOT NULL,
	"requested_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "invoice_requests_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."price_book_departments" (
	"company_id" uuid NOT NULL,
	"book_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	CONSTRAINT "price_book_departments_company_id_book_id_department_id_pk" PRIMARY KEY("company_id","book_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "sales"."price_books" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"level" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "price_books_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."prices" (
	"company_id" uuid NOT NULL,
	"book_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"price_minor" bigint NOT NULL,
	CONSTRAINT "prices_company_id_book_id_product_id_pk" PRIMARY KEY("company_id","book_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "sales"."products" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"price_minor" bigint,
	"price_currency" text,
	"tax_rate" numeric(5, 2),
	"about" text DEFAULT '' NOT NULL,
	"name_key" text NOT NULL,
	"search" text NOT NULL,
	"created_by" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."discount_limits" (
	"company_id" uuid NOT NULL,
	"role" text NOT NULL,
	"percent" numeric(5, 2) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "discount_limits_company_id_role_pk" PRIMARY KEY("company_id","role")
);
--> statement-breakpoint
CREATE TABLE "sales"."quote_lines" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid,
	"name" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"quantity" numeric(14, 4) NOT NULL,
	"price_minor" bigint NOT NULL,
	"discount" numeric(5, 2) NOT NULL,
	"tax_rate" numeric(5, 2) NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "quote_lines_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."quotes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"attention" text DEFAULT '' NOT NULL,
	"deal_id" uuid,
	"currency" text NOT NULL,
	"taxing" text NOT NULL,
	"valid_until" date NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"decided_on" date,
	"decision" text DEFAULT '' NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"top_discount" numeric(5, 2) NOT NULL,
	"search" text NOT NULL,
	"created_by" uuid,
	"owner_id" uuid,
	"department_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "quotes_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "quotes_number" UNIQUE("company_id","number","revision")
);
--> statement-breakpoint
CREATE TABLE "sales"."instalments" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"voided_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "instalments_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "sales"."receipt_parts" (
	"company_id" uuid NOT NULL,
	"receipt_id" uuid NOT NULL,
	"instalment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "receipt_parts_company_id_receipt_id_instalment_id_pk" PRIMARY KEY("company_id","receipt_id","instalment_id")
);
--> statement-breakpoint
CREATE TABLE "sales"."receipts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"contract_id" uuid NOT NULL,
	"instalment_id" uuid,
	"received_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"method" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"search" text NOT NULL,
	"recorded_by" uuid,
	"void_reason" text DEFAULT '' NOT NULL,
	"void_asked_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "receipts_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "receipts_number" UNIQUE("company_id","number")
);
--> statement-breakpoint
ALTER TABLE "sales"."approval_decisions" ADD CONSTRAINT "approval_decisions_company_id_approval_id_approvals_company_id_id_fk" FOREIGN KEY ("company_id","approval_id") REFERENCES "sales"."approvals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."approval_rules" ADD CONSTRAINT "approval_rules_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."approval_rules" ADD CONSTRAINT "approval_rules_company_id_approver_id_users_company_id_id_fk" FOREIGN KEY ("company_id","approver_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deputies" ADD CONSTRAINT "deputies_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deputies" ADD CONSTRAINT "deputies_company_id_deputy_id_users_company_id_id_fk" FOREIGN KEY ("company_id","deputy_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_quote_id_quotes_company_id_id_fk" FOREIGN KEY ("company_id","quote_id") REFERENCES "sales"."quotes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."invoice_requests" ADD CONSTRAINT "invoice_requests_company_id_contract_id_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "sales"."contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."price_book_departments" ADD CONSTRAINT "price_book_departments_company_id_book_id_price_books_company_id_id_fk" FOREIGN KEY ("company_id","book_id") REFERENCES "sales"."price_books"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."price_book_departments" ADD CONSTRAINT "price_book_departments_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."prices" ADD CONSTRAINT "prices_company_id_book_id_price_books_company_id_id_fk" FOREIGN KEY ("company_id","book_id") REFERENCES "sales"."price_books"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."prices" ADD CONSTRAINT "prices_company_id_product_id_products_company_id_id_fk" FOREIGN KEY ("company_id","product_id") REFERENCES "sales"."products"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quote_lines" ADD CONSTRAINT "quote_lines_company_id_quote_id_quotes_company_id_id_fk" FOREIGN KEY ("company_id","quote_id") REFERENCES "sales"."quotes"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quote_lines" ADD CONSTRAINT "quote_lines_company_id_product_id_products_company_id_id_fk" FOREIGN KEY ("company_id","product_id") REFERENCES "sales"."products"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quotes" ADD CONSTRAINT "quotes_company_id_account_id_accounts_company_id_id_fk" FOREIGN KEY ("company_id","account_id") REFERENCES "contacts"."accounts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quotes" ADD CONSTRAINT "quotes_company_id_person_id_people_company_id_id_fk" FOREIGN KEY ("company_id","person_id") REFERENCES "contacts"."people"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quotes" ADD CONSTRAINT "quotes_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quotes" ADD CONSTRAINT "quotes_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."instalments" ADD CONSTRAINT "instalments_company_id_contract_id_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "sales"."contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."receipt_parts" ADD CONSTRAINT "receipt_parts_company_id_receipt_id_receipts_company_id_id_fk" FOREIGN KEY ("company_id","receipt_id") REFERENCES "sales"."receipts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."receipt_parts" ADD CONSTRAINT "receipt_parts_company_id_instalment_id_instalments_company_id_id_fk" FOREIGN KEY ("company_id","instalment_id") REFERENCES "sales"."instalments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."receipts" ADD CONSTRAINT "receipts_company_id_contract_id_contracts_company_id_id_fk" FOREIGN KEY ("company_id","contract_id") REFERENCES "sales"."contracts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."receipts" ADD CONSTRAINT "receipts_company_id_instalment_id_instalments_company_id_id_fk" FOREIGN KEY ("company_id","instalment_id") REFERENCES "sales"."instalments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_waiting" ON "sales"."approvals" USING btree ("company_id","object","record_id") WHERE "sales"."approvals"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "approvals_state" ON "sales"."approvals" USING btree ("company_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "approvals_record" ON "sales"."approvals" USING btree ("company_id","object","record_id","id");--> statement-breakpoint
CREATE INDEX "approvals_asked" ON "sales"."approvals" USING btree ("company_id","asked_by","created_at","id");--> statement-breakpoint
CREATE INDEX "deputies_deputy" ON "sales"."deputies" USING btree ("company_id","deputy_id");--> statement-breakpoint
CREATE INDEX "contracts_owner" ON "sales"."contracts" USING btree ("company_id","owner_id","id");--> statement-breakpoint
CREATE INDEX "contracts_department" ON "sales"."contracts" USING btree ("company_id","department_id","id");--> statement-breakpoint
CREATE INDEX "contracts_account" ON "sales"."contracts" USING btree ("company_id","account_id","id");--> statement-breakpoint
CREATE INDEX "contracts_person" ON "sales"."contracts" USING btree ("company_id","person_id","id");--> statement-breakpoint
CREATE INDEX "contracts_deal" ON "sales"."contracts" USING btree ("company_id","deal_id","id");--> statement-breakpoint
CREATE INDEX "contracts_ends" ON "sales"."contracts" USING btree ("company_id","ends_on") WHERE "sales"."contracts"."state" = 'active' and "sales"."contracts"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "invoice_requests_contract" ON "sales"."invoice_requests" USING btree ("company_id","contract_id","id");--> statement-breakpoint
CREATE INDEX "invoice_requests_state" ON "sales"."invoice_requests" USING btree ("company_id","state","id");--> statement-breakpoint
CREATE INDEX "products_name" ON "sales"."products" USING btree ("company_id","name_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_code" ON "sales"."products" USING btree ("company_id","code") WHERE "sales"."products"."code" <> '' and "sales"."products"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "quote_lines_quote" ON "sales"."quote_lines" USING btree ("company_id","quote_id","position");--> statement-breakpoint
CREATE INDEX "quote_lines_product" ON "sales"."quote_lines" USING btree ("company_id","product_id");--> statement-breakpoint
CREATE INDEX "quotes_owner" ON "sales"."quotes" USING btree ("company_id","owner_id","id");--> statement-breakpoint
CREATE INDEX "quotes_department" ON "sales"."quotes" USING btree ("company_id","department_id","id");--> statement-breakpoint
CREATE INDEX "quotes_account" ON "sales"."quotes" USING btree ("company_id","account_id","id");--> statement-breakpoint
CREATE INDEX "quotes_person" ON "sales"."quotes" USING btree ("company_id","person_id","id");--> statement-breakpoint
CREATE INDEX "quotes_deal" ON "sales"."quotes" USING btree ("company_id","deal_id","id");--> statement-breakpoint
CREATE INDEX "instalments_contract" ON "sales"."instalments" USING btree ("company_id","contract_id","due_on","id");--> statement-breakpoint
CREATE INDEX "instalments_due" ON "sales"."instalments" USING btree ("company_id","due_on") WHERE "sales"."instalments"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "receipt_parts_instalment" ON "sales"."receipt_parts" USING btree ("company_id","instalment_id");--> statement-breakpoint
CREATE INDEX "receipts_contract" ON "sales"."receipts" USING btree ("company_id","contract_id","received_on","id");--> statement-breakpoint
CREATE INDEX "receipts_day" ON "sales"."receipts" USING btree ("company_id","received_on","id");