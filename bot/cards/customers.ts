import type { Card } from '../chat/card.ts';
import { masked, phone } from '../i18n/index.ts';
import type { CustomerView } from '../sales/show.ts';
import { activityItems } from './parts.ts';
import { card, facts, type Reader, ref } from './reader.ts';
import { show } from './values.ts';

export function customerCard(
  reader: Reader,
  { customer, owner, contacts, deals, activities, orders }: CustomerView,
  { whole }: { whole: boolean },
): Card {
  const { t } = reader;
  return card(customer.name, [
    facts(
      [t.fields.industry, customer.industry && show(reader, 'industry', customer.industry)],
      [t.fields.city, customer.city],
      [t.fields.tier, customer.tier],
      [t.fields.owner, owner],
      [t.fields.lastTouchAt, customer.lastTouchAt && reader.moment(customer.lastTouchAt)],
      [
        t.fields.contact,
        t.list(
          contacts.map((one) =>
            [one.name, one.title, one.phone && (whole ? phone(one.phone) : masked(one.phone))]
              .filter(Boolean)
              .join(' '),
          ),
        ),
      ],
      orders.count > 0 && [
        t.customer.orders,
        `${orders.count} · ${orders.sums.map((one) => reader.money(one.amount, one.currency)).join(' + ')}`,
      ],
    ),
    {
      kind: 'list',
      items: deals.map((deal) => ({
        text: `${deal.title} · ${reader.stage(deal.stage)}`,
        ...(deal.amount ? { detail: reader.money(deal.amount, deal.currency) } : {}),
        buttons: [reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } })],
      })),
    },
    activityItems(reader, activities),
  ]);
}
