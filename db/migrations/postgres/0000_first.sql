CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"call_sign" text,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"language" text NOT NULL,
	"roles" json NOT NULL,
	"duty" text NOT NULL,
	"certificates" json NOT NULL,
	"base_lat" double precision,
	"base_lon" double precision,
	"gender" text,
	"active" boolean NOT NULL,
	CONSTRAINT "people_callSign_unique" UNIQUE("call_sign"),
	CONSTRAINT "people_base" CHECK (("people"."base_lat" is null) = ("people"."base_lon" is null))
);

--> statement-breakpoint
CREATE TABLE "positions" (
	"person_id" text PRIMARY KEY NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"at" bigint NOT NULL,
	"source" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "person_roles" (
	"role" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "person_roles_role_person_id_pk" PRIMARY KEY("role","person_id")
);

--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"leader_id" text,
	"active" boolean NOT NULL,
	CONSTRAINT "teams_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"rank" bigint NOT NULL,
	CONSTRAINT "team_members_team_id_person_id_pk" PRIMARY KEY("team_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"team_id" text,
	"state" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "questions" (
	"room_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "questions_room_id_person_id_pk" PRIMARY KEY("room_id","person_id")
);

--> statement-breakpoint
CREATE TABLE "identities" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"platform" text NOT NULL,
	"external_id" text NOT NULL,
	"room_id" text,
	"state" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "bind_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);

--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"aliases" json NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"area" text NOT NULL,
	"details" json,
	"active" boolean NOT NULL,
	CONSTRAINT "places_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text,
	"level" text,
	"seats" json NOT NULL,
	"safety_lines" json NOT NULL,
	"checklist" json NOT NULL,
	"warn_places" json NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "plans_code_unique" UNIQUE("code")
);

--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"drill" boolean NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"words" text NOT NULL,
	"place_words" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"report_room_id" text,
	"reporter_id" text,
	"officer_id" text,
	"reported_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"called_out_at" bigint,
	"stood_down_at" bigint,
	"closed_at" bigint,
	"squad_room_ids" json NOT NULL,
	"waves" bigint NOT NULL,
	"exhausted_at" bigint,
	CONSTRAINT "incidents_number_unique" UNIQUE("number"),
	CONSTRAINT "incidents_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"person_id" text,
	"room_id" text,
	"message_id" text,
	"words" text NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"skill" text,
	"needed" bigint NOT NULL,
	"taken" bigint NOT NULL,
	"origin" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "seats_taken" CHECK ("seats"."taken" >= 0 and "seats"."taken" <= "seats"."needed")
);

--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"wave" bigint NOT NULL,
	"code" text NOT NULL,
	"token" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"door" text,
	"standby_rank" bigint,
	"platform" text,
	"channels_tried" bigint NOT NULL,
	"distance_metres" double precision,
	"travel_minutes" double precision,
	"position_at" bigint,
	"created_at" bigint NOT NULL,
	"wait_until" bigint NOT NULL,
	"sent_at" bigint,
	"delivered_at" bigint,
	"seen_at" bigint,
	"answered_at" bigint,
	"accepted_at" bigint,
	"eta_at" bigint,
	"underway_at" bigint,
	"on_scene_at" bigint,
	"done_at" bigint,
	"released_at" bigint,
	"safe_at" bigint,
	CONSTRAINT "orders_token_unique" UNIQUE("token")
);

--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"update_id" text NOT NULL,
	"received_at" bigint NOT NULL,
	"inbound" json NOT NULL,
	"state" text NOT NULL,
	"reference" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"room_id" text NOT NULL,
	"notice" json NOT NULL,
	"priority" bigint NOT NULL,
	"reader_id" text,
	"slot" text,
	"reply_to" text,
	"queued_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"expires_at" bigint,
	"attempts" bigint NOT NULL,
	"state" text NOT NULL,
	"taken_over" boolean NOT NULL,
	"message_id" text,
	"ended_at" bigint,
	"why" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lanes" (
	"room_id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"priority" bigint NOT NULL,
	"due_at" bigint,
	"quiet_until" bigint NOT NULL,
	"lease" text
);

--> statement-breakpoint
CREATE TABLE "slots" (
	"room_id" text NOT NULL,
	"slot" text NOT NULL,
	"message_id" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "slots_room_id_slot_pk" PRIMARY KEY("room_id","slot")
);

--> statement-breakpoint
CREATE TABLE "timers" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"due_at" bigint NOT NULL,
	"claimable_at" bigint NOT NULL,
	"lease" text
);

--> statement-breakpoint
CREATE TABLE "trace" (
	"subject" text NOT NULL,
	"n" bigint NOT NULL,
	"what" text NOT NULL,
	"actor_id" text,
	"at" bigint NOT NULL,
	"data" json NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "trace_subject_n_pk" PRIMARY KEY("subject","n")
);

--> statement-breakpoint
CREATE TABLE "trace_ends" (
	"subject" text PRIMARY KEY NOT NULL,
	"n" bigint NOT NULL,
	"hash" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"room_id" text NOT NULL,
	"person_id" text,
	"message_id" text NOT NULL,
	"attachment" json NOT NULL,
	"incident_id" text,
	"received_at" bigint NOT NULL,
	"state" text NOT NULL,
	"sha256" text,
	"mime" text,
	"size_bytes" bigint,
	"why" text NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" json
);

--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"next" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "web_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"sender" text,
	"at" bigint NOT NULL,
	"edited_at" bigint,
	"content" json NOT NULL,
	"reactions" json NOT NULL
);

--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_leader_id_people_id_fk" FOREIGN KEY ("leader_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bind_codes" ADD CONSTRAINT "bind_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_report_room_id_rooms_id_fk" FOREIGN KEY ("report_room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_officer_id_people_id_fk" FOREIGN KEY ("officer_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "seats"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lanes" ADD CONSTRAINT "lanes_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "rooms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "person_roles_person" ON "person_roles" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "team_members_person" ON "team_members" USING btree ("person_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_external" ON "rooms" USING btree ("platform","external_id");
--> statement-breakpoint
CREATE INDEX "rooms_purpose" ON "rooms" USING btree ("purpose");
--> statement-breakpoint
CREATE INDEX "rooms_team" ON "rooms" USING btree ("team_id");
--> statement-breakpoint
CREATE INDEX "questions_person" ON "questions" USING btree ("person_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "identities_external" ON "identities" USING btree ("platform","external_id") WHERE "identities"."state" <> 'replaced';
--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "identities_room" ON "identities" USING btree ("room_id");
--> statement-breakpoint
CREATE INDEX "bind_codes_person" ON "bind_codes" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "incidents_running" ON "incidents" USING btree ("reported_at") WHERE "incidents"."state" <> 'closed';
--> statement-breakpoint
CREATE INDEX "incidents_reported" ON "incidents" USING btree ("reported_at");
--> statement-breakpoint
CREATE INDEX "reports_incident" ON "reports" USING btree ("incident_id","at");
--> statement-breakpoint
CREATE INDEX "seats_incident" ON "seats" USING btree ("incident_id");
--> statement-breakpoint
CREATE INDEX "orders_incident" ON "orders" USING btree ("incident_id");
--> statement-breakpoint
CREATE INDEX "orders_person" ON "orders" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "orders_engaged" ON "orders" USING btree ("person_id") WHERE "orders"."answer" in ('open', 'accepted') and "orders"."safe_at" is null;
--> statement-breakpoint
CREATE INDEX "orders_code" ON "orders" USING btree ("code");
--> statement-breakpoint
CREATE INDEX "orders_seat" ON "orders" USING btree ("seat_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_update" ON "inbox" USING btree ("platform","update_id");
--> statement-breakpoint
CREATE INDEX "inbox_failed" ON "inbox" USING btree ("received_at") WHERE "inbox"."state" = 'failed';
--> statement-breakpoint
CREATE UNIQUE INDEX "notices_waiting_slot" ON "notices" USING btree ("slot","room_id") WHERE "notices"."state" = 'waiting' and "notices"."slot" is not null;
--> statement-breakpoint
CREATE INDEX "notices_open" ON "notices" USING btree ("room_id","priority","queued_at","id") WHERE "notices"."state" in ('waiting', 'sending');
--> statement-breakpoint
CREATE INDEX "notices_sending" ON "notices" USING btree ("room_id") WHERE "notices"."state" = 'sending';
--> statement-breakpoint
CREATE INDEX "notices_room" ON "notices" USING btree ("room_id","id");
--> statement-breakpoint
CREATE INDEX "notices_message" ON "notices" USING btree ("room_id","message_id") WHERE "notices"."message_id" is not null;
--> statement-breakpoint
CREATE INDEX "lanes_due" ON "lanes" USING btree ("priority","due_at") WHERE "lanes"."due_at" is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "timers_subject" ON "timers" USING btree ("kind","subject");
--> statement-breakpoint
CREATE INDEX "timers_claimable" ON "timers" USING btree ("claimable_at");
--> statement-breakpoint
CREATE INDEX "files_incident" ON "files" USING btree ("incident_id");
--> statement-breakpoint
CREATE INDEX "files_waiting" ON "files" USING btree ("due_at") WHERE "files"."state" = 'waiting';
--> statement-breakpoint
CREATE INDEX "web_messages_room" ON "web_messages" USING btree ("room","id");
