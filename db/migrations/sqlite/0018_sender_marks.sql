ALTER TABLE `inbox` ADD `sender_mark` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `inbox_sender` ON `inbox` (`sender_mark`,`id`);
