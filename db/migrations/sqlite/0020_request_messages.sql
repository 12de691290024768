ALTER TABLE `shift_requests` ADD `room_id` text REFERENCES rooms(id);
--> statement-breakpoint
ALTER TABLE `shift_requests` ADD `message_id` text;
--> statement-breakpoint
CREATE INDEX `shift_requests_message` ON `shift_requests` (`room_id`,`message_id`) WHERE "shift_requests"."message_id" is not null;
