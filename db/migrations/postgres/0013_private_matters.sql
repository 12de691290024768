CREATE TABLE "matters" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"door" text NOT NULL,
	"teller_id" text,
	"room_id" text,
	"room_code" text NOT NULL,
	"stop" bigint NOT NULL,
	"owner_id" text,
	"need" text,
	"urgent" boolean NOT NULL,
	"begun_at" bigint NOT NULL,
	"reported_at" bigint,
	"assigned_at" bigint,
	"accepted_at" bigint,
	"effective_at" bigint,
	"ended_at" bigint,
	"archived_at" bigint,
	"changed_at" bigint NOT NULL,
	"due_at" bigint,
	"forget_at" bigint,
	"forgotten_at" bigint,
	"body" text NOT NULL,
	CONSTRAINT "matters_number_unique" UNIQUE("number"),
	CONSTRAINT "matters_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "matter_people" (
	"matter_id" text NOT NULL,
	"person_id" text NOT NULL,
	"standing" text NOT NULL,
	CONSTRAINT "matter_people_matter_id_person_id_standing_pk" PRIMARY KEY("matter_id","person_id","standing")
);

--> statement-breakpoint
CREATE TABLE "matter_receipts" (
	"hash" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "matter_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"side" text,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"words" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "matter_openings" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"matter_id" text NOT NULL,
	"asked_by_id" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"reason" text NOT NULL,
	"decided_by_id" text,
	"decided_at" bigint,
	"agreed" boolean,
	"until_at" bigint,
	CONSTRAINT "matter_openings_token_unique" UNIQUE("token")
);

--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_teller_id_people_id_fk" FOREIGN KEY ("teller_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_people" ADD CONSTRAINT "matter_people_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_people" ADD CONSTRAINT "matter_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_receipts" ADD CONSTRAINT "matter_receipts_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_notes" ADD CONSTRAINT "matter_notes_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_notes" ADD CONSTRAINT "matter_notes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_openings" ADD CONSTRAINT "matter_openings_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "matters"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_openings" ADD CONSTRAINT "matter_openings_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matter_openings" ADD CONSTRAINT "matter_openings_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "matters_begun" ON "matters" USING btree ("begun_at","id");
--> statement-breakpoint
CREATE INDEX "matters_room" ON "matters" USING btree ("room_code","begun_at","id");
--> statement-breakpoint
CREATE INDEX "matters_telling" ON "matters" USING btree ("teller_id","changed_at") WHERE "matters"."state" = 'telling';
--> statement-breakpoint
CREATE INDEX "matters_forget" ON "matters" USING btree ("forget_at") WHERE "matters"."forget_at" is not null and "matters"."forgotten_at" is null;
--> statement-breakpoint
CREATE INDEX "matter_people_person" ON "matter_people" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "matter_receipts_matter" ON "matter_receipts" USING btree ("matter_id");
--> statement-breakpoint
CREATE INDEX "matter_notes_matter" ON "matter_notes" USING btree ("matter_id","at","id");
--> statement-breakpoint
CREATE INDEX "matter_openings_matter" ON "matter_openings" USING btree ("matter_id","asked_at","id");
