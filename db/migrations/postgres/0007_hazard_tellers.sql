CREATE TABLE "hazard_tellers" (
	"hazard_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "hazard_tellers_hazard_id_person_id_pk" PRIMARY KEY("hazard_id","person_id")
);

--> statement-breakpoint
ALTER TABLE "hazard_tellers" ADD CONSTRAINT "hazard_tellers_hazard_id_hazards_id_fk" FOREIGN KEY ("hazard_id") REFERENCES "hazards"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_tellers" ADD CONSTRAINT "hazard_tellers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "hazard_tellers_person" ON "hazard_tellers" USING btree ("person_id");
--> statement-breakpoint
-- Whoever has told so far.
INSERT INTO "hazard_tellers" ("hazard_id", "person_id") SELECT DISTINCT "hazard_id", "person_id" FROM "hazard_reports" WHERE "person_id" IS NOT NULL;
