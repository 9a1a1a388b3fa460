-- AlterTable
ALTER TABLE "Lead" ADD COLUMN     "invalidReason" TEXT;
