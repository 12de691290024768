CREATE INDEX `finds_told` ON `finds` (`at`) WHERE "finds"."state" = 'told';
