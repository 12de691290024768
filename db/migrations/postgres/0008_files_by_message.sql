CREATE INDEX "files_message" ON "files" USING btree ("room_id","message_id");
