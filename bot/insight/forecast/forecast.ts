import { dayValue, type PastDeal, slipsOf, valueAt } from './past-deal.ts';
import { isWithin, momentsIn, type Period } from './period.ts';

export const categories = ['commit', 'best_case', 'pipeline', 'omitted'] as const;
export type Category = (typeof categories)[number];

/** Nobody said which: likelier than these a deal counts as committed, or as best case. */
export const likely = { commit: 0.8, best_case: 0.5 } as const;

/** What a deal counts as: what somebody said, else by how likely it is. */
export function categoryOf(said: unknown, share: number): Category {
  const known = categories.find((one) => one === said);
  return known ?? (share >= likely.commit ? 'commit' : share >= likely.best_case ? 'best_case' : 'pipeline');
}

/** An open deal that is expected to close in the period. Amounts are in one currency; null when nobody said one. */
export interface Expected {
  amount: number | null;
  share: number;
  category: Category;
}

export interface Sum {
  n: number;
  amount: number;
}

/** `commit` and `best` are of the open deals; best case includes what is committed. What is omitted is in none. */
export interface Sums {
  weighted: Sum;
  commit: Sum;
  best: Sum;
  /** Deals without an amount: they add nothing. */
  blank: number;
}

/** The weighted sum is Σ amount × probability. */
export function sumsOf(deals: readonly Expected[]): Sums {
  const counted = deals.filter((deal) => deal.category !== 'omitted');
  const sum = (some: readonly Expected[], times: (deal: Expected) => number = () => 1): Sum => ({
    n: some.length,
    amount: some.reduce((total, deal) => total + (deal.amount ?? 0) * times(deal), 0),
  });
  return {
    weighted: sum(counted, (deal) => deal.share),
    commit: sum(counted.filter((deal) => deal.category === 'commit')),
    best: sum(counted.filter((deal) => deal.category === 'commit' || deal.category === 'best_case')),
    blank: counted.filter((deal) => deal.amount === null).length,
  };
}

/** How past commits came out: what was committed at the start of periods, how much of it was won in them, and all that was. */
export interface CommitRecord {
  periods: number;
  committed: Sum;
  /** Of what was committed. */
  kept: Sum;
  /** Everything that was won in those periods. */
  won: Sum;
}

/** What `person` committed at the start of past periods against what came; periods without a commit are left out. */
export function commitRecord(person: number, deals: readonly PastDeal[], periods: readonly Period[]): CommitRecord {
  const value = (deal: PastDeal, at: Date) => Number(valueAt(deal, 'amount', at) ?? 0);
  const record: CommitRecord = { periods: 0, committed: none(), kept: none(), won: none() };
  for (const period of periods) {
    const { start, end, committed: seen } = momentsIn(period);
    const wonIn = (deal: PastDeal) =>
      deal.status === 'won' && deal.closedAt !== null && deal.closedAt >= start && deal.closedAt < end;
    const committed = deals.filter(
      (deal) =>
        (deal.closedAt === null || deal.closedAt >= start) &&
        valueAt(deal, 'ownerId', seen) === person &&
        valueAt(deal, 'forecast', seen) === 'commit' &&
        isWithin(dayValue(valueAt(deal, 'closeOn', seen)), period),
    );
    if (committed.length === 0) continue;
    record.periods += 1;
    for (const deal of committed) add(record.committed, value(deal, seen));
    for (const deal of committed.filter(wonIn)) add(record.kept, value(deal, seen));
    for (const deal of deals.filter((one) => wonIn(one) && valueAt(one, 'ownerId', one.closedAt as Date) === person))
      add(record.won, value(deal, deal.closedAt as Date));
  }
  return record;
}

/** How often the expected close was put off: of the deals that had one, those it was put off of. */
export interface Slips {
  n: number;
  slipped: number;
  /** How often in all, and by how many days a deal that slipped was put off in the middle (median). */
  times: number;
  days: number | null;
}

export function slipRecord(deals: readonly PastDeal[], now: Date): Slips {
  const dated = deals.filter(
    (deal) => dayValue(deal.today.closeOn) !== null || (deal.steps.closeOn ?? []).some((step) => dayValue(step.now)),
  );
  const slips = dated.map((deal) => slipsOf(deal, now)).filter((slip) => slip.times > 0);
  const days = slips.map((slip) => slip.days).sort((a, b) => a - b);
  return {
    n: dated.length,
    slipped: slips.length,
    times: slips.reduce((sum, slip) => sum + slip.times, 0),
    days: days[Math.floor((days.length - 1) / 2)] ?? null,
  };
}

const none = (): Sum => ({ n: 0, amount: 0 });
function add(sum: Sum, amount: number): void {
  sum.n += 1;
  sum.amount += amount;
}
