DROP INDEX `photos_band1`;
--> statement-breakpoint
DROP INDEX `photos_band2`;
--> statement-breakpoint
DROP INDEX `photos_band3`;
--> statement-breakpoint
DROP INDEX `photos_band4`;
--> statement-breakpoint
CREATE INDEX `photos_band1` ON `photos` (`band1`,`file_id`,`hash`);
--> statement-breakpoint
CREATE INDEX `photos_band2` ON `photos` (`band2`,`file_id`,`hash`);
--> statement-breakpoint
CREATE INDEX `photos_band3` ON `photos` (`band3`,`file_id`,`hash`);
--> statement-breakpoint
CREATE INDEX `photos_band4` ON `photos` (`band4`,`file_id`,`hash`);
--> statement-breakpoint
UPDATE `hazard_texts` SET `text` = `text` || coalesce((
	SELECT ' ' || group_concat(piece || after, ' ' ORDER BY i)
	FROM (SELECT key AS i, value AS piece, lead(value) OVER (ORDER BY key) AS after FROM json_each('["' || replace(`text`, ' ', '","') || '"]')) AS pairs
	WHERE after IS NOT NULL
), '');
