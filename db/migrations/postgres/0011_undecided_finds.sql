CREATE INDEX "finds_told" ON "finds" USING btree ("at") WHERE "finds"."state" = 'told';
