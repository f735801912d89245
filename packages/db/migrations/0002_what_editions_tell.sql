CREATE TABLE "story_merges" (
	"story_id" bigint PRIMARY KEY NOT NULL,
	"into_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stopped_recipients" (
	"watch_id" text NOT NULL,
	"recipient" text NOT NULL,
	"reason" text NOT NULL,
	"response" text,
	"stopped_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stopped_recipients_watch_id_recipient_pk" PRIMARY KEY("watch_id","recipient"),
	CONSTRAINT "stopped_recipients_reason" CHECK ("stopped_recipients"."reason" in ('unsubscribed', 'bounced'))
);
--> statement-breakpoint
CREATE TABLE "ledger_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"watch_id" text NOT NULL,
	"category" text NOT NULL,
	"country" text NOT NULL,
	"actor" text NOT NULL,
	"published_at" timestamp with time zone,
	"seen_at" timestamp with time zone NOT NULL,
	"signal_id" bigint NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_in" bigint
);
--> statement-breakpoint
ALTER TABLE "edition_signals" ADD COLUMN "told" text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE "story_merges" ADD CONSTRAINT "story_merges_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_merges" ADD CONSTRAINT "story_merges_into_id_stories_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_merges" ADD CONSTRAINT "story_merges_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stopped_recipients" ADD CONSTRAINT "stopped_recipients_watch_id_watches_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_history" ADD CONSTRAINT "ledger_history_watch_id_watches_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_history" ADD CONSTRAINT "ledger_history_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_history" ADD CONSTRAINT "ledger_history_told_in_editions_id_fk" FOREIGN KEY ("told_in") REFERENCES "public"."editions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_history_key" ON "ledger_history" USING btree ("watch_id","category","country","actor");--> statement-breakpoint
CREATE INDEX "ledger_history_signal" ON "ledger_history" USING btree ("signal_id");--> statement-breakpoint
CREATE INDEX "ledger_signal" ON "ledger" USING btree ("signal_id");--> statement-breakpoint
CREATE INDEX "signals_story" ON "signals" USING btree ("story_id");--> statement-breakpoint
ALTER TABLE "edition_signals" ADD CONSTRAINT "edition_signals_told" CHECK ("edition_signals"."told" in ('new', 'changed', 'withdrawn'));