-- A version of the playbook is a record like any other: it has a number, is guarded while it is written and can be taken back.
ALTER TABLE "Playbook" RENAME COLUMN "version" TO "id";
ALTER TABLE "Playbook" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "removedAt" TIMESTAMPTZ(3);
