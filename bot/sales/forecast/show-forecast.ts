import {
  type Category,
  type CommitRecord,
  categoryOf,
  commitRecord,
  type Expected,
  type Slips,
  type Sum,
  type Sums,
  slipRecord,
  sumsOf,
} from '../../insight/forecast/forecast.ts';
import { dayValue, type PastDeal } from '../../insight/forecast/past-deal.ts';
import { isWithin, momentsIn, type Period, periodOf, startDays } from '../../insight/forecast/period.ts';
import { enoughDeals } from '../../insight/forecast/stage-rates.ts';
import { enoughToJudge, enoughToLearn, type WinOdds } from '../../insight/forecast/win-odds.ts';
import { dayOf } from '../../insight/wall-time.ts';
import type { Input } from '../../intents.ts';
import { type Context, needsRole, scope } from '../context.ts';
import { ownMoney } from '../own-money.ts';
import { teamOdds } from './team-odds.ts';

/** So many periods back a commit is held against what came. */
const past = 3;

export interface ForecastDeal extends Expected {
  id: number;
  title: string;
  closeOn: string;
  /** Somebody said what it counts as. */
  said: boolean;
}

export interface ForecastPerson {
  id: number;
  name: string;
  closed: Sum;
  sums: Sums;
  record: CommitRecord;
  slips: Slips;
}

export interface Forecast {
  period: Period & { ahead: number };
  whose: 'mine' | 'team' | 'all';
  currency: string;
  /** Won in the period so far. */
  closed: Sum;
  sums: Sums;
  /** The dearest first. */
  deals: ForecastDeal[];
  people: ForecastPerson[];
  slips: Slips;
  /** Open deals whose expected close is over, and those that have none. */
  overdue: number;
  undated: number;
  pipelines: { pipeline: string; odds: WinOdds }[];
  past: number;
  /** The working days at the start of a period in which a commit counts as made at its start. */
  startDays: number;
  enough: { deals: number; learn: number; judge: number };
}

/**
 * What the month or quarter brings: of one's own, of the team for a manager (refused for a rep), of everybody for an admin
 * (refused for others). A deal counts for the period in which it is expected to close.
 */
export async function showForecast(context: Context, input: Input<'forecast.show'>): Promise<Forecast> {
  const { by, now } = context;
  const own = by.role === 'rep' ? 'mine' : by.role === 'manager' ? 'team' : 'all';
  const { period: kind = 'month', ahead = 0, whose = own } = input;
  if (whose !== 'mine') needsRole(context, whose === 'all' ? 'admin' : 'manager');
  const [owners, team] = await Promise.all([scope(context, whose), teamOdds(context)]);
  const period = periodOf(kind, ahead, now, by.zone);
  const ours = team.deals.filter((deal) => owners === null || owners.includes(ownerOf(deal)));
  const open = ours.filter((deal) => deal.status === 'open');
  const expected = open.flatMap((deal): (ForecastDeal & { ownerId: number })[] => {
    const closeOn = dayValue(deal.today.closeOn);
    const share = team.of(deal)?.share ?? 0;
    return closeOn && isWithin(closeOn, period)
      ? [{ ...expectedOf(deal, share), closeOn, ownerId: ownerOf(deal) }]
      : [];
  });
  const { start, end } = momentsIn(period);
  const won = ours.filter(
    (deal) => deal.status === 'won' && deal.closedAt && deal.closedAt >= start && deal.closedAt < end,
  );
  const periods = Array.from({ length: past }, (_, back) => periodOf(kind, -1 - back, now, by.zone));
  const ids = [...new Set([...ours.map(ownerOf), ...(whose === 'mine' ? [by.id] : [])])];
  const people = await context.db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  const lines = people.map(({ id, name }): ForecastPerson => {
    const mine = ours.filter((deal) => ownerOf(deal) === id);
    return {
      id,
      name,
      closed: sum(won.filter((deal) => ownerOf(deal) === id)),
      sums: sumsOf(expected.filter((deal) => deal.ownerId === id)),
      record: commitRecord(id, team.deals, periods),
      slips: slipRecord(mine, now),
    };
  });
  const today = dayOf(now, by.zone);
  const days = open.map((deal) => dayValue(deal.today.closeOn));
  return {
    period: { ...period, ahead },
    whose,
    currency: ownMoney(context).currency,
    closed: sum(won),
    sums: sumsOf(expected),
    deals: [...expected].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || a.id - b.id),
    people: lines
      .filter((one) => one.closed.n + one.sums.weighted.n + one.record.periods > 0)
      .sort((a, b) => b.sums.commit.amount - a.sums.commit.amount || a.id - b.id),
    slips: slipRecord(ours, now),
    overdue: days.filter((day) => day !== null && day < today).length,
    undated: days.filter((day) => day === null).length,
    pipelines: team.pipelines.filter(({ pipeline }) => ours.some((deal) => deal.pipeline === pipeline)),
    past,
    startDays,
    enough: { deals: enoughDeals, learn: enoughToLearn, judge: enoughToJudge },
  };
}

function expectedOf(deal: PastDeal, share: number) {
  const amount = deal.today.amount === null ? null : Number(deal.today.amount);
  const category: Category = categoryOf(deal.today.forecast, share);
  return { id: deal.id, title: deal.title, amount, share, category, said: deal.today.forecast !== null };
}

const ownerOf = (deal: PastDeal) => Number(deal.today.ownerId);
const sum = (deals: readonly PastDeal[]): Sum => ({
  n: deals.length,
  amount: deals.reduce((total, deal) => total + Number(deal.today.amount ?? 0), 0),
});
