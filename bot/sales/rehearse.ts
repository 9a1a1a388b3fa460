import type { PrismaClient } from '../../prisma/generated/client.ts';
import type { Change } from './change.ts';
import type { Context } from './context.ts';
import { Conflict } from './refusal.ts';
import { writeOf } from './write.ts';

/** A database on which changes were made that nobody else sees. */
export interface Stage {
  context: Pick<Context, 'db' | 'ids'>;
  /** What is decided after this sees these changes. */
  apply(changes: Change[]): Promise<void>;
}

/** How long a rehearsal may take, and wait for a connection, in milliseconds. */
const limits = { timeout: 15_000, maxWait: 10_000 };

class Over {
  readonly result: unknown;
  constructor(result: unknown) {
    this.result = result;
  }
}

/**
 * Decides several things one after the other, each on what the ones before would leave, and writes nothing: the transaction
 * is always rolled back. Throws Conflict when somebody else changed a record meanwhile. `ids`: about how many will be needed.
 */
export async function rehearse<T>(context: Context, ids: number, play: (stage: Stage) => Promise<T>): Promise<T> {
  const lent = await context.ids.lend(ids);
  try {
    await context.db.$transaction(async (tx) => {
      const db = tx as unknown as PrismaClient;
      const apply = async (changes: Change[]) => {
        for (const change of changes) await write(db, change);
      };
      throw new Over(await play({ context: { db, ids: lent }, apply }));
    }, limits);
    throw new Error('a rehearsal was not rolled back');
  } catch (error) {
    if (error instanceof Over) return error.result as T;
    throw inTheWay(error) ? new Conflict() : error;
  } finally {
    lent.back();
  }
}

async function write(db: PrismaClient, change: Change): Promise<void> {
  const values: unknown[] = [];
  const { sql, wanted } = writeOf(change, (value) => `$${values.push(value)}`);
  const met = await db.$executeRawUnsafe(sql, ...values);
  if (wanted !== undefined && met !== wanted) throw new Conflict();
}

/** Two rehearsals that wait for each other, a name somebody took meanwhile, or no connection in time: worth another try. */
function inTheWay(error: unknown): boolean {
  const { code, meta } = error as { code?: string; meta?: unknown };
  return (
    code === 'P2028' || code === 'P2034' || (code === 'P2010' && /40P01|40001|23505/.test(JSON.stringify(meta ?? '')))
  );
}
