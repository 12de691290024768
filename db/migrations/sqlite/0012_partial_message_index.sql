DROP INDEX `notices_message`;
--> statement-breakpoint
CREATE INDEX `notices_message` ON `notices` (`message_id`,`room_id`) WHERE "notices"."message_id" is not null;
