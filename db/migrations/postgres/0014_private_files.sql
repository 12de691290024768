CREATE INDEX "files_to_seal" ON "files" USING btree ("id") WHERE "files"."state" = 'stored' and substr("files"."subject", 1, 7) = 'matter:' and substr("files"."sha256", 1, 7) <> 'sealed:';
--> statement-breakpoint
CREATE INDEX "files_sealed" ON "files" USING btree ("id") WHERE substr("files"."sha256", 1, 7) = 'sealed:';
--> statement-breakpoint
CREATE INDEX "files_to_remove" ON "files" USING btree ("id") WHERE "files"."state" = 'lost' and "files"."sha256" is not null;
--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256") WHERE "files"."sha256" is not null;
--> statement-breakpoint
CREATE INDEX "photos_shared" ON "photos" USING btree ("shared_sha256");
--> statement-breakpoint
CREATE INDEX "photos_small" ON "photos" USING btree ("small_sha256");
