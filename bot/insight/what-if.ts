import { addDays, quarterEnd } from '../understand/days.ts';
import { type Proportion, wilson } from './proportion.ts';
import { type DealHistory, daysOf, type Span } from './visits.ts';
import { dayOf } from './wall-time.ts';

/** What it would have been worth had nobody been slower in a stage than its median. */
export interface WhatIf {
  /** Deals won in the span, and by how many days their whole cycle would have been shorter on average. */
  won: { n: number; days: number };
  /** Open deals in the stage past its median, and how many days past it on average. */
  open: { n: number; days: number };
  /** Of those, the ones expected to close after this quarter that would then close within it, times `odds`. */
  sooner: { n: number; amount: number };
  /** Of the deals that were in the stage and closed in the span, those won. */
  odds: Proportion | null;
}

/**
 * Had the deals that were slower than the median in a stage taken the median. Of each deal won in the span, the days it
 * stood there beyond the median, over all its stays, are saved: the mean over all deals won is what the cycle is shorter
 * by. Of each open deal that stands there longer than the median already, the days beyond it (whole days) are taken off its
 * expected close: when that then is no longer after the end of the quarter of now, its amount times the stage's share of
 * won deals counts as closed sooner. Deals without an amount or an expected close count with nothing.
 */
export function whatIf(
  stage: string,
  median: number,
  deals: readonly DealHistory[],
  { since, now, zone }: Span,
): WhatIf {
  const end = quarterEnd(dayOf(now, zone));
  const beyond = (deal: DealHistory, going: boolean) =>
    deal.visits
      .filter((visit) => visit.stage === stage && (visit.to === null) === going)
      .reduce((sum, visit) => sum + Math.max(0, daysOf(visit, now) - median), 0);
  const closed = deals.filter((deal) => deal.closedAt !== null && deal.closedAt >= since);
  const won = closed.filter((deal) => deal.status === 'won');
  const been = closed.filter((deal) => deal.visits.some((visit) => visit.stage === stage));
  const odds = wilson(been.filter((deal) => deal.status === 'won').length, been.length);
  const late = deals
    .filter((deal) => deal.status === 'open')
    .map((deal) => ({ deal, days: beyond(deal, true) }))
    .filter(({ days }) => days > 0);
  const sooner = late.filter(
    ({ deal: { amount, closeOn }, days }) =>
      amount !== null && closeOn !== null && closeOn > end && addDays(closeOn, -Math.floor(days)) <= end,
  );
  return {
    won: { n: won.length, days: mean(won.map((deal) => beyond(deal, false))) },
    open: { n: late.length, days: mean(late.map(({ days }) => days)) },
    sooner: {
      n: sooner.length,
      amount: (odds?.share ?? 0) * sooner.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0),
    },
    odds,
  };
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
