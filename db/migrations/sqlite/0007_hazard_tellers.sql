CREATE TABLE `hazard_tellers` (
	`hazard_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`hazard_id`, `person_id`),
	FOREIGN KEY (`hazard_id`) REFERENCES `hazards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hazard_tellers_person` ON `hazard_tellers` (`person_id`);
--> statement-breakpoint
-- Whoever has told so far.
INSERT INTO `hazard_tellers` (`hazard_id`, `person_id`) SELECT DISTINCT `hazard_id`, `person_id` FROM `hazard_reports` WHERE `person_id` IS NOT NULL;
