DROP INDEX "notices_sending";
--> statement-breakpoint
DROP INDEX "notices_room";
--> statement-breakpoint
DROP INDEX "notices_message";
--> statement-breakpoint
CREATE INDEX "notices_message" ON "notices" USING btree ("room_id","message_id");
