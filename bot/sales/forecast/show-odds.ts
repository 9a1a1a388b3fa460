import { type Category, categoryOf } from '../../insight/forecast/forecast.ts';
import { slipsOf } from '../../insight/forecast/past-deal.ts';
import { enoughDeals } from '../../insight/forecast/stage-rates.ts';
import { type DealOdds, enoughToJudge, enoughToLearn, type WinOdds } from '../../insight/forecast/win-odds.ts';
import type { Context } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { teamOdds } from './team-odds.ts';

export interface OddsView {
  deal: Deal;
  owner: string;
  odds: DealOdds;
  of: WinOdds;
  /** What the rep says, 0–1; null when they said nothing. */
  said: number | null;
  category: Category;
  /** Somebody said what it counts as. */
  sorted: boolean;
  /** How often its expected close was put off. */
  slips: number;
  enough: { deals: number; learn: number; judge: number };
}

/** How likely a deal is won, and why. A deal that is closed is refused. */
export async function showOdds(context: Context, ref: string): Promise<OddsView> {
  const deal = await findDeal(context, ref);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const [team, owner] = await Promise.all([
    teamOdds(context, deal),
    context.db.person.findUniqueOrThrow({ where: { id: deal.ownerId } }),
  ]);
  const past = team.deals.find(({ id }) => id === deal.id);
  const odds = past && team.of(past);
  const of = team.pipelines.find(({ pipeline }) => pipeline === deal.pipeline)?.odds;
  if (!past || !odds || !of) throw new Refusal('not-found', { what: 'deal', name: ref });
  return {
    deal,
    owner: owner.name,
    odds,
    of,
    said: deal.odds === null ? null : Number(deal.odds),
    category: categoryOf(deal.forecast, odds.share),
    sorted: deal.forecast !== null,
    slips: slipsOf(past, context.now).times,
    enough: { deals: enoughDeals, learn: enoughToLearn, judge: enoughToJudge },
  };
}
