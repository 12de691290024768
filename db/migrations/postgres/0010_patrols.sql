CREATE TABLE "shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"roster_code" text,
	"date" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"team_ids" json NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"minimum" bigint NOT NULL,
	"gear" json NOT NULL,
	"handover" json,
	"heard_at" bigint,
	"distance_km" double precision,
	"remarks" text NOT NULL,
	"ended_at" bigint,
	"welfare" json,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "shifts_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "shift_teams" (
	"shift_id" text NOT NULL,
	"team_id" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"takes_from_at" bigint,
	CONSTRAINT "shift_teams_shift_id_team_id_pk" PRIMARY KEY("shift_id","team_id")
);

--> statement-breakpoint
CREATE TABLE "shift_people" (
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"team_id" text NOT NULL,
	"state" text NOT NULL,
	"stands_in_for_id" text,
	"mustered_at" bigint,
	"door" text,
	"late_minutes" bigint,
	"left_at" bigint,
	"minutes" bigint,
	"guest" boolean NOT NULL,
	"rank" bigint NOT NULL,
	"starts_at" bigint NOT NULL,
	"takes_from_at" bigint,
	CONSTRAINT "shift_people_shift_id_person_id_pk" PRIMARY KEY("shift_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "shift_points" (
	"shift_id" text NOT NULL,
	"n" bigint NOT NULL,
	"place_id" text,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"not_before_at" bigint,
	"due_at" bigint NOT NULL,
	"proof" boolean NOT NULL,
	"task" text NOT NULL,
	"asked_at" bigint,
	"told_at" bigint,
	"why" text NOT NULL,
	CONSTRAINT "shift_points_shift_id_n_pk" PRIMARY KEY("shift_id","n")
);

--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"shift_id" text NOT NULL,
	"n" bigint,
	"place_id" text,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"person_id" text NOT NULL,
	"by_id" text NOT NULL,
	"room_id" text NOT NULL,
	"message_id" text,
	"album_id" text,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"afterwards" boolean NOT NULL,
	"words" text NOT NULL,
	"ok" boolean,
	"photos" bigint NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"distance_metres" double precision,
	"doubts" json NOT NULL,
	"replaces_id" text,
	CONSTRAINT "check_ins_token_unique" UNIQUE("token"),
	CONSTRAINT "check_ins_position" CHECK (("check_ins"."lat" is null) = ("check_ins"."lon" is null))
);

--> statement-breakpoint
CREATE TABLE "shift_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"kind" text NOT NULL,
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"with_person_id" text,
	"with_shift_id" text,
	"state" text NOT NULL,
	"words" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"decided_by_id" text,
	"decided_at" bigint,
	CONSTRAINT "shift_requests_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "finds" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"shift_id" text,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"person_id" text NOT NULL,
	"room_id" text NOT NULL,
	"message_id" text,
	"words" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"at" bigint NOT NULL,
	"incident_id" text,
	"hazard_id" text,
	"decided_by_id" text,
	"decided_at" bigint,
	CONSTRAINT "finds_token_unique" UNIQUE("token"),
	CONSTRAINT "finds_position" CHECK (("finds"."lat" is null) = ("finds"."lon" is null))
);

--> statement-breakpoint
CREATE TABLE "shift_log" (
	"shift_id" text NOT NULL,
	"n" bigint NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"open" boolean NOT NULL,
	CONSTRAINT "shift_log_shift_id_n_pk" PRIMARY KEY("shift_id","n")
);

--> statement-breakpoint
CREATE TABLE "shift_tracks" (
	"shift_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	CONSTRAINT "shift_tracks_shift_id_at_person_id_pk" PRIMARY KEY("shift_id","at","person_id")
);

--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"token" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"team_id" text,
	"made_at" bigint NOT NULL,
	CONSTRAINT "calendar_feeds_personId_unique" UNIQUE("person_id"),
	CONSTRAINT "calendar_feeds_teamId_unique" UNIQUE("team_id"),
	CONSTRAINT "calendar_feeds_whose" CHECK (("calendar_feeds"."person_id" is null) <> ("calendar_feeds"."team_id" is null))
);

--> statement-breakpoint
ALTER TABLE "shift_teams" ADD CONSTRAINT "shift_teams_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_teams" ADD CONSTRAINT "shift_teams_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_people" ADD CONSTRAINT "shift_people_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_people" ADD CONSTRAINT "shift_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_people" ADD CONSTRAINT "shift_people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_people" ADD CONSTRAINT "shift_people_stands_in_for_id_people_id_fk" FOREIGN KEY ("stands_in_for_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_points" ADD CONSTRAINT "shift_points_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_points" ADD CONSTRAINT "shift_points_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_with_person_id_people_id_fk" FOREIGN KEY ("with_person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_with_shift_id_shifts_id_fk" FOREIGN KEY ("with_shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_hazard_id_hazards_id_fk" FOREIGN KEY ("hazard_id") REFERENCES "hazards"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finds" ADD CONSTRAINT "finds_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_log" ADD CONSTRAINT "shift_log_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_log" ADD CONSTRAINT "shift_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_tracks" ADD CONSTRAINT "shift_tracks_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shift_tracks" ADD CONSTRAINT "shift_tracks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "shifts_roster" ON "shifts" USING btree ("roster_code","date");
--> statement-breakpoint
CREATE INDEX "shifts_starts" ON "shifts" USING btree ("starts_at","id");
--> statement-breakpoint
CREATE INDEX "shifts_running" ON "shifts" USING btree ("starts_at","id") WHERE "shifts"."state" in ('running', 'closing');
--> statement-breakpoint
CREATE INDEX "shift_teams_team" ON "shift_teams" USING btree ("team_id","starts_at");
--> statement-breakpoint
CREATE INDEX "shift_teams_current" ON "shift_teams" USING btree ("team_id","takes_from_at") WHERE "shift_teams"."takes_from_at" is not null;
--> statement-breakpoint
CREATE INDEX "shift_people_person" ON "shift_people" USING btree ("person_id","starts_at");
--> statement-breakpoint
CREATE INDEX "shift_people_current" ON "shift_people" USING btree ("person_id","takes_from_at") WHERE "shift_people"."takes_from_at" is not null;
--> statement-breakpoint
CREATE INDEX "check_ins_shift" ON "check_ins" USING btree ("shift_id","received_at","id");
--> statement-breakpoint
CREATE INDEX "check_ins_message" ON "check_ins" USING btree ("room_id","message_id") WHERE "check_ins"."message_id" is not null;
--> statement-breakpoint
CREATE INDEX "check_ins_album" ON "check_ins" USING btree ("room_id","album_id") WHERE "check_ins"."album_id" is not null;
--> statement-breakpoint
CREATE INDEX "check_ins_counted" ON "check_ins" USING btree ("shift_id","person_id","n") WHERE "check_ins"."state" = 'counted';
--> statement-breakpoint
CREATE INDEX "shift_requests_open" ON "shift_requests" USING btree ("shift_id","asked_at") WHERE "shift_requests"."state" in ('asked', 'agreed');
--> statement-breakpoint
CREATE INDEX "finds_shift" ON "finds" USING btree ("shift_id","at");
--> statement-breakpoint
CREATE INDEX "shift_tracks_at" ON "shift_tracks" USING btree ("at");
