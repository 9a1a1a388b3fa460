import type { Contact } from '../../../prisma/generated/client.ts';
import { dayOf, instantOf } from '../../insight/wall-time.ts';
import { addDays, addWorkingDays, anHourIn, type Hours } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';
import type { Whom } from '../whom.ts';
import type { NextTouch, Proposed } from './next.ts';

/** What else one can do when nobody answers. */
export interface WaysOut {
  /** How many touches in a row stayed unanswered. */
  silent: number;
  /** The channel proposed instead; null when every one was tried in vain. */
  channel: NextTouch['channel'] | null;
  /** Somebody else there whom nobody tried of late; null when we know none, and one is asked for. */
  contact: Contact | null;
  /** The place in the playbook's value touches, from 1; null when it has none. */
  value: number | null;
  /** When it would be taken up again after a rest of a month. */
  wakesAt: Date;
}

/** A rest, in days. */
export const aMonth = 30;

/** When somebody takes a thing up again that rests until a day: an hour into their first working day from it on. */
export function wakingOn(day: string, owner: Hours): Date {
  const { zone, leave } = owner;
  return instantOf(`${addWorkingDays(day, 0, zone, leave)} ${anHourIn(owner)}`, zone);
}

interface Tried {
  outcome: string | null;
  contactName?: string | null;
}

/** Other ways than to ask once more; null while the cadence has its course. `tried`: the newest first. */
export async function waysOut(
  { db, now, playbook }: Context,
  { customer, record }: Whom,
  tried: readonly Tried[],
  { unanswered, exhausted, touch }: Proposed,
  owner: Hours,
): Promise<WaysOut | null> {
  if (!unanswered) return null;
  const end = tried.findIndex(({ outcome }) => outcome !== 'silent');
  const streak = tried.slice(0, end === -1 ? tried.length : end);
  const names = new Set(streak.flatMap(({ contactName }) => contactName?.split(', ').filter(Boolean) ?? []));
  const where = { customerId: customer?.id ?? 0, removedAt: null };
  const contacts = customer ? await db.contact.findMany({ where, orderBy: { id: 'asc' }, take: 20 }) : [];
  // Nobody said who was tried: then it was the first, as far as we know.
  const others = names.size > 0 ? contacts.filter(({ name }) => !names.has(name)) : contacts.slice(1);
  const values = playbook.valueTouches?.length ?? 0;
  return {
    silent: streak.length,
    channel: exhausted ? null : touch.channel,
    contact: others[0] ?? null,
    value: values === 0 ? null : ((record.id + streak.length) % values) + 1,
    wakesAt: wakingOn(addDays(dayOf(now, owner.zone), aMonth), owner),
  };
}
