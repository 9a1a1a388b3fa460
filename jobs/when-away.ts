import { readerOf } from '../bot/cards/reader.ts';
import { instantOf } from '../bot/insight/wall-time.ts';
import { addWorkingDays } from '../bot/insight/working-days.ts';
import type { Context } from '../bot/sales/context.ts';
import { isPromised, leavesOf, spanOf } from '../bot/sales/leave/leaves.ts';
import type { Leave, Reminder } from '../prisma/generated/client.ts';
import type { Composed, Later } from './composed.ts';
import { touchReminder } from './touch-reminder.ts';

/** Who is away hears nothing: what was promised goes to who stands in, customers to come back to wait, the rest is dropped. */
export async function instead(context: Context, reminder: Reminder, leave: Leave): Promise<Composed | Later | null> {
  if (reminder.kind === 'revisit' || reminder.kind === 'repurchase') return whenBack(context, leave);
  if (!reminder.subject.startsWith('touch:') || leave.coverId === null) return null;
  const { db, now, playbook, by } = context;
  const cover = await db.person.findFirst({ where: { id: leave.coverId, active: true, removedAt: null } });
  const touch = await db.touch.findFirst({ where: { id: Number(reminder.subject.slice(6)) } });
  if (!cover || !touch || !isPromised(touch)) return null;
  const reader = readerOf(cover, now, playbook);
  const made = await touchReminder({ ...context, by: cover }, reader, reminder, by.name);
  return made && { ...made, language: reader.language, personId: cover.id };
}

/** Ten o'clock of the first working day after the leave, and after others that follow on it. */
async function whenBack(context: Context, leave: Leave): Promise<Later> {
  const { by } = context;
  const spans = (await leavesOf(context, [by.id])).map(spanOf);
  const wallTime = `${addWorkingDays(leave.toDay, 1, by.zone, spans)} 10:00`;
  return { dueAt: instantOf(wallTime, by.zone), wallTime };
}
