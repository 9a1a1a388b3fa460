import type { Card } from '../chat/card.ts';
import type { PlanItem } from '../sales/touches/plan-today.ts';
import { touchButtons, touchText } from './parts.ts';
import { card, type Reader } from './reader.ts';

/** How many of a plan stand on one card. */
const most = 12;

/** The morning plan: what to do today, worth most first, each done or put off in one tap. */
export function planCard(reader: Reader, items: PlanItem[], total: number, morningFor?: string): Card {
  const { t } = reader;
  const title = morningFor ? t.plan.morning(morningFor) : t.plan.title;
  if (items.length === 0) return card(title, [{ kind: 'text', text: t.plan.none }]);
  return card(
    title,
    [
      { kind: 'text', text: t.plan.count(total) },
      {
        kind: 'list',
        items: items.slice(0, most).map(({ touch, label, deal, overdueDays, reason }) => ({
          text: touch.what.includes(label)
            ? touchText(reader, touch)
            : `${label}${reader.language === 'zh' ? '：' : ': '}${touchText(reader, touch)}`,
          detail: [
            deal && reader.stage(deal.stage),
            deal?.amount && reader.money(deal.amount, deal.currency),
            touch.channel && t.channels[touch.channel],
            overdueDays > 0 ? t.plan.overdue(overdueDays) : reader.moment(touch.dueAt),
            reason !== 'overdue' && reason !== 'due' && t.plan.reasons[reason],
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: touchButtons(reader, touch.id),
        })),
      },
      total > most && { kind: 'note', text: t.pages(most, total) },
    ],
    { summary: `${title} (${total})` },
  );
}
