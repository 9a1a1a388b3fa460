-- CreateTable
CREATE TABLE "Quote" (
    "id" INTEGER NOT NULL,
    "opportunityId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "amount" DECIMAL(18,2),
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "discount" DECIMAL(4,3),
    "validUntil" DATE,
    "terms" TEXT,
    "state" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" INTEGER NOT NULL,
    "quoteId" INTEGER NOT NULL,
    "opportunityId" INTEGER NOT NULL,
    "askedById" INTEGER NOT NULL,
    "approverId" INTEGER NOT NULL,
    "asked" DECIMAL(4,3) NOT NULL,
    "granted" DECIMAL(4,3),
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Quote_opportunityId_number_idx" ON "Quote"("opportunityId", "number");

-- CreateIndex
CREATE INDEX "Approval_opportunityId_idx" ON "Approval"("opportunityId");

-- CreateIndex
CREATE INDEX "Approval_quoteId_idx" ON "Approval"("quoteId");

-- CreateIndex
CREATE INDEX "Approval_approverId_state_idx" ON "Approval"("approverId", "state");

-- CreateIndex
CREATE INDEX "Approval_state_expiresAt_idx" ON "Approval"("state", "expiresAt");
