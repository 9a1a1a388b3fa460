import type { Leave, Person } from '../../../prisma/generated/client.ts';
import { dayOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';
import { leavesOf, peopleAt } from './leaves.ts';

export interface Away {
  leave: Leave;
  person: Person;
  cover: Person | null;
  /** They are away today, by their own calendar. */
  today: boolean;
}

/** So many days ahead. */
const ahead = 60;

/** Who of the team (of everybody, for an admin) is or will be off, the next first. */
export async function listLeaves(context: Context): Promise<Away[]> {
  const { db, now, by } = context;
  const everybody = { removedAt: null, active: true };
  const team = by.teamId === null ? { id: by.id } : { teamId: by.teamId };
  const people = await db.person.findMany({ where: by.role === 'admin' ? everybody : { ...everybody, ...team } });
  const leaves = await leavesOf(
    context,
    people.map((one) => one.id),
  );
  const covers = await peopleAt(
    context,
    leaves.flatMap((one) => one.coverId ?? []),
  );
  return leaves.flatMap((leave) => {
    const person = people.find((one) => one.id === leave.personId);
    const today = dayOf(now, person?.zone ?? by.zone);
    if (!person || leave.toDay < today || leave.fromDay > addDays(today, ahead)) return [];
    const cover = covers.find((one) => one.id === leave.coverId) ?? null;
    return [{ leave, person, cover, today: leave.fromDay <= today }];
  });
}
