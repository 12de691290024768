DROP INDEX "photos_band1";
--> statement-breakpoint
DROP INDEX "photos_band2";
--> statement-breakpoint
DROP INDEX "photos_band3";
--> statement-breakpoint
DROP INDEX "photos_band4";
--> statement-breakpoint
CREATE INDEX "photos_band1" ON "photos" USING btree ("band1","file_id","hash");
--> statement-breakpoint
CREATE INDEX "photos_band2" ON "photos" USING btree ("band2","file_id","hash");
--> statement-breakpoint
CREATE INDEX "photos_band3" ON "photos" USING btree ("band3","file_id","hash");
--> statement-breakpoint
CREATE INDEX "photos_band4" ON "photos" USING btree ("band4","file_id","hash");
--> statement-breakpoint
UPDATE "hazard_texts" SET "text" = "text" || coalesce((
	SELECT ' ' || string_agg(piece || after, ' ' ORDER BY i)
	FROM (SELECT i, piece, lead(piece) OVER (ORDER BY i) AS after FROM unnest(string_to_array("text", ' ')) WITH ORDINALITY AS pieces(piece, i)) AS pairs
	WHERE after IS NOT NULL
), '');
