import type { Input } from '../../intents.ts';
import type { Field } from '../../playbook/schema.ts';
import { find, findOption } from '../../playbook/words.ts';
import { type Change, type Plan, update, type Value } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';

export interface Reviewed {
  deal: Deal;
  change: Change | null;
  plan: Plan;
}

/**
 * Keeps what was learned from a deal that was won or lost: the reason (an option of the playbook's field), the competitor,
 * and what would be done again or otherwise. Words that are no reason of the playbook's belong to the review. Refuses a
 * deal that is still open, unless its customer has one that ended: then that is meant.
 */
export async function reviewDeal(context: Context, input: Input<'deal.review'>): Promise<Reviewed> {
  const deal = await ended(context, await findDeal(context, input.deal));
  await mayChange(context, deal);
  const facts: Record<string, Value> = {};
  const learned: string[] = [];
  const key = deal.status === 'won' ? 'won_reason' : 'loss_reason';
  const field = context.playbook.fields.find((one) => one.key === key);
  if (input.reason) {
    const option = field && findOption(field, input.reason);
    if (option) facts[key] = option.key;
    if (!option || !isName(field, input.reason)) learned.push(input.reason);
  }
  if (input.competitor) facts.competitor = input.competitor;
  if (input.review) learned.push(input.review);
  if (learned.length > 0) facts.review = learned.join(context.by.language === 'en' ? '; ' : '；');
  if (Object.keys(facts).length === 0) {
    const intent = { name: 'deal.review', input: { deal: `#${deal.id}` } } as const;
    throw new Refusal('nothing-said', { needs: ['review'] }, { intent, missing: ['review'] });
  }
  const change = update('Opportunity', deal, { facts: { ...(deal.facts as Record<string, Value>), ...facts } });
  return {
    deal: { ...deal, facts: { ...(deal.facts as object), ...facts } as never },
    change,
    plan: { changes: change ? [change] : [] },
  };
}

/** Whether words are no more than the name of an option. */
function isName(field: Field | undefined, said: string): boolean {
  return find(field?.options ?? [], said) !== null;
}

/** The deal itself, or of an open one's customer the one that ended last. */
async function ended({ db }: Context, deal: Deal): Promise<Deal> {
  if (deal.status !== 'open') return deal;
  const last = await db.opportunity.findFirst({
    where: { customerId: deal.customerId, removedAt: null, status: { not: 'open' } },
    orderBy: { closedAt: { sort: 'desc', nulls: 'last' } },
    include: { customer: true },
  });
  if (!last) throw new Refusal('still-open', { title: deal.title });
  return last;
}
