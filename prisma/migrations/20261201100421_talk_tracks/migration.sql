-- CreateTable
CREATE TABLE "TalkTrack" (
    "id" INTEGER NOT NULL,
    "objection" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "decidedBy" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TalkTrack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkUse" (
    "id" INTEGER NOT NULL,
    "track" TEXT NOT NULL,
    "opportunityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TalkUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TalkTrack_objection_state_idx" ON "TalkTrack"("objection", "state");

-- CreateIndex
CREATE INDEX "TalkUse_track_at_idx" ON "TalkUse"("track", "at");

-- CreateIndex
CREATE INDEX "TalkUse_opportunityId_idx" ON "TalkUse"("opportunityId");
