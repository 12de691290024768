DROP INDEX `hazards_open`;
--> statement-breakpoint
CREATE INDEX `hazards_open` ON `hazards` (`reported_at`,`id`) WHERE "hazards"."state" <> 'closed';
