CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`roster_code` text,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`team_ids` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`minimum` integer NOT NULL,
	`gear` text NOT NULL,
	`handover` text,
	`heard_at` integer,
	`distance_km` real,
	`remarks` text NOT NULL,
	`ended_at` integer,
	`welfare` text,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_token_unique` ON `shifts` (`token`);
--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_roster` ON `shifts` (`roster_code`,`date`);
--> statement-breakpoint
CREATE INDEX `shifts_starts` ON `shifts` (`starts_at`,`id`);
--> statement-breakpoint
CREATE INDEX `shifts_running` ON `shifts` (`starts_at`,`id`) WHERE "shifts"."state" in ('running', 'closing');
--> statement-breakpoint
CREATE TABLE `shift_teams` (
	`shift_id` text NOT NULL,
	`team_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`takes_from_at` integer,
	PRIMARY KEY(`shift_id`, `team_id`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shift_teams_team` ON `shift_teams` (`team_id`,`starts_at`);
--> statement-breakpoint
CREATE INDEX `shift_teams_current` ON `shift_teams` (`team_id`,`takes_from_at`) WHERE "shift_teams"."takes_from_at" is not null;
--> statement-breakpoint
CREATE TABLE `shift_people` (
	`shift_id` text NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	`state` text NOT NULL,
	`stands_in_for_id` text,
	`mustered_at` integer,
	`door` text,
	`late_minutes` integer,
	`left_at` integer,
	`minutes` integer,
	`guest` integer NOT NULL,
	`rank` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`takes_from_at` integer,
	PRIMARY KEY(`shift_id`, `person_id`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stands_in_for_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shift_people_person` ON `shift_people` (`person_id`,`starts_at`);
--> statement-breakpoint
CREATE INDEX `shift_people_current` ON `shift_people` (`person_id`,`takes_from_at`) WHERE "shift_people"."takes_from_at" is not null;
--> statement-breakpoint
CREATE TABLE `shift_points` (
	`shift_id` text NOT NULL,
	`n` integer NOT NULL,
	`place_id` text,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`not_before_at` integer,
	`due_at` integer NOT NULL,
	`proof` integer NOT NULL,
	`task` text NOT NULL,
	`asked_at` integer,
	`told_at` integer,
	`why` text NOT NULL,
	PRIMARY KEY(`shift_id`, `n`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`shift_id` text NOT NULL,
	`n` integer,
	`place_id` text,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`person_id` text NOT NULL,
	`by_id` text NOT NULL,
	`room_id` text NOT NULL,
	`message_id` text,
	`album_id` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`afterwards` integer NOT NULL,
	`words` text NOT NULL,
	`ok` integer,
	`photos` integer NOT NULL,
	`lat` real,
	`lon` real,
	`distance_metres` real,
	`doubts` text NOT NULL,
	`replaces_id` text,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_ins_position" CHECK(("check_ins"."lat" is null) = ("check_ins"."lon" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `check_ins_token_unique` ON `check_ins` (`token`);
--> statement-breakpoint
CREATE INDEX `check_ins_shift` ON `check_ins` (`shift_id`,`received_at`,`id`);
--> statement-breakpoint
CREATE INDEX `check_ins_message` ON `check_ins` (`room_id`,`message_id`) WHERE "check_ins"."message_id" is not null;
--> statement-breakpoint
CREATE INDEX `check_ins_album` ON `check_ins` (`room_id`,`album_id`) WHERE "check_ins"."album_id" is not null;
--> statement-breakpoint
CREATE INDEX `check_ins_counted` ON `check_ins` (`shift_id`,`person_id`,`n`) WHERE "check_ins"."state" = 'counted';
--> statement-breakpoint
CREATE TABLE `shift_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`kind` text NOT NULL,
	`shift_id` text NOT NULL,
	`person_id` text NOT NULL,
	`with_person_id` text,
	`with_shift_id` text,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_requests_token_unique` ON `shift_requests` (`token`);
--> statement-breakpoint
CREATE INDEX `shift_requests_open` ON `shift_requests` (`shift_id`,`asked_at`) WHERE "shift_requests"."state" in ('asked', 'agreed');
--> statement-breakpoint
CREATE TABLE `finds` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`shift_id` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`person_id` text NOT NULL,
	`room_id` text NOT NULL,
	`message_id` text,
	`words` text NOT NULL,
	`place_id` text,
	`lat` real,
	`lon` real,
	`at` integer NOT NULL,
	`incident_id` text,
	`hazard_id` text,
	`decided_by_id` text,
	`decided_at` integer,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hazard_id`) REFERENCES `hazards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "finds_position" CHECK(("finds"."lat" is null) = ("finds"."lon" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `finds_token_unique` ON `finds` (`token`);
--> statement-breakpoint
CREATE INDEX `finds_shift` ON `finds` (`shift_id`,`at`);
--> statement-breakpoint
CREATE TABLE `shift_log` (
	`shift_id` text NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`shift_id`, `n`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `shift_tracks` (
	`shift_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	PRIMARY KEY(`shift_id`, `at`, `person_id`),
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shift_tracks_at` ON `shift_tracks` (`at`);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`team_id` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_feeds_whose" CHECK(("calendar_feeds"."person_id" is null) <> ("calendar_feeds"."team_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_personId_unique` ON `calendar_feeds` (`person_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_teamId_unique` ON `calendar_feeds` (`team_id`);
