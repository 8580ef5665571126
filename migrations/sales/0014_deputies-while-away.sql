ALTER TABLE "sales"."deputies" DROP COLUMN "from_on";--> statement-breakpoint
ALTER TABLE "sales"."deputies" DROP COLUMN "to_on";