CREATE TABLE `photos` (
	`file_id` text PRIMARY KEY NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`camera` text NOT NULL,
	`damaged` integer NOT NULL,
	`hash` text,
	`mirrored_hash` text,
	`band1` text,
	`band2` text,
	`band3` text,
	`band4` text,
	`shared_sha256` text,
	`small_sha256` text,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `photos_band1` ON `photos` (`band1`);
--> statement-breakpoint
CREATE INDEX `photos_band2` ON `photos` (`band2`);
--> statement-breakpoint
CREATE INDEX `photos_band3` ON `photos` (`band3`);
--> statement-breakpoint
CREATE INDEX `photos_band4` ON `photos` (`band4`);
--> statement-breakpoint
ALTER TABLE `files` ADD `album_id` text;
--> statement-breakpoint
ALTER TABLE `files` ADD `subject` text;
--> statement-breakpoint
ALTER TABLE `files` ADD `role` text;
--> statement-breakpoint
ALTER TABLE `files` ADD `shown_at` integer;
--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject`,`received_at`) WHERE "files"."subject" is not null;
--> statement-breakpoint
CREATE INDEX `files_album` ON `files` (`room_id`,`album_id`) WHERE "files"."album_id" is not null;
--> statement-breakpoint
CREATE INDEX `files_loose` ON `files` (`room_id`,`person_id`,`received_at`) WHERE "files"."incident_id" is null and "files"."subject" is null;
