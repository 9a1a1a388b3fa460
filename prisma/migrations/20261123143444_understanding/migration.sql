-- AlterTable
ALTER TABLE "Command" ADD COLUMN     "amends" INTEGER,
ADD COLUMN     "partOf" INTEGER,
ADD COLUMN     "trims" INTEGER,
ADD COLUMN     "words" TEXT;

-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "discount" DECIMAL(4,3),
ADD COLUMN     "odds" DECIMAL(4,3);

-- AlterTable
ALTER TABLE "Touch" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'task',
ADD COLUMN     "side" TEXT NOT NULL DEFAULT 'us';

-- CreateIndex
CREATE INDEX "Command_partOf_idx" ON "Command"("partOf");

-- CreateIndex
CREATE INDEX "Command_inboxId_idx" ON "Command"("inboxId");

-- CreateIndex
CREATE INDEX "Command_trims_idx" ON "Command"("trims");

-- What somebody has said instead of an earlier message: rare, and looked for by that message.
CREATE INDEX "Inbox_edits" ON "Inbox" ("platform", ("said"->>'edits')) WHERE "said"->>'edits' IS NOT NULL;
