ALTER TABLE "people" ADD COLUMN "plain_phone" text;
--> statement-breakpoint
CREATE INDEX "people_plain_phone" ON "people" USING btree ("plain_phone");
--> statement-breakpoint
UPDATE "people" SET "plain_phone" = nullif(regexp_replace(regexp_replace("phone", '\D', '', 'g'), '^86(?=\d{11}$)', ''), '');
