import type { Person, Touch } from '../../../prisma/generated/client.ts';
import { afterDays, afterWorkingDays } from '../../insight/due-day.ts';
import { wallTimeOf } from '../../insight/wall-time.ts';
import type { Stage, StageTask } from '../../playbook/schema.ts';
import { type Change, create } from '../change.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';

/** Something there is to do after a move, and whose it is. */
export interface Planned {
  id: number;
  what: string;
  dueAt: Date;
  owner: Person;
  origin: 'stage' | 'revisit';
}

/** Who does what comes with a stage: the deal's owner, and for each role that a task names the nearest such person. */
export interface Doers {
  owner: Person;
  byRole: Map<string, Person>;
}

/** The owner, and of their team (an admin: of all) those with the roles that the tasks name. */
export async function doersOf({ db }: Pick<Context, 'db'>, deal: Deal, tasks: StageTask[]): Promise<Doers> {
  const owner = await db.person.findUniqueOrThrow({ where: { id: deal.ownerId } });
  const roles = new Set(tasks.flatMap((task) => task.role ?? []));
  const byRole = new Map<string, Person>();
  for (const role of roles) {
    const near = role === 'admin' ? {} : { teamId: owner.teamId ?? 0 };
    const where = { role, active: true, removedAt: null, ...near };
    const one = owner.role === role ? owner : await db.person.findFirst({ where, orderBy: { id: 'asc' } });
    if (one) byRole.set(role, one);
  }
  return { owner, byRole };
}

/** The tasks of the stage entered that are not open from an earlier time in it. */
export function stageTasks(
  { now }: Pick<Context, 'now'>,
  { tasks }: Stage,
  { owner, byRole }: Doers,
  open: Pick<Touch, 'origin' | 'step'>[],
  take: () => number,
): (Planned & { step: string })[] {
  const there = new Set(open.filter((one) => one.origin === 'stage').map((one) => one.step));
  return tasks
    .filter(({ key }) => !there.has(key))
    .map(({ key, what, workingDays, role }) => {
      const doer = byRole.get(role ?? '') ?? owner;
      const dueAt = afterWorkingDays(now, workingDays, doer);
      return { id: take(), step: key, what: what[languageOf(doer)], dueAt, owner: doer, origin: 'stage' };
    });
}

/** When a lost deal is worth another try, by the reason it was lost for; null when the playbook names no day for it. */
export function wakeUp(
  { now, playbook }: Pick<Context, 'now' | 'playbook'>,
  reason: unknown,
  { owner }: Doers,
  take: () => number,
): Planned | null {
  const option = playbook.fields
    .find((field) => field.key === 'loss_reason')
    ?.options?.find((one) => one.key === reason);
  if (option?.wakeDays === undefined) return null;
  const dueAt = afterDays(now, option.wakeDays, owner);
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
