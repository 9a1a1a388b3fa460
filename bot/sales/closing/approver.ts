import type { Person } from '../../../prisma/generated/client.ts';
import { reach } from '../../delivery/reach.ts';
import { covers, limitOf } from '../../insight/discount.ts';
import type { Context } from '../context.ts';
import { awayNow } from '../leave/leaves.ts';
import { Refusal } from '../refusal.ts';

/** The platforms that run, by which people are reached. */
export type Reaching = Context & { platforms: string[] };

/** Whether this person has to ask before giving a discount (0–1). */
export function mustAsk({ by, playbook }: Context, discount: number | null | undefined): boolean {
  return discount !== null && discount !== undefined && !covers(playbook.discounts.limits, by.role, discount);
}

/**
 * The nearest person who may give this discount and can be reached: a manager of the own team, else an admin; of several
 * the one who was there first. For one who is away, whoever stands in and may give it, else the next; when all are away,
 * the nearest all the same. Refuses when there is none.
 */
export async function findApprover(context: Reaching, discount: number): Promise<Person> {
  const { db, by, playbook } = context;
  const { limits } = playbook.discounts;
  const people = await db.person.findMany({
    where: {
      active: true,
      removedAt: null,
      id: { not: by.id },
      OR: [{ role: 'manager', teamId: by.teamId ?? 0 }, { role: 'admin' }],
    },
    orderBy: { id: 'asc' },
  });
  const able = people.filter((one) => covers(limits, one.role, discount));
  const nearest = [...able.filter(isManager), ...able.filter((one) => !isManager(one))];
  for (const one of nearest) {
    const there = await atWork(context, one, discount);
    if (there && (await reach(context, there.id))) return there;
  }
  for (const one of nearest) if (await reach(context, one.id)) return one;
  throw new Refusal('no-approver', { discount, limit: limitOf(limits, by.role) });
}

const isManager = ({ role }: Person) => role === 'manager';

/** The person, or who stands in for them today and may give as much; null when there is nobody. */
async function atWork(context: Reaching, person: Person, discount: number): Promise<Person | null> {
  const leave = await awayNow(context, person);
  if (!leave) return person;
  const { db, by, playbook } = context;
  const where = { id: leave.coverId ?? 0, active: true, removedAt: null, role: { not: 'rep' } };
  const cover = await db.person.findFirst({ where });
  if (!cover || cover.id === by.id || (await awayNow(context, cover))) return null;
  return covers(playbook.discounts.limits, cover.role, discount) ? cover : null;
}
