import type { Leave, Person } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { leavesOf } from './leaves.ts';
import { whoseLeave } from './whose-leave.ts';

export interface CancelledLeave {
  person: Person;
  cover: Person | null;
  leave: Leave;
  plan: Plan;
}

/** Calls off the leave somebody is on, or their next one. What was put off for it stays where it is now. */
export async function cancelLeave(context: Context, input: Input<'leave.cancel'>): Promise<CancelledLeave> {
  const { db, now } = context;
  const person = await whoseLeave(context, input.person);
  const [leave] = await leavesOf(context, [person.id]);
  if (!leave) throw new Refusal('no-leave', { name: person.name });
  const cover = leave.coverId === null ? null : await db.person.findUnique({ where: { id: leave.coverId } });
  const change = update('Leave', leave, { removedAt: now });
  return { person, cover, leave, plan: { changes: change ? [change] : [] } };
}
