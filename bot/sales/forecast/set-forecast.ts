import { dayOf } from '../../insight/wall-time.ts';
import type { Input } from '../../intents.ts';
import { type Change, type Plan, update, type Value } from '../change.ts';
import { checkDay } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';

export interface Sorted {
  deal: Deal;
  as: Input<'deal.forecast'>['as'];
  /** Null when it counted as that already. */
  change: Change | null;
  plan: Plan;
}

/**
 * What a deal counts as in the forecast. Where days are given in which it was not expected to close, it now is: on the
 * last of them. A closed deal and days that are over are refused.
 */
export async function setForecast(context: Context, input: Input<'deal.forecast'>): Promise<Sorted> {
  const { now, by } = context;
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const values: Record<string, Value> = { forecast: input.as };
  if (input.from && input.to) {
    const expected = deal.closeOn?.toISOString().slice(0, 10) ?? '';
    const today = dayOf(now, by.zone);
    const stands = expected >= today && expected >= input.from && expected <= input.to;
    if (!stands) values.closeOn = checkDay(input.to, now, by.zone);
  }
  const change = update('Opportunity', deal, values);
  return { deal, as: input.as, change, plan: { changes: change ? [change] : [] } };
}
