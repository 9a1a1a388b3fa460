-- AlterTable
ALTER TABLE "Opportunity" ADD COLUMN     "forecast" TEXT;
