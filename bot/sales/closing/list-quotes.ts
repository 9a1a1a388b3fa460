import type { Quote } from '../../../prisma/generated/client.ts';
import { dayOf } from '../../insight/wall-time.ts';
import type { Input } from '../../intents.ts';
import { type Change, type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { quotesOf } from './quote.ts';

export interface QuoteRow {
  quote: Quote;
  by: string;
  /** How a draft's request stands. */
  approval: string | null;
}

/** A deal's quotes, old → new, each with who made it. */
export async function listQuotes(
  context: Context,
  input: Input<'quote.list'>,
): Promise<{ deal: Deal; rows: QuoteRow[] }> {
  const { db } = context;
  const deal = await findDeal(context, input.deal);
  const quotes = await quotesOf(context, deal.id);
  const [people, approvals] = await Promise.all([
    db.person.findMany({ where: { id: { in: quotes.map((one) => one.createdById) } } }),
    db.approval.findMany({ where: { opportunityId: deal.id, removedAt: null } }),
  ]);
  const rows = quotes.map((quote) => ({
    quote: isPast(context, quote) ? { ...quote, state: 'expired' } : quote,
    by: people.find((one) => one.id === quote.createdById)?.name ?? '',
    approval: approvals.find((one) => one.quoteId === quote.id)?.state ?? null,
  }));
  return { deal, rows };
}

/** States of a quote that the customer has seen and that no other took the place of. */
const withCustomer = new Set(['sent', 'accepted', 'expired']);

/** The customer said yes to the deal's quote. Refuses when they have none, when it is no longer valid, and of a lost deal. */
export async function acceptQuote(
  context: Context,
  input: Input<'quote.accept'>,
): Promise<{ deal: Deal; quote: Quote; plan: Plan }> {
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status === 'lost') throw new Refusal('closed-deal', { status: deal.status, title: deal.title });
  const quote = (await quotesOf(context, deal.id)).findLast((one) => withCustomer.has(one.state));
  if (!quote) throw new Refusal('no-quote', { title: deal.title });
  if (quote.state === 'accepted') throw new Refusal('already-done', { what: deal.title });
  if (quote.state === 'expired' || isPast(context, quote))
    throw new Refusal('quote-over', { title: deal.title, on: quote.validUntil?.toISOString().slice(0, 10) ?? '' });
  const change = update('Quote', quote, { state: 'accepted' }) as Change;
  return { deal, quote: { ...quote, state: 'accepted' }, plan: { changes: [change] } };
}

/** Sent, and its last day is over where this person is. */
export function isPast({ now, by }: Pick<Context, 'now' | 'by'>, { state, validUntil }: Quote): boolean {
  return state === 'sent' && validUntil !== null && validUntil.toISOString().slice(0, 10) < dayOf(now, by.zone);
}
