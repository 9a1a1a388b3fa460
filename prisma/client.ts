import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { preparedName } from './prepared.ts';

/** What a rule or a query is given: the client itself, or the one inside an interactive transaction. */
export type Db = PrismaClient | Tx;
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export type Database = { prisma: PrismaClient; pool: pg.Pool; close: () => Promise<void> };

/**
 * One pool for everything: Prisma's queries and the hand-written SQL. The session's time zone is UTC, because
 * adapter-pg reads a `timestamptz` from a session in another zone hours off.
 */
export const openDatabase = (connectionString: string, { max = 10 }: { max?: number } = {}): Database => {
  const pool = new pg.Pool({ connectionString, max, options: '-c TimeZone=UTC' });
  pool.on('error', () => {}); // an idle connection that broke: the next query opens another, or reports why it cannot
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => preparedName(sql) ?? '' }),
  });
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, pool, close };
};
