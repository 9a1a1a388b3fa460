import type { Quote } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { guard, type Plan } from '../change.ts';
import { checkDay, checkMoney } from '../check.ts';
import { mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import type { ApprovalView } from './approval.ts';
import { mustAsk, type Reaching } from './approver.ts';
import { type Asked, askApproval, created, draft, openRequests, over, withdraw } from './ask-approval.ts';
import { kept, onDeal, quotesOf, replaced, type Terms } from './quote.ts';

export interface Quoted {
  deal: Deal;
  quote: Quote;
  /** The quote the customer had until now. */
  before: Quote | null;
  /** Set when the discount is above one's limit: the quote is a draft that waits for it. */
  asked: Asked | null;
  withdrawn: ApprovalView[];
  plan: Plan;
}

/**
 * Writes the next version of a deal's quote and takes it over into the deal; the last one is replaced. Above the sayer's
 * limit it is a draft that waits for approval, and neither the deal nor the last quote changes. Refuses a closed deal, and
 * a quote without an amount of a deal that has none.
 */
export async function makeQuote(context: Reaching, input: Input<'quote.make'>): Promise<Quoted> {
  const { by, now } = context;
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const terms = termsOf(context, deal, input);
  const quotes = await quotesOf(context, deal.id);
  const before = quotes.findLast((one) => one.state === 'sent' || one.state === 'accepted') ?? null;
  if (mustAsk(context, terms.discount)) {
    const asked = await askApproval(context, deal, terms as Terms & { discount: number });
    const changes = [guard('Opportunity', deal), ...asked.changes];
    return { deal, quote: asked.view.quote, before, asked, withdrawn: asked.withdrawn, plan: { changes } };
  }
  const requests = await openRequests(context, deal.id);
  const quote: Quote = { ...draft(deal, terms, quotes, { id: await context.ids.next(), by, now }), state: 'sent' };
  const gone = withdraw(requests, quotes);
  const ids = new Set(gone.map(({ id }) => id));
  const changes = [
    onDeal(deal, terms),
    ...gone,
    ...replaced(quotes).filter(({ id }) => !ids.has(id)),
    created('Quote', { ...quote, amount: terms.amount, discount: kept(terms.discount) }),
  ];
  return { deal, quote, before, asked: null, withdrawn: requests.map(over), plan: { changes } };
}

function termsOf({ by, now }: Reaching, deal: Deal, input: Input<'quote.make'>): Terms {
  const known = deal.amount === null ? null : { amount: deal.amount.toFixed(2), currency: deal.currency };
  const money = input.amount ? checkMoney(input.amount, deal.currency) : known;
  if (!money) {
    const intent = { name: 'quote.make', input: { ...input, deal: `#${deal.id}` } } as const;
    throw new Refusal('nothing-said', { needs: ['amount'] }, { intent, missing: ['amount'] });
  }
  return {
    ...money,
    discount: input.discount ?? null,
    validUntil: input.validUntil ? checkDay(input.validUntil, now, by.zone) : null,
    terms: input.terms ?? null,
  };
}
