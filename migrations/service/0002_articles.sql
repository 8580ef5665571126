CREATE TABLE "service"."article_opinions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"helped" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"user_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_opinions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "article_opinions_colleague" UNIQUE("company_id","article_id","number","user_id"),
	CONSTRAINT "article_opinions_helped" CHECK ("service"."article_opinions"."helped" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE "service"."article_versions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"other_name" text DEFAULT '' NOT NULL,
	"other_text" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"audience" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	CONSTRAINT "article_versions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "article_versions_number" UNIQUE("company_id","article_id","number")
);
--> statement-breakpoint
CREATE TABLE "service"."articles" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"other_name" text DEFAULT '' NOT NULL,
	"other_text" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"audience" text NOT NULL,
	"review_on" date,
	"expires_on" date,
	"reminded_at" timestamp with time zone,
	"published" integer,
	"ticket_id" uuid,
	"topics" text[] NOT NULL,
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
	CONSTRAINT "articles_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "articles_audience" CHECK ("service"."articles"."audience" in ('internal', 'public')),
	CONSTRAINT "articles_language" CHECK ("service"."articles"."language" in ('zh-CN', 'en'))
);
--> statement-breakpoint
CREATE TABLE "service"."portals" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portals_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "service"."article_opinions" ADD CONSTRAINT "article_opinions_company_id_article_id_number_article_versions_company_id_article_id_number_fk" FOREIGN KEY ("company_id","article_id","number") REFERENCES "service"."article_versions"("company_id","article_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."article_versions" ADD CONSTRAINT "article_versions_company_id_article_id_articles_company_id_id_fk" FOREIGN KEY ("company_id","article_id") REFERENCES "service"."articles"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."articles" ADD CONSTRAINT "articles_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."articles" ADD CONSTRAINT "articles_company_id_department_id_departments_company_id_id_fk" FOREIGN KEY ("company_id","department_id") REFERENCES "core"."departments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service"."articles" ADD CONSTRAINT "articles_company_id_ticket_id_tickets_company_id_id_fk" FOREIGN KEY ("company_id","ticket_id") REFERENCES "service"."tickets"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_opinions_latest" ON "service"."article_opinions" USING btree ("company_id","article_id","at");--> statement-breakpoint
CREATE INDEX "articles_name" ON "service"."articles" USING btree ("company_id","sort_name","id","owner_id","department_id") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "articles_archived" ON "service"."articles" USING btree ("company_id","sort_name","id") WHERE "service"."articles"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "articles_updated" ON "service"."articles" USING btree ("company_id","updated_at","id") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "articles_created" ON "service"."articles" USING btree ("company_id","created_at","id") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "articles_owner" ON "service"."articles" USING btree ("company_id","owner_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "articles_department" ON "service"."articles" USING btree ("company_id","department_id","sort_name","id");--> statement-breakpoint
CREATE INDEX "articles_unowned" ON "service"."articles" USING btree ("company_id","department_id","sort_name","id") WHERE "service"."articles"."archived_at" is null and "service"."articles"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "articles_name_key" ON "service"."articles" USING btree ("company_id","name_key");--> statement-breakpoint
CREATE INDEX "articles_grams" ON "service"."articles" USING gin ("company_id","grams") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "articles_search" ON "service"."articles" USING gin ("company_id","search" gin_trgm_ops) WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "articles_topics" ON "service"."articles" USING gin ("company_id","topics");--> statement-breakpoint
CREATE INDEX "articles_review" ON "service"."articles" USING btree ("company_id","review_on") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "articles_category" ON "service"."articles" USING btree ("company_id","category","id") WHERE "service"."articles"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "portals_key" ON "service"."portals" USING btree ("key");