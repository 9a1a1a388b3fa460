-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Team" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "teamId" INTEGER,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "currency" TEXT,
    "workStart" TEXT NOT NULL DEFAULT '09:00',
    "workEnd" TEXT NOT NULL DEFAULT '18:00',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" INTEGER NOT NULL,
    "codeHash" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "industry" TEXT,
    "city" TEXT,
    "headcount" INTEGER,
    "tier" TEXT NOT NULL DEFAULT 'C',
    "ownerId" INTEGER NOT NULL,
    "lastTouchAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" INTEGER NOT NULL,
    "customerId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "wechat" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lead" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "title" TEXT,
    "company" TEXT,
    "companyKey" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "email" TEXT,
    "wechat" TEXT,
    "industry" TEXT,
    "city" TEXT,
    "headcount" INTEGER,
    "budget" DECIMAL(18,2),
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "pain" TEXT,
    "note" TEXT,
    "channel" TEXT,
    "source" TEXT,
    "campaign" TEXT,
    "status" TEXT NOT NULL DEFAULT 'new',
    "grade" TEXT NOT NULL,
    "gradeReasons" JSONB NOT NULL DEFAULT '[]',
    "playbookVersion" INTEGER NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "createdById" INTEGER NOT NULL,
    "customerId" INTEGER,
    "lastTouchAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opportunity" (
    "id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "customerId" INTEGER NOT NULL,
    "leadId" INTEGER,
    "ownerId" INTEGER NOT NULL,
    "pipeline" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "amount" DECIMAL(18,2),
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "closeOn" DATE,
    "nextStep" TEXT,
    "nextAt" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL DEFAULT '{}',
    "stageAt" TIMESTAMPTZ(3) NOT NULL,
    "lastTouchAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "outcome" TEXT,
    "objection" TEXT,
    "note" TEXT,
    "contactName" TEXT,
    "customerId" INTEGER,
    "opportunityId" INTEGER,
    "leadId" INTEGER,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Touch" (
    "id" INTEGER NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "customerId" INTEGER,
    "opportunityId" INTEGER,
    "leadId" INTEGER,
    "what" TEXT NOT NULL,
    "channel" TEXT,
    "origin" TEXT NOT NULL,
    "step" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "wallTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Touch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" INTEGER NOT NULL,
    "customerId" INTEGER NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "what" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "why" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "wallTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Command" (
    "id" INTEGER NOT NULL,
    "intent" TEXT NOT NULL,
    "personId" INTEGER,
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "inboxId" INTEGER,
    "undoes" INTEGER,

    CONSTRAINT "Command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Journal" (
    "id" BIGSERIAL NOT NULL,
    "commandId" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "field" TEXT NOT NULL,
    "old" JSONB,
    "new" JSONB,
    "personId" INTEGER,
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "prevHash" BYTEA NOT NULL DEFAULT '\x',
    "hash" BYTEA NOT NULL DEFAULT '\x',

    CONSTRAINT "Journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "senderName" TEXT,
    "said" JSONB NOT NULL,
    "replyVia" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "personId" INTEGER,
    "kind" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "inboxId" INTEGER,
    "replaces" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "platformId" TEXT,
    "error" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Picture" (
    "id" INTEGER NOT NULL,
    "png" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dialogue" (
    "conversation" TEXT NOT NULL,
    "pending" JSONB,
    "about" JSONB,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("conversation")
);

-- CreateTable
CREATE TABLE "Playbook" (
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "personId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Playbook_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE INDEX "Person_teamId_idx" ON "Person"("teamId");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_platform_userId_key" ON "Identity"("platform", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");

-- CreateIndex
CREATE INDEX "Invite_personId_idx" ON "Invite"("personId");

-- CreateIndex
CREATE INDEX "Customer_nameKey_idx" ON "Customer"("nameKey");

-- CreateIndex
CREATE INDEX "Customer_ownerId_id_idx" ON "Customer"("ownerId", "id");

-- CreateIndex
CREATE INDEX "Contact_customerId_idx" ON "Contact"("customerId");

-- CreateIndex
CREATE INDEX "Contact_phone_idx" ON "Contact"("phone");

-- CreateIndex
CREATE INDEX "Contact_email_idx" ON "Contact"("email");

-- CreateIndex
CREATE INDEX "Lead_companyKey_idx" ON "Lead"("companyKey");

-- CreateIndex
CREATE INDEX "Lead_phone_idx" ON "Lead"("phone");

-- CreateIndex
CREATE INDEX "Lead_email_idx" ON "Lead"("email");

-- CreateIndex
CREATE INDEX "Lead_ownerId_status_grade_id_idx" ON "Lead"("ownerId", "status", "grade", "id");

-- CreateIndex
CREATE INDEX "Lead_createdAt_idx" ON "Lead"("createdAt");

-- CreateIndex
CREATE INDEX "Opportunity_customerId_idx" ON "Opportunity"("customerId");

-- CreateIndex
CREATE INDEX "Opportunity_ownerId_status_id_idx" ON "Opportunity"("ownerId", "status", "id");

-- CreateIndex
CREATE INDEX "Opportunity_status_stage_id_idx" ON "Opportunity"("status", "stage", "id");

-- CreateIndex
CREATE INDEX "Opportunity_status_id_idx" ON "Opportunity"("status", "id");

-- CreateIndex
CREATE INDEX "Opportunity_closedAt_idx" ON "Opportunity"("closedAt");

-- CreateIndex
CREATE INDEX "Opportunity_leadId_idx" ON "Opportunity"("leadId");

-- CreateIndex
CREATE INDEX "Activity_customerId_at_idx" ON "Activity"("customerId", "at");

-- CreateIndex
CREATE INDEX "Activity_opportunityId_at_idx" ON "Activity"("opportunityId", "at");

-- CreateIndex
CREATE INDEX "Activity_leadId_at_idx" ON "Activity"("leadId", "at");

-- CreateIndex
CREATE INDEX "Activity_personId_at_idx" ON "Activity"("personId", "at");

-- CreateIndex
CREATE INDEX "Touch_ownerId_state_dueAt_idx" ON "Touch"("ownerId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Touch_customerId_idx" ON "Touch"("customerId");

-- CreateIndex
CREATE INDEX "Touch_opportunityId_idx" ON "Touch"("opportunityId");

-- CreateIndex
CREATE INDEX "Touch_leadId_idx" ON "Touch"("leadId");

-- CreateIndex
CREATE INDEX "Order_customerId_at_idx" ON "Order"("customerId", "at");

-- CreateIndex
CREATE INDEX "Reminder_state_dueAt_id_idx" ON "Reminder"("state", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Reminder_personId_dueAt_idx" ON "Reminder"("personId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_kind_subject_occurrence_key" ON "Reminder"("kind", "subject", "occurrence");

-- CreateIndex
CREATE UNIQUE INDEX "Command_undoes_key" ON "Command"("undoes");

-- CreateIndex
CREATE INDEX "Command_personId_id_idx" ON "Command"("personId", "id");

-- CreateIndex
CREATE INDEX "Journal_commandId_idx" ON "Journal"("commandId");

-- CreateIndex
CREATE INDEX "Journal_at_idx" ON "Journal" USING BRIN ("at");

-- CreateIndex
CREATE UNIQUE INDEX "Journal_entity_entityId_seq_key" ON "Journal"("entity", "entityId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_platform_deliveryId_key" ON "Inbox"("platform", "deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_dedupeKey_key" ON "Message"("dedupeKey");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opportunity" ADD CONSTRAINT "Opportunity_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Journal" ADD CONSTRAINT "Journal_commandId_fkey" FOREIGN KEY ("commandId") REFERENCES "Command"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- One sequence numbers every record; instances take it in blocks.
CREATE SEQUENCE "record_id" AS integer INCREMENT BY 50 START WITH 1;
-- What is said, in and out, is numbered in the order it was stored.
CREATE SEQUENCE "message_id" AS integer;

-- What a sweep looks for: an empty one must cost nothing.
CREATE INDEX "Reminder_due" ON "Reminder" ("dueAt", "id") WHERE "state" = 'waiting';
CREATE INDEX "Inbox_waiting_in_turn" ON "Inbox" ("platform", "conversation", "id") WHERE "state" = 'waiting';
-- The local page reads a talk from here; the platforms keep their own.
CREATE INDEX "Inbox_local" ON "Inbox" ("conversation", "id") WHERE "platform" = 'local';
CREATE INDEX "Message_local" ON "Message" ("conversation", "id") WHERE "platform" = 'local';
CREATE INDEX "Message_open" ON "Message" ("platform", "conversation", "id") WHERE "state" IN ('queued', 'sending', 'maybe');

-- Aborts the statement when a guarded write met another number of rows than it must: somebody else was first.
CREATE FUNCTION "expect_rows"("met" bigint, "wanted" bigint) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF "met" <> "wanted" THEN
    RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'GJ409';
  END IF;
  RETURN true;
END
$$;

-- The audit trail: each journal row carries the hash of the one before it of the same record.
CREATE FUNCTION "journal_hash"("r" "Journal") RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(concat_ws(E'\x1f', encode("r"."prevHash", 'hex'), "r"."commandId", "r"."entity", "r"."entityId", "r"."seq",
    "r"."field", coalesce("r"."old"::text, '-'), coalesce("r"."new"::text, '-'), coalesce("r"."personId", 0), "r"."via",
    extract(epoch FROM "r"."at")), 'UTF8'))
$$;

CREATE FUNCTION "journal_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "seq" + 1, "hash" INTO NEW."seq", NEW."prevHash" FROM "Journal"
    WHERE "entity" = NEW."entity" AND "entityId" = NEW."entityId" ORDER BY "seq" DESC LIMIT 1;
  IF NOT FOUND THEN
    NEW."seq" := 1;
    NEW."prevHash" := '';
  END IF;
  NEW."hash" := "journal_hash"(NEW);
  RETURN NEW;
END
$$;

CREATE TRIGGER "journal_chain" BEFORE INSERT ON "Journal" FOR EACH ROW EXECUTE FUNCTION "journal_chain"();

-- Rows of the journal are written once.
CREATE FUNCTION "journal_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is only added to';
END
$$;

CREATE TRIGGER "journal_closed" BEFORE UPDATE OR DELETE ON "Journal" FOR EACH ROW EXECUTE FUNCTION "journal_closed"();
