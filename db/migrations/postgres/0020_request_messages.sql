ALTER TABLE "shift_requests" ADD COLUMN "room_id" text;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD COLUMN "message_id" text;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "shift_requests_message" ON "shift_requests" USING btree ("room_id","message_id") WHERE "shift_requests"."message_id" is not null;
