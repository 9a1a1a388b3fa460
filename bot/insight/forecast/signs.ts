import { dayMs, type StageOrder, type Visit } from '../visits.ts';
import { type PastDeal, slipsOf, valueAt } from './past-deal.ts';

/** What of an open deal may tell how it ends, besides its stage. */
export const signNames = ['age', 'silence', 'contacts', 'nextStep', 'slips', 'amount'] as const;
export type SignName = (typeof signNames)[number];

/** The signs as a person counts them: days in the stage, days of silence, contacts, 0 or 1, times, the amount. */
export type Signs = Record<SignName, number | null> & { stage: string };

/** What is usual: the median stay in each stage (days), and the median amount. */
export interface Usual {
  days: Record<string, number>;
  amount: number | null;
}

/** What was known of a deal at a moment: nothing that happened or was written down later. Null when it was in no stage then. */
export function signsAt(deal: PastDeal, stays: readonly Visit[], at: Date): Signs | null {
  const stay = stays.findLast((one) => one.from <= at && (one.to === null || one.to > at));
  if (!stay || at < deal.createdAt) return null;
  const touched = deal.touches
    .filter((touch) => touch.at <= at && touch.known <= at)
    .map((touch) => touch.at.getTime());
  const since = Math.max(deal.createdAt.getTime(), ...touched);
  const nextAt = valueAt(deal, 'nextAt', at);
  const planned = Boolean(valueAt(deal, 'nextStep', at)) && (!nextAt || new Date(String(nextAt)) >= at);
  const amount = Number(valueAt(deal, 'amount', at) ?? 0);
  return {
    stage: stay.stage,
    age: (at.getTime() - stay.from.getTime()) / dayMs,
    silence: (at.getTime() - since) / dayMs,
    contacts: deal.contacts.filter((known) => known <= at).length,
    nextStep: planned ? 1 : 0,
    slips: slipsOf(deal, at).times,
    amount: amount > 0 ? amount : null,
  };
}

/** The median stay and amount of closed deals. */
export function usualOf(deals: readonly { deal: PastDeal; stays: Visit[] }[], stages: readonly StageOrder[]): Usual {
  const days = stages.flatMap(({ key }): [string, number][] => {
    const over = deals.flatMap(({ stays }) => stays.filter((stay) => stay.stage === key && stay.to !== null));
    const median = medianOf(over.map((stay) => ((stay.to as Date).getTime() - stay.from.getTime()) / dayMs));
    return median === null ? [] : [[key, median]];
  });
  const amounts = deals.map(({ deal }) => Number(deal.today.amount ?? 0)).filter((amount) => amount > 0);
  return { days: Object.fromEntries(days), amount: medianOf(amounts) };
}

/** The signs as numbers that a straight line fits: logarithms, and relative to what is usual. In the order of {@link signNames}. */
export function scaled(signs: Signs, usual: Usual): number[] {
  const amount = signs.amount !== null && usual.amount !== null ? Math.log(signs.amount / usual.amount) : 0;
  const values: Record<SignName, number> = {
    age: Math.log1p(signs.age ?? 0) - Math.log1p(usual.days[signs.stage] ?? signs.age ?? 0),
    silence: Math.log1p(signs.silence ?? 0),
    contacts: Math.log1p(signs.contacts ?? 0),
    nextStep: signs.nextStep ?? 0,
    slips: Math.min(3, signs.slips ?? 0),
    amount: Math.max(-3, Math.min(3, amount)),
  };
  return signNames.map((name) => values[name]);
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
