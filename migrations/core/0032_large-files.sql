CREATE TABLE "core"."import_pieces" (
	"company_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_pieces_company_id_import_id_position_pk" PRIMARY KEY("company_id","import_id","position")
);
--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "problem" jsonb;--> statement-breakpoint
ALTER TABLE "core"."imports" ADD COLUMN "examined" jsonb;--> statement-breakpoint
ALTER TABLE "core"."import_pieces" ADD CONSTRAINT "import_pieces_company_id_import_id_imports_company_id_id_fk" FOREIGN KEY ("company_id","import_id") REFERENCES "core"."imports"("company_id","id") ON DELETE no action ON UPDATE no action;