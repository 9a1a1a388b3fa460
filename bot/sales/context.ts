import type { Person, PrismaClient } from '../../prisma/generated/client.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Ids } from './ids.ts';
import { standsIn } from './leave/leaves.ts';
import { Refusal } from './refusal.ts';

/** What every operation is given: the database, the moment, who asks, and the team's process. */
export interface Context {
  db: PrismaClient;
  ids: Ids;
  now: Date;
  by: Person;
  playbook: Playbook & { version: number };
}

/** The currency of an amount that names none. */
export function currencyOf({ by, playbook }: Pick<Context, 'by' | 'playbook'>): string {
  return by.currency ?? playbook.currency;
}

type Seeing = Pick<Context, 'by' | 'db' | 'now'>;
type Owned = { ownerId: number; id?: number; status?: string };

/**
 * Whose records this person may change: their own, those of whom they stand in for, their team's (manager), all (admin). A
 * lead in the pool is claimed first. `own`: who only stands in may not.
 */
export async function mayChange(context: Context, record: Owned, { own = false } = {}): Promise<void> {
  const { by, db } = context;
  if (record.status === 'pool') throw new Refusal('in-pool', { id: record.id ?? 0 });
  if (record.ownerId === by.id || by.role === 'admin') return;
  const owner = await db.person.findUniqueOrThrow({ where: { id: record.ownerId } });
  if (by.role === 'manager' && owner.teamId !== null && owner.teamId === by.teamId) return;
  if (!own && (await standsIn(context, owner))) return;
  throw new Refusal('not-yours', { owner: owner.name });
}

/** Refuses to show what is another team's. */
export async function maySee(context: Context, record: Owned): Promise<void> {
  if (await sees(context, record)) return;
  const owner = await context.db.person.findUniqueOrThrow({ where: { id: record.ownerId } });
  throw new Refusal('not-yours', { owner: owner.name });
}

/** Whose records this person may see: of the own team (rep, manager), of whom they stand in for, all (admin). */
export async function sees(context: Seeing, { ownerId }: Owned): Promise<boolean> {
  const { by, db } = context;
  if (ownerId === by.id || by.role === 'admin') return true;
  const owner = await db.person.findUniqueOrThrow({ where: { id: ownerId } });
  return (owner.teamId !== null && owner.teamId === by.teamId) || standsIn(context, owner);
}

export function needsRole(context: Context, role: 'manager' | 'admin'): void {
  const enough = role === 'admin' ? ['admin'] : ['manager', 'admin'];
  if (!enough.includes(context.by.role)) throw new Refusal('needs-role', { role });
}

/** The people whose records `whose` means for this person, or null for everybody's. */
export async function scope(context: Context, whose: 'mine' | 'team' | 'all' | undefined): Promise<number[] | null> {
  const { by, db } = context;
  const wanted = whose ?? (by.role === 'rep' ? 'mine' : by.role === 'manager' ? 'team' : 'all');
  if (wanted === 'all' && by.role === 'admin') return null;
  if (wanted === 'mine' || by.teamId === null) return [by.id];
  const team = await db.person.findMany({ where: { teamId: by.teamId, removedAt: null }, select: { id: true } });
  return team.map((person) => person.id);
}
