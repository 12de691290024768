CREATE TABLE "place_colours" (
	"place_id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"colour" text NOT NULL,
	"proposal" json,
	CONSTRAINT "place_colours_token_unique" UNIQUE("token")
);

--> statement-breakpoint
ALTER TABLE "place_colours" ADD CONSTRAINT "place_colours_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE cascade ON UPDATE no action;
