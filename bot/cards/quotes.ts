import type { Quote } from '../../prisma/generated/client.ts';
import type { Block, Button, Card } from '../chat/card.ts';
import type { QuoteRow } from '../sales/closing/list-quotes.ts';
import type { Quoted } from '../sales/closing/make-quote.ts';
import type { Deal } from '../sales/find.ts';
import { moveButton } from './deals.ts';
import { dotted } from './field-lines.ts';
import { netOf } from './net.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { show } from './values.ts';

type Priced = Pick<Quote, 'amount' | 'currency' | 'discount'>;

/** What is off, as it is said; empty when nothing is. */
export function offOf(reader: Reader, discount: unknown): string {
  return discount === null || Number(discount) === 0 ? '' : show(reader, 'discount', Number(discount));
}

/** How much it comes to with the discount off; empty without both. */
export function net(reader: Reader, { amount, currency }: Priced, discount: unknown): string {
  if (amount === null || discount === null || Number(discount) === 0) return '';
  return reader.money(netOf(Number(amount), Number(discount)), currency);
}

export function quoteFacts(reader: Reader, quote: Quote): Block {
  const { fields } = reader.t;
  return facts(
    [fields.amount, quote.amount && reader.money(quote.amount, quote.currency)],
    [fields.discount, offOf(reader, quote.discount)],
    [fields.net, net(reader, quote, quote.discount)],
    [fields.validUntil, quote.validUntil && reader.day(quote.validUntil)],
    [fields.terms, quote.terms],
  );
}

/** The quote that stands now, and the one it takes the place of. */
export function quoteMade(reader: Reader, { deal, quote, before }: Quoted, undo: Button): Card {
  const { t } = reader;
  return card(
    t.quote.made(deal.title, quote.number),
    [
      quoteFacts(reader, quote),
      before && { kind: 'note', text: t.quote.before(said(reader, before)) },
      buttons(accepts(reader, deal), undo),
    ],
    { tone: 'good' },
  );
}

/** Every version, old → new. */
export function quoteList(reader: Reader, deal: Deal, rows: QuoteRow[]): Card {
  const { t } = reader;
  if (rows.length === 0) return card(t.quote.list(deal.title), [{ kind: 'text', text: t.quote.none(deal.title) }]);
  const open = deal.status === 'open' && rows.some(({ quote }) => quote.state === 'sent');
  return card(t.quote.list(deal.title), [
    {
      kind: 'list',
      items: rows.map(({ quote, by, approval }) => ({
        text: dotted(t.quote.version(quote.number), said(reader, quote), stateOf(reader, quote.state, approval)),
        detail: dotted(
          reader.moment(quote.createdAt),
          by,
          quote.validUntil && t.quote.until(reader.day(quote.validUntil)),
          quote.terms,
        ),
      })),
    },
    buttons(open && accepts(reader, deal)),
  ]);
}

export function quoteAccepted(reader: Reader, deal: Deal, quote: Quote, undo: Button): Card {
  return card(
    reader.t.quote.accepted(deal.title),
    [quoteFacts(reader, quote), buttons(moveButton(reader, deal), undo)],
    { tone: 'good' },
  );
}

/** To who has the deal: the customer's quote is valid no longer. */
export function quoteOver(reader: Reader, deal: Pick<Deal, 'id' | 'title'>, quote: Quote): Card {
  const { t } = reader;
  return card(
    t.quote.over(deal.title),
    [
      quoteFacts(reader, quote),
      { kind: 'note', text: t.quote.again(deal.title) },
      buttons(
        reader.button(t.quote.show, { name: 'quote.list', input: { deal: ref(deal.id) } }),
        reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } }),
      ),
    ],
    { tone: 'warn' },
  );
}

function accepts(reader: Reader, deal: Pick<Deal, 'id'>): Button {
  return reader.button(reader.t.quote.accept, { name: 'quote.accept', input: { deal: ref(deal.id) } }, 'primary');
}

function said(reader: Reader, quote: Quote): string {
  return dotted(quote.amount && reader.money(quote.amount, quote.currency), offOf(reader, quote.discount));
}

/** A draft is told by how its request stands. */
function stateOf({ t }: Reader, state: string, approval: string | null): string {
  const asked = state === 'draft' && approval ? t.approval.states[approval] : undefined;
  return asked ?? t.quote.states[state] ?? state;
}
