CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`call_sign` text,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`language` text NOT NULL,
	`roles` text NOT NULL,
	`duty` text NOT NULL,
	`certificates` text NOT NULL,
	`base_lat` real,
	`base_lon` real,
	`gender` text,
	`active` integer NOT NULL,
	CONSTRAINT "people_base" CHECK(("people"."base_lat" is null) = ("people"."base_lon" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_callSign_unique` ON `people` (`call_sign`);
--> statement-breakpoint
CREATE TABLE `positions` (
	`person_id` text PRIMARY KEY NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `person_roles` (
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`role`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_roles_person` ON `person_roles` (`person_id`);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`leader_id` text,
	`active` integer NOT NULL,
	FOREIGN KEY (`leader_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_code_unique` ON `teams` (`code`);
--> statement-breakpoint
CREATE TABLE `team_members` (
	`team_id` text NOT NULL,
	`person_id` text NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`team_id`, `person_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_members_person` ON `team_members` (`person_id`);
--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`team_id` text,
	`state` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_external` ON `rooms` (`platform`,`external_id`);
--> statement-breakpoint
CREATE INDEX `rooms_purpose` ON `rooms` (`purpose`);
--> statement-breakpoint
CREATE INDEX `rooms_team` ON `rooms` (`team_id`);
--> statement-breakpoint
CREATE TABLE `questions` (
	`room_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `person_id`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `questions_person` ON `questions` (`person_id`);
--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`room_id` text,
	`state` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_external` ON `identities` (`platform`,`external_id`) WHERE "identities"."state" <> 'replaced';
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);
--> statement-breakpoint
CREATE INDEX `identities_room` ON `identities` (`room_id`);
--> statement-breakpoint
CREATE TABLE `bind_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `bind_codes_person` ON `bind_codes` (`person_id`);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`lat` real,
	`lon` real,
	`area` text NOT NULL,
	`details` text,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `places_code_unique` ON `places` (`code`);
--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`level` text,
	`seats` text NOT NULL,
	`safety_lines` text NOT NULL,
	`checklist` text NOT NULL,
	`warn_places` text NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_code_unique` ON `plans` (`code`);
--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`token` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`drill` integer NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`words` text NOT NULL,
	`place_words` text NOT NULL,
	`place_id` text,
	`lat` real,
	`lon` real,
	`report_room_id` text,
	`reporter_id` text,
	`officer_id` text,
	`reported_at` integer NOT NULL,
	`confirmed_at` integer,
	`called_out_at` integer,
	`stood_down_at` integer,
	`closed_at` integer,
	`squad_room_ids` text NOT NULL,
	`waves` integer NOT NULL,
	`exhausted_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`officer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_number_unique` ON `incidents` (`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_token_unique` ON `incidents` (`token`);
--> statement-breakpoint
CREATE INDEX `incidents_running` ON `incidents` (`reported_at`) WHERE "incidents"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX `incidents_reported` ON `incidents` (`reported_at`);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`person_id` text,
	`room_id` text,
	`message_id` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reports_incident` ON `reports` (`incident_id`,`at`);
--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`skill` text,
	`needed` integer NOT NULL,
	`taken` integer NOT NULL,
	`origin` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seats_taken" CHECK("seats"."taken" >= 0 and "seats"."taken" <= "seats"."needed")
) STRICT;
--> statement-breakpoint
CREATE INDEX `seats_incident` ON `seats` (`incident_id`);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`wave` integer NOT NULL,
	`code` text NOT NULL,
	`token` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`door` text,
	`standby_rank` integer,
	`platform` text,
	`channels_tried` integer NOT NULL,
	`distance_metres` real,
	`travel_minutes` real,
	`position_at` integer,
	`created_at` integer NOT NULL,
	`wait_until` integer NOT NULL,
	`sent_at` integer,
	`delivered_at` integer,
	`seen_at` integer,
	`answered_at` integer,
	`accepted_at` integer,
	`eta_at` integer,
	`underway_at` integer,
	`on_scene_at` integer,
	`done_at` integer,
	`released_at` integer,
	`safe_at` integer,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_token_unique` ON `orders` (`token`);
--> statement-breakpoint
CREATE INDEX `orders_incident` ON `orders` (`incident_id`);
--> statement-breakpoint
CREATE INDEX `orders_person` ON `orders` (`person_id`);
--> statement-breakpoint
CREATE INDEX `orders_engaged` ON `orders` (`person_id`) WHERE "orders"."answer" in ('open', 'accepted') and "orders"."safe_at" is null;
--> statement-breakpoint
CREATE INDEX `orders_code` ON `orders` (`code`);
--> statement-breakpoint
CREATE INDEX `orders_seat` ON `orders` (`seat_id`);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`update_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`inbound` text NOT NULL,
	`state` text NOT NULL,
	`reference` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_update` ON `inbox` (`platform`,`update_id`);
--> statement-breakpoint
CREATE INDEX `inbox_failed` ON `inbox` (`received_at`) WHERE "inbox"."state" = 'failed';
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`notice` text NOT NULL,
	`priority` integer NOT NULL,
	`reader_id` text,
	`slot` text,
	`reply_to` text,
	`queued_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer,
	`attempts` integer NOT NULL,
	`state` text NOT NULL,
	`taken_over` integer NOT NULL,
	`message_id` text,
	`ended_at` integer,
	`why` text NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_waiting_slot` ON `notices` (`slot`,`room_id`) WHERE "notices"."state" = 'waiting' and "notices"."slot" is not null;
--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`room_id`,`priority`,`queued_at`,`id`) WHERE "notices"."state" in ('waiting', 'sending');
--> statement-breakpoint
CREATE INDEX `notices_sending` ON `notices` (`room_id`) WHERE "notices"."state" = 'sending';
--> statement-breakpoint
CREATE INDEX `notices_room` ON `notices` (`room_id`,`id`);
--> statement-breakpoint
CREATE INDEX `notices_message` ON `notices` (`room_id`,`message_id`) WHERE "notices"."message_id" is not null;
--> statement-breakpoint
CREATE TABLE `lanes` (
	`room_id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`priority` integer NOT NULL,
	`due_at` integer,
	`quiet_until` integer NOT NULL,
	`lease` text,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `lanes_due` ON `lanes` (`priority`,`due_at`) WHERE "lanes"."due_at" is not null;
--> statement-breakpoint
CREATE TABLE `slots` (
	`room_id` text NOT NULL,
	`slot` text NOT NULL,
	`message_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`room_id`, `slot`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `timers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`due_at` integer NOT NULL,
	`claimable_at` integer NOT NULL,
	`lease` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `timers_subject` ON `timers` (`kind`,`subject`);
--> statement-breakpoint
CREATE INDEX `timers_claimable` ON `timers` (`claimable_at`);
--> statement-breakpoint
CREATE TABLE `trace` (
	`subject` text NOT NULL,
	`n` integer NOT NULL,
	`what` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`subject`, `n`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `trace_ends` (
	`subject` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`room_id` text NOT NULL,
	`person_id` text,
	`message_id` text NOT NULL,
	`attachment` text NOT NULL,
	`incident_id` text,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`sha256` text,
	`mime` text,
	`size_bytes` integer,
	`why` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `files_incident` ON `files` (`incident_id`);
--> statement-breakpoint
CREATE INDEX `files_waiting` ON `files` (`due_at`) WHERE "files"."state" = 'waiting';
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`next` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `web_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`room` text NOT NULL,
	`sender` text,
	`at` integer NOT NULL,
	`edited_at` integer,
	`content` text NOT NULL,
	`reactions` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `web_messages_room` ON `web_messages` (`room`,`id`);
