import type { Block, Button, Card } from '../chat/card.ts';
import type { Capsule } from '../sales/handover/capsule.ts';
import type { Given } from '../sales/opportunities/give-deal.ts';
import { capsuleBlocks } from './handovers.ts';
import { buttons, card, type Reader, ref } from './reader.ts';

/** What would go to the colleague, asked before it does. */
export function givePreview(reader: Reader, given: Given): Card {
  const { give } = reader.t;
  return card(
    give.ask(given.label, given.to.name),
    [{ kind: 'text', text: give.askText }, along(reader, given), dealItems(reader, given, false)],
    { tone: 'warn' },
  );
}

/** To the colleague who was given something that is taken back. */
export function gone(reader: Reader, labels: string[], by: string): Card {
  const { t } = reader;
  return card(t.give.gone(t.list(labels), by), [{ kind: 'text', text: t.give.goneText }]);
}

/** Who has it now, and what went along. */
export function gave(reader: Reader, given: Given, undo: Button): Card {
  const title = reader.t.give.gave(given.label, given.to.name);
  return card(title, [along(reader, given), dealItems(reader, given, false), buttons(undo)], { tone: 'good' });
}

/** What the colleague who has it now is told: from whom it comes, what is next, and what they must know of it. */
export function got(reader: Reader, given: Given, capsule: Capsule | null, from: string): Card {
  const { t } = reader;
  const { customer, lead, deals } = given;
  const show = lead
    ? reader.button(t.deal.show, { name: 'lead.show', input: { lead: ref(lead.id) } }, 'primary')
    : customer &&
      reader.button(t.deal.show, { name: 'customer.show', input: { customer: ref(customer.id) } }, 'primary');
  return card(t.give.got(given.label, from), [
    along(reader, given),
    dealItems(reader, given, true),
    ...(capsule ? capsuleBlocks(reader, capsule, { whole: true }) : []),
    buttons(deals.length > 0 ? null : show),
  ]);
}

/** What goes with the one that was named. */
function along({ t }: Reader, { named, deals, customer, touches }: Given): Block {
  const parts = [
    customer && named !== 'customer' && t.give.customer,
    deals.length > 0 && named !== 'deal' && t.give.deals(deals.length),
    touches > 0 && t.give.touches(touches),
  ].filter((part) => part !== null && part !== false);
  return { kind: 'text', text: parts.length > 0 ? t.give.along(parts) : '' };
}

function dealItems(reader: Reader, { deals }: Given, open: boolean): Block {
  const { t } = reader;
  return {
    kind: 'list',
    items: deals.map((deal) => ({
      text: deal.title,
      detail: [
        reader.stage(deal.stage),
        deal.amount && reader.money(deal.amount, deal.currency),
        deal.nextStep && `${t.fields.nextStep} ${deal.nextStep}`,
        deal.nextStep && deal.nextAt && reader.moment(deal.nextAt),
      ]
        .filter(Boolean)
        .join(' · '),
      ...(open
        ? {
            buttons: [
              reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } }, 'primary'),
              ...(deals.length > 1
                ? [reader.button(t.handover.button, { name: 'deal.handover', input: { deal: ref(deal.id) } })]
                : []),
            ],
          }
        : {}),
    })),
  };
}
