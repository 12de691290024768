CREATE TABLE `tombstones` (
	`subject` text PRIMARY KEY NOT NULL,
	`forgotten_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `shift_requests_shift` ON `shift_requests` (`shift_id`);
