CREATE TABLE `place_colours` (
	`place_id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`colour` text NOT NULL,
	`proposal` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `place_colours_token_unique` ON `place_colours` (`token`);
