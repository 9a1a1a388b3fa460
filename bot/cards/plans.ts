import type { Touch } from '../../prisma/generated/client.ts';
import type { Block, Card } from '../chat/card.ts';
import type { Covering } from '../sales/touches/plan-cover.ts';
import type { PlanItem } from '../sales/touches/plan-today.ts';
import { touchButtons, touchText } from './parts.ts';
import { card, type Reader } from './reader.ts';

/** How many of a plan stand on one card. */
const most = 12;

/** The morning plan: what to do today, worth most first, each done or put off in one tap; then what was promised by whom one stands in for. */
export function planCard(
  reader: Reader,
  items: PlanItem[],
  total: number,
  { morningFor, covering = [] }: { morningFor?: string; covering?: Covering[] } = {},
): Card {
  const { t } = reader;
  const title = morningFor ? t.plan.morning(morningFor) : t.plan.title;
  const promised = covering.flatMap((one) => covered(reader, one));
  if (items.length === 0)
    return card(title, [promised.length === 0 && { kind: 'text', text: t.plan.none }, ...promised]);
  return card(
    title,
    [
      { kind: 'text', text: t.plan.count(total) },
      {
        kind: 'list',
        items: items.slice(0, most).map(({ touch, label, deal, overdueDays, reason }) => ({
          text: named(reader, touch, label),
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
      ...promised,
    ],
    { summary: `${title} (${total})` },
  );
}

function covered(reader: Reader, { person, items }: Covering): Block[] {
  return [
    { kind: 'text', text: reader.t.leave.covering(person.name) },
    {
      kind: 'list',
      items: items.map(({ touch, label }) => ({
        text: named(reader, touch, label),
        detail: reader.moment(touch.dueAt),
        buttons: touchButtons(reader, touch.id),
      })),
    },
  ];
}

function named(reader: Reader, touch: Touch, label: string): string {
  if (touch.what.includes(label)) return touchText(reader, touch);
  return `${label}${reader.language === 'zh' ? '：' : ': '}${touchText(reader, touch)}`;
}
