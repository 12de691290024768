CREATE TABLE "photos" (
	"file_id" text PRIMARY KEY NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"camera" json NOT NULL,
	"damaged" boolean NOT NULL,
	"hash" text,
	"mirrored_hash" text,
	"band1" text,
	"band2" text,
	"band3" text,
	"band4" text,
	"shared_sha256" text,
	"small_sha256" text
);

--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "album_id" text;
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "subject" text;
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "role" text;
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "shown_at" bigint;
--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "photos_band1" ON "photos" USING btree ("band1");
--> statement-breakpoint
CREATE INDEX "photos_band2" ON "photos" USING btree ("band2");
--> statement-breakpoint
CREATE INDEX "photos_band3" ON "photos" USING btree ("band3");
--> statement-breakpoint
CREATE INDEX "photos_band4" ON "photos" USING btree ("band4");
--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("subject","received_at") WHERE "files"."subject" is not null;
--> statement-breakpoint
CREATE INDEX "files_album" ON "files" USING btree ("room_id","album_id") WHERE "files"."album_id" is not null;
--> statement-breakpoint
CREATE INDEX "files_loose" ON "files" USING btree ("room_id","person_id","received_at") WHERE "files"."incident_id" is null and "files"."subject" is null;
