DROP INDEX "hazards_open";
--> statement-breakpoint
CREATE INDEX "hazards_open" ON "hazards" USING btree ("reported_at","id") WHERE "hazards"."state" <> 'closed';
