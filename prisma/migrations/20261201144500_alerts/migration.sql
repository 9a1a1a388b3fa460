-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN "quietUntil" DATE;

-- CreateIndex
CREATE INDEX "Opportunity_status_stage_stageAt_idx" ON "Opportunity"("status", "stage", "stageAt");

-- CreateIndex
CREATE INDEX "Opportunity_status_lastTouchAt_idx" ON "Opportunity"("status", "lastTouchAt");

-- CreateIndex
CREATE INDEX "Touch_side_state_dueAt_idx" ON "Touch"("side", "state", "dueAt");
