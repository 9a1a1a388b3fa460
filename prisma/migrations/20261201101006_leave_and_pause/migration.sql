-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "pausedUntil" DATE;

-- CreateTable
CREATE TABLE "Leave" (
    "id" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "coverId" INTEGER,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Leave_personId_toDay_idx" ON "Leave"("personId", "toDay");

-- CreateIndex
CREATE INDEX "Leave_coverId_toDay_idx" ON "Leave"("coverId", "toDay");
