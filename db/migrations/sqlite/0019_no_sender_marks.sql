DROP INDEX `inbox_sender`;
--> statement-breakpoint
ALTER TABLE `inbox` DROP COLUMN `sender_mark`;
