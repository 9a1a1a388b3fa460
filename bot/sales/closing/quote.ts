import type { Quote } from '../../../prisma/generated/client.ts';
import { type Change, guard, update, type Value } from '../change.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';

/** What a quote says: the amount before the discount (0–1). */
export interface Terms {
  amount: string | null;
  currency: string;
  discount: number | null;
  validUntil: Date | null;
  terms: string | null;
}

/** A deal's quotes from the first version on. */
export function quotesOf({ db }: Pick<Context, 'db'>, dealId: number): Promise<Quote[]> {
  return db.quote.findMany({ where: { opportunityId: dealId, removedAt: null }, orderBy: { number: 'asc' } });
}

/** States of quotes that a newer one takes the place of. */
const standing = new Set(['draft', 'sent', 'accepted']);

/** The deal's standing quotes are replaced, except the one that now is the quote. */
export function replaced(quotes: Quote[], but?: number): Change[] {
  return quotes
    .filter((one) => one.id !== but && standing.has(one.state))
    .flatMap((one) => update('Quote', one, { state: 'replaced' }) ?? []);
}

/** The quote's amount and discount become the deal's; unchanged, the deal is still guarded: two quotes take turns. */
export function onDeal(deal: Deal, { amount, currency, discount }: Terms): Change {
  const values: Record<string, Value> = {};
  if (amount !== null) Object.assign(values, { amount, currency });
  if (!isDiscount(deal, discount)) values.discount = kept(discount);
  return update('Opportunity', deal, values) ?? guard('Opportunity', deal);
}

/** Whether the deal has this discount already. */
export function isDiscount(deal: Pick<Deal, 'discount'>, discount: number | null): boolean {
  return kept(deal.discount === null ? null : Number(deal.discount)) === kept(discount);
}

/** A share as the database keeps it, three decimals. */
export function kept(share: number | null): string | null {
  return share === null ? null : share.toFixed(3);
}

/** What a stored quote says. */
export function termsOf(quote: Quote): Terms {
  return {
    amount: quote.amount === null ? null : quote.amount.toFixed(2),
    currency: quote.currency,
    discount: quote.discount === null ? null : Number(quote.discount),
    validUntil: quote.validUntil,
    terms: quote.terms,
  };
}
