ALTER TABLE "core"."notes" ADD COLUMN "search" text GENERATED ALWAYS AS (core.search_text(body)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."notes" ADD COLUMN "grams" text[] GENERATED ALWAYS AS (core.han_grams(body)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "notes_grams" ON "core"."notes" USING gin ("company_id","object","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "notes_search" ON "core"."notes" USING gin ("company_id","object","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);