CREATE TABLE "tombstones" (
	"subject" text PRIMARY KEY NOT NULL,
	"forgotten_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "shift_requests_shift" ON "shift_requests" USING btree ("shift_id");
