CREATE INDEX "hazard_drafts_room" ON "hazard_drafts" USING btree ("room_id","touched_at");
