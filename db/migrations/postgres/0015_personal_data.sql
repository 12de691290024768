CREATE TABLE "consents" (
	"person_id" text PRIMARY KEY NOT NULL,
	"asked_at" bigint NOT NULL,
	"agreed_at" bigint
);

--> statement-breakpoint
CREATE TABLE "erasures" (
	"person_id" text PRIMARY KEY NOT NULL,
	"asked_at" bigint NOT NULL,
	"senders" json NOT NULL,
	"after" text NOT NULL,
	"done_at" bigint
);

--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("asked_at") WHERE "erasures"."done_at" is null;
