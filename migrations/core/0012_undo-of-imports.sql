CREATE TABLE "core"."import_cells" (
	"company_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"column_at" integer NOT NULL,
	"text" text NOT NULL,
	"edited_by" uuid NOT NULL,
	CONSTRAINT "import_cells_company_id_import_id_row_number_column_at_pk" PRIMARY KEY("company_id","import_id","row_number","column_at")
);
--> statement-breakpoint
CREATE TABLE "core"."import_changes" (
	"company_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	CONSTRAINT "import_changes_company_id_import_id_record_id_pk" PRIMARY KEY("company_id","import_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "core"."import_templates" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"headers" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"mode" text NOT NULL,
	"keys" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_templates_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "import_templates_name" UNIQUE("company_id","kind","name")
);
--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "keys" jsonb;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "undo_by" uuid;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "undo_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "restored" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "removed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "left_alone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."import_cells" ADD CONSTRAINT "import_cells_company_id_import_id_imports_company_id_id_fk" FOREIGN KEY ("company_id","import_id") REFERENCES "core"."imports"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."import_changes" ADD CONSTRAINT "import_changes_company_id_import_id_imports_company_id_id_fk" FOREIGN KEY ("company_id","import_id") REFERENCES "core"."imports"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_changes_at" ON "core"."import_changes" USING btree ("company_id","at");