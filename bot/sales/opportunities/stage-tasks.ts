import type { Person, Touch } from '../../../prisma/generated/client.ts';
import { afterDays, afterWorkingDays } from '../../insight/due-day.ts';
import { isAway, type Span } from '../../insight/leave.ts';
import { dayOf, instantOf, wallTimeOf } from '../../insight/wall-time.ts';
import type { Stage, StageTask } from '../../playbook/schema.ts';
import { type Change, create } from '../change.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';
import { leavesOf, spanOf } from '../leave/leaves.ts';

/** Something there is to do after a move, and whose it is. */
export interface Planned {
  id: number;
  what: string;
  dueAt: Date;
  owner: Doer;
  origin: 'stage' | 'revisit';
}

/** Somebody with the days they are away. */
type Doer = Person & { leave: Span[] };

/** Who does what comes with a stage: the deal's owner, and for each role that a task names the nearest such person. */
export interface Doers {
  owner: Doer;
  byRole: Map<string, Doer>;
}

/** The owner, and of their team (an admin: of all) those with the roles that the tasks name, at work before away. */
export async function doersOf(context: Pick<Context, 'db' | 'now'>, deal: Deal, tasks: StageTask[]): Promise<Doers> {
  const { db, now } = context;
  const owner = await db.person.findUniqueOrThrow({ where: { id: deal.ownerId } });
  const roles = new Set(tasks.flatMap((task) => task.role ?? []));
  const found = new Map<string, Person[]>([['', [owner]]]);
  for (const role of roles) {
    const near = role === 'admin' ? {} : { teamId: owner.teamId ?? 0 };
    const where = { role, active: true, removedAt: null, ...near };
    found.set(role, owner.role === role ? [owner] : await db.person.findMany({ where, orderBy: { id: 'asc' } }));
  }
  const ids = [...found.values()].flat().map(({ id }) => id);
  const leaves = Map.groupBy(await leavesOf(context, ids), ({ personId }) => personId);
  const doer = (one: Person): Doer => ({ ...one, leave: (leaves.get(one.id) ?? []).map(spanOf) });
  const byRole = new Map<string, Doer>();
  for (const [role, people] of found) {
    const able = people.map(doer);
    const one = able.find(({ zone, leave }) => !isAway(dayOf(now, zone), leave)) ?? able[0];
    if (one) byRole.set(role, one);
  }
  return { owner: doer(owner), byRole };
}

/** The tasks of the stage entered that are not open from an earlier time in it; while the deal rests, from the day it wakes up. */
export function stageTasks(
  { now }: Pick<Context, 'now'>,
  { deal, to }: { deal: Deal; to: Stage },
  { owner, byRole }: Doers,
  open: Pick<Touch, 'origin' | 'step'>[],
  take: () => number,
): (Planned & { step: string })[] {
  const there = new Set(open.filter((one) => one.origin === 'stage').map((one) => one.step));
  return to.tasks
    .filter(({ key }) => !there.has(key))
    .map(({ key, what, workingDays, role }) => {
      const doer = byRole.get(role ?? '') ?? owner;
      const dueAt = afterWorkingDays(to.outcome ? now : awake(now, deal, doer), workingDays, doer);
      return { id: take(), step: key, what: what[languageOf(doer)], dueAt, owner: doer, origin: 'stage' };
    });
}

/** The moment, or when the day begins on which a resting deal wakes up. */
function awake(now: Date, { pausedUntil }: Deal, { zone }: Doer): Date {
  const wakes = pausedUntil && instantOf(`${pausedUntil.toISOString().slice(0, 10)} 00:00`, zone);
  return wakes && wakes > now ? wakes : now;
}

/**
 * When a lost deal is worth another try, by the reason it was lost for, and not while it was to rest; null when the playbook
 * names no day for it.
 */
export function wakeUp(
  { now, playbook }: Pick<Context, 'now' | 'playbook'>,
  deal: Deal,
  reason: unknown,
  { owner }: Doers,
  take: () => number,
): Planned | null {
  const option = playbook.fields
    .find((field) => field.key === 'loss_reason')
    ?.options?.find((one) => one.key === reason);
  if (option?.wakeDays === undefined) return null;
  const [asked, rested] = [afterDays(now, option.wakeDays, owner), afterDays(awake(now, deal, owner), 0, owner)];
  const dueAt = new Date(Math.max(asked.getTime(), rested.getTime()));
  return { id: take(), what: option.wakeWhat[languageOf(owner)], dueAt, owner, origin: 'revisit' };
}

/** What is planned, as a touch of the deal. */
export function touchOf({ now }: Pick<Context, 'now'>, deal: Deal, planned: Planned & { step?: string }): Change {
  const { id, owner, dueAt, what, origin, step } = planned;
  return create('Touch', id, {
    ownerId: owner.id,
    opportunityId: deal.id,
    customerId: deal.customerId,
    what,
    origin,
    step,
    dueAt,
    wallTime: wallTimeOf(dueAt, owner.zone),
    zone: owner.zone,
    state: 'open',
    createdAt: now,
  });
}

const languageOf = ({ language }: Person) => (language === 'en' ? 'en' : 'zh');
