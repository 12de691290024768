CREATE TABLE "hazards" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"kinds" json NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"grade" text,
	"handling" text,
	"words" text NOT NULL,
	"place_words" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"cell" text,
	"area" text NOT NULL,
	"people" bigint,
	"owner_id" text,
	"leader_id" text,
	"officer_id" text,
	"fixed_by_id" text,
	"checked_by_id" text,
	"reported_at" bigint NOT NULL,
	"graded_at" bigint,
	"assigned_at" bigint,
	"accepted_at" bigint,
	"fixed_at" bigint,
	"closed_at" bigint,
	"round" bigint NOT NULL,
	"round_at" bigint NOT NULL,
	"terms" json,
	"deadline" json,
	"due_at" bigint,
	"alarms" bigint NOT NULL,
	"asked" json,
	"draw" json,
	"merged_into_id" text,
	"state_before_merge" text,
	"end_words" text NOT NULL,
	"satisfaction" text,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "hazards_number_unique" UNIQUE("number"),
	CONSTRAINT "hazards_token_unique" UNIQUE("token"),
	CONSTRAINT "hazards_position" CHECK (("hazards"."lat" is null) = ("hazards"."lon" is null)),
	CONSTRAINT "hazards_closed" CHECK (("hazards"."state" = 'closed') = ("hazards"."closed_at" is not null))
);

--> statement-breakpoint
CREATE TABLE "hazard_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"hazard_id" text NOT NULL,
	"person_id" text,
	"anonymous" boolean NOT NULL,
	"room_id" text,
	"message_id" text,
	"via" text NOT NULL,
	"words" text NOT NULL,
	"kinds" json NOT NULL,
	"place_words" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"file_ids" json NOT NULL,
	"at" bigint NOT NULL,
	"from_hazard_id" text,
	"rating_asked_at" bigint
);

--> statement-breakpoint
CREATE TABLE "hazard_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"state" text NOT NULL,
	"person_id" text NOT NULL,
	"room_id" text NOT NULL,
	"told" json NOT NULL,
	"started_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"hazard_id" text,
	CONSTRAINT "hazard_drafts_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "hazard_texts" (
	"n" bigint PRIMARY KEY NOT NULL,
	"hazard_id" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "hazard_texts_hazardId_unique" UNIQUE("hazard_id")
);

--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_leader_id_people_id_fk" FOREIGN KEY ("leader_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_officer_id_people_id_fk" FOREIGN KEY ("officer_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_fixed_by_id_people_id_fk" FOREIGN KEY ("fixed_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_checked_by_id_people_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_reports" ADD CONSTRAINT "hazard_reports_hazard_id_hazards_id_fk" FOREIGN KEY ("hazard_id") REFERENCES "hazards"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_reports" ADD CONSTRAINT "hazard_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_reports" ADD CONSTRAINT "hazard_reports_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_reports" ADD CONSTRAINT "hazard_reports_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_drafts" ADD CONSTRAINT "hazard_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_drafts" ADD CONSTRAINT "hazard_drafts_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_drafts" ADD CONSTRAINT "hazard_drafts_hazard_id_hazards_id_fk" FOREIGN KEY ("hazard_id") REFERENCES "hazards"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_texts" ADD CONSTRAINT "hazard_texts_hazard_id_hazards_id_fk" FOREIGN KEY ("hazard_id") REFERENCES "hazards"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "hazards_reported" ON "hazards" USING btree ("reported_at","id");
--> statement-breakpoint
CREATE INDEX "hazards_kind" ON "hazards" USING btree ("kind","reported_at");
--> statement-breakpoint
CREATE INDEX "hazards_area" ON "hazards" USING btree ("area","reported_at");
--> statement-breakpoint
CREATE INDEX "hazards_place" ON "hazards" USING btree ("place_id","reported_at");
--> statement-breakpoint
CREATE INDEX "hazards_cell" ON "hazards" USING btree ("cell","reported_at");
--> statement-breakpoint
CREATE INDEX "hazards_open" ON "hazards" USING btree ("reported_at") WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX "hazards_open_place" ON "hazards" USING btree ("place_id") WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX "hazards_open_owner" ON "hazards" USING btree ("owner_id","due_at") WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX "hazards_open_leader" ON "hazards" USING btree ("leader_id","due_at") WHERE "hazards"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX "hazards_due" ON "hazards" USING btree ("due_at") WHERE "hazards"."state" in ('assigned', 'accepted');
--> statement-breakpoint
CREATE INDEX "hazards_undecided" ON "hazards" USING btree ("reported_at") WHERE "hazards"."state" in ('reported', 'graded');
--> statement-breakpoint
CREATE INDEX "hazards_unchecked" ON "hazards" USING btree ("fixed_at") WHERE "hazards"."state" = 'fixed';
--> statement-breakpoint
CREATE INDEX "hazards_owner" ON "hazards" USING btree ("owner_id","reported_at");
--> statement-breakpoint
CREATE INDEX "hazards_changed" ON "hazards" USING btree ("changed_at");
--> statement-breakpoint
CREATE INDEX "hazard_reports_hazard" ON "hazard_reports" USING btree ("hazard_id","at");
--> statement-breakpoint
CREATE INDEX "hazard_reports_person" ON "hazard_reports" USING btree ("person_id","at");
--> statement-breakpoint
CREATE INDEX "hazard_reports_message" ON "hazard_reports" USING btree ("room_id","message_id");
--> statement-breakpoint
CREATE INDEX "hazard_drafts_person" ON "hazard_drafts" USING btree ("person_id","room_id","touched_at");
--> statement-breakpoint
CREATE INDEX "hazard_drafts_hazard" ON "hazard_drafts" USING btree ("hazard_id");
--> statement-breakpoint
CREATE INDEX "orders_standby" ON "orders" USING btree ("incident_id","standby_rank") WHERE "orders"."answer" = 'standby';
--> statement-breakpoint
ALTER TABLE "hazard_texts" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "text")) STORED;
--> statement-breakpoint
CREATE INDEX "hazard_texts_words" ON "hazard_texts" USING gin ("words");
