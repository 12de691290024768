ALTER TABLE `people` ADD `plain_phone` text;
--> statement-breakpoint
CREATE INDEX `people_plain_phone` ON `people` (`plain_phone`);
--> statement-breakpoint
UPDATE `people` SET `plain_phone` = nullif(replace(replace(replace(replace(replace(replace(`phone`, ' ', ''), '-', ''), '+', ''), '(', ''), ')', ''), '.', ''), '');
--> statement-breakpoint
UPDATE `people` SET `plain_phone` = substr(`plain_phone`, 3) WHERE length(`plain_phone`) = 13 AND `plain_phone` LIKE '86%';
