import type { Touch } from '../../../prisma/generated/client.ts';
import { dayOf, instantOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import type { Context } from '../context.ts';
import { findWhom } from '../whom.ts';

/** What may be meant by an appointment or a to-do that is to move, and when each would be then. */
export interface Moved {
  touch: Touch;
  until: Date;
}

/** So many to choose from. */
const most = 5;

/**
 * The open touches of one's own that a sentence may mean: with whom, on which day, of the kind it names; with the moment each
 * would move to. What is not said stays: its day, or its time of day.
 */
export async function movable(context: Context, input: Input<'task.move'>): Promise<Moved[]> {
  const { db, by } = context;
  const whom = input.who ? await findWhom(context, input.who) : null;
  const of = whom
    ? {
        OR: [
          ...(whom.deal ? [{ opportunityId: whom.deal.id }] : []),
          ...(whom.customer ? [{ customerId: whom.customer.id }] : []),
          ...(whom.lead ? [{ leadId: whom.lead.id }] : []),
        ],
      }
    : {};
  const start = input.on && instantOf(`${input.on}T00:00`, by.zone);
  const end = input.on && instantOf(`${addDays(input.on, 1)}T00:00`, by.zone);
  const due = start && end ? { dueAt: { gte: start, lt: end } } : {};
  const open = { ownerId: by.id, state: 'open', removedAt: null, ...of };
  const orderBy = [{ dueAt: 'asc' as const }, { id: 'asc' as const }];
  const onDay = await db.touch.findMany({ where: { ...open, ...due }, orderBy, take: 50 });
  // Nothing on that day: the day may be told wrong, the name hardly.
  const all = onDay.length > 0 || !whom ? onDay : await db.touch.findMany({ where: open, orderBy, take: 50 });
  return likely(all, input.what)
    .slice(0, most)
    .map((touch) => ({ touch, until: newTime(touch, input, by.zone) }));
}

const general = /跟进|电话|回访|提醒|待办|^约$|call|follow|reminder|task|appointment/i;

/** Those that are called so; else the appointments; else what was promised, before what the cadence proposes. */
function likely(all: Touch[], what: string): Touch[] {
  const named = all.filter((touch) => touch.what.toLowerCase().includes(what.toLowerCase()));
  const meetings = all.filter(({ kind }) => kind === 'meeting');
  const promised = all.filter(({ origin }) => origin === 'promise');
  const found = [named, meetings, promised].find((some) => some.length > 0);
  // A lunch is nothing that the cadence proposes; a call may be.
  return found ?? (general.test(what) ? all : []);
}

/** A day at an hour of its zone; without one, at nine. */
export const momentThen = (day: string, time: string | undefined, zone: string): Date =>
  instantOf(`${day}T${time ?? '09:00'}`, zone);

function newTime(touch: Touch, { day, time }: Input<'task.move'>, zone: string): Date {
  const wall = wallTimeOf(touch.dueAt, zone);
  return instantOf(`${day ?? dayOf(touch.dueAt, zone)}T${time ?? wall.slice(11, 16)}`, zone);
}
