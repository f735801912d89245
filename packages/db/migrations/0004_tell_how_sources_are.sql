CREATE TABLE "source_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"message" text NOT NULL,
	CONSTRAINT "source_events_kind" CHECK ("source_events"."kind" in ('changed', 'still', 'moved', 'paused', 'resumed', 'acknowledged'))
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "state" text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "trouble" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "gone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "fetch_url" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "moved_to" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "moved_seen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "rhythm" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "last_item_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "source_events" ADD CONSTRAINT "source_events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_events_source" ON "source_events" USING btree ("source_id","at");