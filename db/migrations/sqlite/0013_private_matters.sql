CREATE TABLE `matters` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`token` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`door` text NOT NULL,
	`teller_id` text,
	`room_id` text,
	`room_code` text NOT NULL,
	`stop` integer NOT NULL,
	`owner_id` text,
	`need` text,
	`urgent` integer NOT NULL,
	`begun_at` integer NOT NULL,
	`reported_at` integer,
	`assigned_at` integer,
	`accepted_at` integer,
	`effective_at` integer,
	`ended_at` integer,
	`archived_at` integer,
	`changed_at` integer NOT NULL,
	`due_at` integer,
	`forget_at` integer,
	`forgotten_at` integer,
	`body` text NOT NULL,
	FOREIGN KEY (`teller_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `matters_number_unique` ON `matters` (`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `matters_token_unique` ON `matters` (`token`);
--> statement-breakpoint
CREATE INDEX `matters_begun` ON `matters` (`begun_at`,`id`);
--> statement-breakpoint
CREATE INDEX `matters_room` ON `matters` (`room_code`,`begun_at`,`id`);
--> statement-breakpoint
CREATE INDEX `matters_telling` ON `matters` (`teller_id`,`changed_at`) WHERE "matters"."state" = 'telling';
--> statement-breakpoint
CREATE INDEX `matters_forget` ON `matters` (`forget_at`) WHERE "matters"."forget_at" is not null and "matters"."forgotten_at" is null;
--> statement-breakpoint
CREATE TABLE `matter_people` (
	`matter_id` text NOT NULL,
	`person_id` text NOT NULL,
	`standing` text NOT NULL,
	PRIMARY KEY(`matter_id`, `person_id`, `standing`),
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `matter_people_person` ON `matter_people` (`person_id`);
--> statement-breakpoint
CREATE TABLE `matter_receipts` (
	`hash` text PRIMARY KEY NOT NULL,
	`matter_id` text NOT NULL,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `matter_receipts_matter` ON `matter_receipts` (`matter_id`);
--> statement-breakpoint
CREATE TABLE `matter_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`matter_id` text NOT NULL,
	`side` text,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `matter_notes_matter` ON `matter_notes` (`matter_id`,`at`,`id`);
--> statement-breakpoint
CREATE TABLE `matter_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`matter_id` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reason` text NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	`agreed` integer,
	`until_at` integer,
	FOREIGN KEY (`matter_id`) REFERENCES `matters`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `matter_openings_token_unique` ON `matter_openings` (`token`);
--> statement-breakpoint
CREATE INDEX `matter_openings_matter` ON `matter_openings` (`matter_id`,`asked_at`,`id`);
