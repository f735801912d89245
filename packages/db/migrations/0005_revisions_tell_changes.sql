ALTER TABLE "items" DROP CONSTRAINT "items_source_guid";--> statement-breakpoint
ALTER TABLE "revisions" DROP CONSTRAINT "revisions_article_content";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "claimed_url" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "same_as" bigint;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "agencies" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "changes" jsonb;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_same_as_articles_id_fk" FOREIGN KEY ("same_as") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_claimed_url" ON "articles" USING btree ("claimed_url");--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_source_guid_article" UNIQUE("source_id","guid","article_id");