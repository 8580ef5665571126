ALTER TABLE "service"."messages" ADD COLUMN "search" text GENERATED ALWAYS AS (core.search_text(text)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "service"."messages" ADD COLUMN "grams" text[] GENERATED ALWAYS AS (core.han_grams(text)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_grams" ON "service"."messages" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "messages_search" ON "service"."messages" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);