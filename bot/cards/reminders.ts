import type { Activity, Customer, Touch } from '../../prisma/generated/client.ts';
import type { Card } from '../chat/card.ts';
import { activityItems, line, promiseButtons, touchButtons, touchText } from './parts.ts';
import { buttons, card, type Reader, ref } from './reader.ts';

/** A touch before, at or after its time, with the last touches, so that one can act from it; `insteadOf`: of whom one stands in for. */
export function touchDue(
  reader: Reader,
  kind: 'due-before' | 'due' | 'overdue',
  touch: Touch,
  label: string,
  activities: Activity[],
  insteadOf: string | null = null,
): Card {
  const { t, playbook } = reader;
  const when = {
    'due-before': t.reminder.before(playbook.reminders.dueBefore),
    due: t.reminder.due,
    overdue: touch.side === 'them' ? t.reminder.notKept : t.reminder.overdue,
  }[kind];
  const what = touchText(reader, touch);
  const about = touch.opportunityId;
  return card(
    [when, label || what, insteadOf && t.leave.instead(insteadOf)].filter(Boolean).join(' · '),
    [
      line(
        reader,
        what,
        [touch.channel && t.channels[touch.channel], reader.moment(touch.dueAt)].filter(Boolean).join(' · '),
      ),
      touch.side === 'them' && kind !== 'due-before' && { kind: 'text', text: t.alerts.cameOfIt },
      activities.length > 0 && { kind: 'note', text: t.reminder.lastTouches },
      activityItems(reader, activities),
      buttons(
        ...(touch.side === 'them' ? promiseButtons(reader, touch.id) : touchButtons(reader, touch.id)),
        about !== null && reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(about) } }),
      ),
    ],
    { tone: kind === 'overdue' ? 'warn' : 'plain', summary: `${when}: ${[label, what].filter(Boolean).join(' · ')}` },
  );
}

export function revisitDue(
  reader: Reader,
  customer: Customer,
  touch: number,
  days: number,
  every: number,
  activities: Activity[],
): Card {
  const { t } = reader;
  return card(t.reminder.revisit(customer.name), [
    { kind: 'text', text: t.reminder.revisitText(days, every) },
    activityItems(reader, activities),
    buttons(
      ...touchButtons(reader, touch),
      reader.button(t.deal.show, { name: 'customer.show', input: { customer: ref(customer.id) } }),
    ),
  ]);
}

export function repurchaseDue(
  reader: Reader,
  customer: Customer,
  touch: number,
  rhythm: { every: number; last: Date; expected: Date },
): Card {
  const { t } = reader;
  return card(t.reminder.repurchase(customer.name), [
    {
      kind: 'text',
      text: t.reminder.repurchaseText(rhythm.every, reader.day(rhythm.last), reader.day(rhythm.expected)),
    },
    buttons(
      ...touchButtons(reader, touch),
      reader.button(t.deal.show, { name: 'customer.show', input: { customer: ref(customer.id) } }),
    ),
  ]);
}
