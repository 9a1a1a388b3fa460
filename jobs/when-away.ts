import { type Reader, readerOf } from '../bot/cards/reader.ts';
import { instantOf } from '../bot/insight/wall-time.ts';
import { addWorkingDays } from '../bot/insight/working-days.ts';
import type { Context } from '../bot/sales/context.ts';
import { isPromised, leavesOf, spanOf } from '../bot/sales/leave/leaves.ts';
import type { Leave, Person, Reminder } from '../prisma/generated/client.ts';
import { approvalExpiry, quoteExpiry } from './closing-reminders.ts';
import type { Composed, Later, Made } from './composed.ts';
import { dealAlert, lateAlert } from './deal-alerts.ts';
import { touchReminder } from './touch-reminder.ts';

/**
 * Who is away hears nothing: what was promised, and a quote or a request that runs out, goes to who stands in; customers to
 * come back to wait, as does what runs out when nobody stands in; the rest is dropped.
 */
export async function instead(context: Context, reminder: Reminder, leave: Leave): Promise<Composed | Later | null> {
  const { db, now, playbook } = context;
  if (reminder.kind === 'revisit' || reminder.kind === 'repurchase') return whenBack(context, leave);
  const cover = await db.person.findFirst({ where: { id: leave.coverId ?? 0, active: true, removedAt: null } });
  const ends = endings[reminder.kind];
  if (!cover) return ends ? whenBack(context, leave) : null;
  const reader = readerOf(cover, now, playbook);
  const made = ends ? await ends(context, reader, reminder) : await promisedOf(context, cover, reader, reminder);
  if (!made || 'dueAt' in made) return made;
  return { ...made, language: reader.language, personId: cover.id };
}

type Ending = (context: Context, reader: Reader, reminder: Reminder) => Promise<Made | Later | null>;

/** What runs out, for who stands in. */
const endings: Record<string, Ending> = {
  alert: forThem(dealAlert),
  'alert-late': forThem(lateAlert),
  'approval-expiry': forThem(approvalExpiry),
  'quote-expiry': forThem(quoteExpiry),
};

/** The same message, saying whose it is. */
function forThem(ending: Ending): Ending {
  return async (context, reader, reminder) => {
    const made = await ending(context, reader, reminder);
    if (!made || 'dueAt' in made) return made;
    const title = `${made.card.title} · ${reader.t.leave.instead(context.by.name)}`;
    return { ...made, card: { ...made.card, title, summary: title } };
  };
}

async function promisedOf(context: Context, cover: Person, reader: Reader, reminder: Reminder): Promise<Made | null> {
  if (!reminder.subject.startsWith('touch:')) return null;
  const touch = await context.db.touch.findFirst({ where: { id: Number(reminder.subject.slice(6)) } });
  if (!touch || !isPromised(touch)) return null;
  return touchReminder({ ...context, by: cover }, reader, reminder, context.by.name);
}

/** Ten o'clock of the first working day after the leave, and after others that follow on it. */
async function whenBack(context: Context, leave: Leave): Promise<Later> {
  const { by } = context;
  const spans = (await leavesOf(context, [by.id])).map(spanOf);
  const wallTime = `${addWorkingDays(leave.toDay, 1, by.zone, spans)} 10:00`;
  return { dueAt: instantOf(wallTime, by.zone), wallTime };
}
