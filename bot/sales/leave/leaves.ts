import type { Leave, Person, PrismaClient, Touch } from '../../../prisma/generated/client.ts';
import type { Span } from '../../insight/leave.ts';
import { dayOf, instantOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';

type Db = { db: PrismaClient };
type Now = Db & { now: Date };

/** Somebody's leaves that are not over, the next one first; yesterday's counts where the day has not ended yet. */
export function leavesOf({ db, now }: Now, personIds: number[]): Promise<Leave[]> {
  const since = addDays(dayOf(now, 'UTC'), -1);
  return db.leave.findMany({
    where: { personId: { in: personIds }, toDay: { gte: since }, removedAt: null },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
  });
}

export const spanOf = ({ fromDay, toDay }: Pick<Leave, 'fromDay' | 'toDay'>): Span => ({ from: fromDay, to: toDay });

/** The leave a person is on now, by their own calendar; null when they work. */
export async function awayNow({ db, now }: Now, person: Person): Promise<Leave | null> {
  const today = dayOf(now, person.zone);
  return db.leave.findFirst({
    where: { personId: person.id, fromDay: { lte: today }, toDay: { gte: today }, removedAt: null },
    orderBy: { id: 'desc' },
  });
}

/** Whether `by` stands in for the owner of something now. */
export async function standsIn({ db, now, by }: Now & { by: Person }, owner: Person): Promise<boolean> {
  const leave = await awayNow({ db, now }, owner);
  return leave?.coverId === by.id;
}

/** Whom a person stands in for now. */
export async function coveredBy({ db, now }: Now, coverId: number): Promise<Person[]> {
  const since = addDays(dayOf(now, 'UTC'), -1);
  const leaves = await db.leave.findMany({ where: { coverId, toDay: { gte: since }, removedAt: null } });
  if (leaves.length === 0) return [];
  const people = await peopleAt(
    { db },
    leaves.map((one) => one.personId),
  );
  return people.filter((person) => {
    const today = dayOf(now, person.zone);
    return leaves.some((one) => one.personId === person.id && one.fromDay <= today && today <= one.toDay);
  });
}

export function peopleAt({ db }: Db, ids: number[]): Promise<Person[]> {
  return db.person.findMany({ where: { id: { in: ids }, removedAt: null }, orderBy: { id: 'asc' } });
}

/** What somebody promised or agreed for the days of a leave of theirs, the first first. */
export function promisedIn({ db }: Db, { id, zone }: Person, { from, to }: Span): Promise<Touch[]> {
  const dueAt = { gte: instantOf(`${from} 00:00`, zone), lt: instantOf(`${addDays(to, 1)} 00:00`, zone) };
  const where = { ownerId: id, state: 'open', removedAt: null, dueAt, ...promised };
  return db.touch.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
}

/** What somebody gave their word for is never moved: a promise of either side, and an appointment. */
export const promised = { OR: [{ origin: 'promise' }, { kind: 'meeting' }] };

/** Whether a touch is one of those. */
export const isPromised = ({ origin, kind }: { origin: string; kind: string }): boolean =>
  origin === 'promise' || kind === 'meeting';
