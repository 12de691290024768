CREATE INDEX `hazard_drafts_room` ON `hazard_drafts` (`room_id`,`touched_at`);
