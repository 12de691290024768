CREATE TABLE `hazards` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`token` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`kinds` text NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`grade` text,
	`handling` text,
	`words` text NOT NULL,
	`place_words` text NOT NULL,
	`place_id` text,
	`lat` real,
	`lon` real,
	`cell` text,
	`area` text NOT NULL,
	`people` integer,
	`owner_id` text,
	`leader_id` text,
	`officer_id` text,
	`fixed_by_id` text,
	`checked_by_id` text,
	`reported_at` integer NOT NULL,
	`graded_at` integer,
	`assigned_at` integer,
	`accepted_at` integer,
	`fixed_at` integer,
	`closed_at` integer,
	`round` integer NOT NULL,
	`round_at` integer NOT NULL,
	`terms` text,
	`deadline` text,
	`due_at` integer,
	`alarms` integer NOT NULL,
	`asked` text,
	`draw` text,
	`merged_into_id` text,
	`state_before_merge` text,
	`end_words` text NOT NULL,
	`satisfaction` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fixed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hazards_position" CHECK(("hazards"."lat" is null) = ("hazards"."lon" is null)),
	CONSTRAINT "hazards_closed" CHECK(("hazards"."state" = 'closed') = ("hazards"."closed_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hazards_number_unique` ON `hazards` (`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `hazards_token_unique` ON `hazards` (`token`);
--> statement-breakpoint
CREATE INDEX `hazards_reported` ON `hazards` (`reported_at`,`id`);
--> statement-breakpoint
CREATE INDEX `hazards_kind` ON `hazards` (`kind`,`reported_at`);
--> statement-breakpoint
CREATE INDEX `hazards_area` ON `hazards` (`area`,`reported_at`);
--> statement-breakpoint
CREATE INDEX `hazards_place` ON `hazards` (`place_id`,`reported_at`);
--> statement-breakpoint
CREATE INDEX `hazards_cell` ON `hazards` (`cell`,`reported_at`);
--> statement-breakpoint
CREATE INDEX `hazards_open` ON `hazards` (`reported_at`) WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX `hazards_open_place` ON `hazards` (`place_id`) WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX `hazards_open_owner` ON `hazards` (`owner_id`,`due_at`) WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX `hazards_open_leader` ON `hazards` (`leader_id`,`due_at`) WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX `hazards_due` ON `hazards` (`due_at`) WHERE "hazards"."state" in ('assigned', 'accepted');
--> statement-breakpoint
CREATE INDEX `hazards_undecided` ON `hazards` (`reported_at`) WHERE "hazards"."state" in ('reported', 'graded');
--> statement-breakpoint
CREATE INDEX `hazards_unchecked` ON `hazards` (`fixed_at`) WHERE "hazards"."state" = 'fixed';
--> statement-breakpoint
CREATE INDEX `hazards_owner` ON `hazards` (`owner_id`,`reported_at`);
--> statement-breakpoint
CREATE INDEX `hazards_changed` ON `hazards` (`changed_at`);
--> statement-breakpoint
CREATE TABLE `hazard_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`hazard_id` text NOT NULL,
	`person_id` text,
	`anonymous` integer NOT NULL,
	`room_id` text,
	`message_id` text,
	`via` text NOT NULL,
	`words` text NOT NULL,
	`kinds` text NOT NULL,
	`place_words` text NOT NULL,
	`place_id` text,
	`lat` real,
	`lon` real,
	`file_ids` text NOT NULL,
	`at` integer NOT NULL,
	`from_hazard_id` text,
	`rating_asked_at` integer,
	FOREIGN KEY (`hazard_id`) REFERENCES `hazards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hazard_reports_hazard` ON `hazard_reports` (`hazard_id`,`at`);
--> statement-breakpoint
CREATE INDEX `hazard_reports_person` ON `hazard_reports` (`person_id`,`at`);
--> statement-breakpoint
CREATE INDEX `hazard_reports_message` ON `hazard_reports` (`room_id`,`message_id`);
--> statement-breakpoint
CREATE TABLE `hazard_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`state` text NOT NULL,
	`person_id` text NOT NULL,
	`room_id` text NOT NULL,
	`told` text NOT NULL,
	`started_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`hazard_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hazard_id`) REFERENCES `hazards`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hazard_drafts_token_unique` ON `hazard_drafts` (`token`);
--> statement-breakpoint
CREATE INDEX `hazard_drafts_person` ON `hazard_drafts` (`person_id`,`room_id`,`touched_at`);
--> statement-breakpoint
CREATE INDEX `hazard_drafts_hazard` ON `hazard_drafts` (`hazard_id`);
--> statement-breakpoint
CREATE TABLE `hazard_texts` (
	`n` integer PRIMARY KEY NOT NULL,
	`hazard_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`hazard_id`) REFERENCES `hazards`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hazard_texts_hazardId_unique` ON `hazard_texts` (`hazard_id`);
--> statement-breakpoint
CREATE INDEX `orders_standby` ON `orders` (`incident_id`,`standby_rank`) WHERE "orders"."answer" = 'standby';
--> statement-breakpoint
CREATE VIRTUAL TABLE `hazard_search` USING fts5(`text`, content='hazard_texts', content_rowid='n', tokenize='unicode61');
--> statement-breakpoint
CREATE TRIGGER `hazard_texts_added` AFTER INSERT ON `hazard_texts` BEGIN
	INSERT INTO hazard_search(rowid, text) VALUES (new.n, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `hazard_texts_removed` AFTER DELETE ON `hazard_texts` BEGIN
	INSERT INTO hazard_search(hazard_search, rowid, text) VALUES ('delete', old.n, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `hazard_texts_changed` AFTER UPDATE ON `hazard_texts` BEGIN
	INSERT INTO hazard_search(hazard_search, rowid, text) VALUES ('delete', old.n, old.text);
	INSERT INTO hazard_search(rowid, text) VALUES (new.n, new.text);
END;
