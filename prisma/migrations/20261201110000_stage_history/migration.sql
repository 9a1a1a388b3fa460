-- How deals came through their stages is read from the journal, a deal at a time.
CREATE INDEX "Journal_stage" ON "Journal" ("entityId", "seq") WHERE "entity" = 'Opportunity' AND "field" = 'stage';
