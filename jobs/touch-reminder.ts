import type { Reader } from '../bot/cards/reader.ts';
import { touchDue } from '../bot/cards/reminders.ts';
import type { Context } from '../bot/sales/context.ts';
import { leadName } from '../bot/sales/leads/lead-name.ts';
import type { Reminder } from '../prisma/generated/client.ts';
import type { Made } from './composed.ts';

/** What is planned after a deal's end: its stage's tasks, and another try. */
const afterwards = new Set(['stage', 'revisit']);

/** Still open and still at that time? A touch that is overdue hears only that, not that it was due. `insteadOf`: whose it is, for who stands in. */
export async function touchReminder(
  context: Context,
  reader: Reader,
  reminder: Reminder,
  insteadOf: string | null = null,
): Promise<Made | null> {
  const { db, now, playbook } = context;
  const touch = await db.touch.findFirst({
    where: { id: Number(reminder.subject.slice(6)), state: 'open', removedAt: null },
  });
  if (
    !touch ||
    touch.ownerId !== reminder.personId ||
    touch.dueAt.getTime() !== new Date(reminder.occurrence).getTime()
  )
    return null;
  const kind = reminder.kind as 'due-before' | 'due' | 'overdue';
  const late = now.getTime() - touch.dueAt.getTime();
  const lateNow = late >= playbook.reminders.overdueAfter * 3_600_000;
  if ((kind === 'due-before' && late >= 0) || (kind === 'due' && lateNow)) return null;
  const which = touch.opportunityId
    ? { opportunityId: touch.opportunityId }
    : touch.customerId
      ? { customerId: touch.customerId }
      : { leadId: touch.leadId ?? 0 };
  const [deal, customer, lead, activities] = await Promise.all([
    touch.opportunityId ? db.opportunity.findUnique({ where: { id: touch.opportunityId } }) : null,
    touch.customerId ? db.customer.findUnique({ where: { id: touch.customerId } }) : null,
    touch.leadId ? db.lead.findUnique({ where: { id: touch.leadId } }) : null,
    lastTouches(context, which),
  ]);
  const over = deal && deal.status !== 'open' && !afterwards.has(touch.origin);
  if (over || [deal, customer, lead].some((one) => one?.removedAt)) return null;
  const label = deal?.title ?? customer?.name ?? leadName(lead);
  return { card: touchDue(reader, kind, touch, label, activities, insteadOf) };
}

/** The last three talks with a record, the newest first. */
export function lastTouches({ db }: Context, which: { opportunityId?: number; customerId?: number; leadId?: number }) {
  return db.activity.findMany({ where: { ...which, removedAt: null }, orderBy: { at: 'desc' }, take: 3 });
}
