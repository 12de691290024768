ALTER TABLE "inbox" ADD COLUMN "sender_mark" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX "inbox_sender" ON "inbox" USING btree ("sender_mark","id");
