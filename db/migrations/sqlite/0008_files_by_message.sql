CREATE INDEX `files_message` ON `files` (`room_id`,`message_id`);
