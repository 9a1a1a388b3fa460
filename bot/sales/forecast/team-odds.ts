import type { PastDeal } from '../../insight/forecast/past-deal.ts';
import { type DealOdds, oddsOf, type WinOdds, winOdds } from '../../insight/forecast/win-odds.ts';
import { type Context, scope } from '../context.ts';
import { pastDeals } from './past-deals.ts';

/** What the team's closed deals tell (everybody's, for an admin), by pipeline, and its open deals. */
export interface TeamOdds {
  deals: PastDeal[];
  pipelines: { pipeline: string; odds: WinOdds }[];
  of(deal: PastDeal): DealOdds | null;
}

/** The odds come from all deals of the team, a rep's too: one person's are too few. `also`: whose deal one sees besides. */
export async function teamOdds(context: Context, also?: { ownerId: number }): Promise<TeamOdds> {
  const { by, now, playbook } = context;
  const owners = await scope(context, by.role === 'admin' ? 'all' : 'team');
  const deals = await pastDeals(context, owners && also ? [...owners, also.ownerId] : owners);
  const pipelines = playbook.pipelines.map(({ key, stages }) => ({
    pipeline: key,
    odds: winOdds(
      deals.filter((deal) => deal.pipeline === key),
      stages,
    ),
  }));
  return {
    deals,
    pipelines,
    of(deal) {
      const found = pipelines.find(({ pipeline }) => pipeline === deal.pipeline);
      const stages = playbook.pipelines.find(({ key }) => key === deal.pipeline)?.stages;
      return found && stages ? oddsOf(found.odds, deal, stages, now) : null;
    },
  };
}
