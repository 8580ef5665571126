CREATE TABLE "sales"."deal_lines" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"deal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid,
	"name" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"currency" text NOT NULL,
	"quantity" numeric(14, 4) NOT NULL,
	"price_minor" bigint NOT NULL,
	"discount" numeric(5, 2) NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "deal_lines_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "sales"."deal_lines" ADD CONSTRAINT "deal_lines_company_id_deal_id_deals_company_id_id_fk" FOREIGN KEY ("company_id","deal_id") REFERENCES "sales"."deals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."deal_lines" ADD CONSTRAINT "deal_lines_company_id_product_id_products_company_id_id_fk" FOREIGN KEY ("company_id","product_id") REFERENCES "sales"."products"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deal_lines_deal" ON "sales"."deal_lines" USING btree ("company_id","deal_id","position");--> statement-breakpoint
CREATE INDEX "deal_lines_product" ON "sales"."deal_lines" USING btree ("company_id","product_id","deal_id");--> statement-breakpoint
ALTER TABLE "sales"."contracts" ADD CONSTRAINT "contracts_company_id_deal_id_deals_company_id_id_fk" FOREIGN KEY ("company_id","deal_id") REFERENCES "sales"."deals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales"."quotes" ADD CONSTRAINT "quotes_company_id_deal_id_deals_company_id_id_fk" FOREIGN KEY ("company_id","deal_id") REFERENCES "sales"."deals"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_deal" ON "sales"."leads" USING btree ("company_id","deal_id");