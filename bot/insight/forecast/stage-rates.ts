import { type Proportion, wilson } from '../proportion.ts';
import type { StageOrder, Visit } from '../visits.ts';

/** Of a stage fewer closed deals than this tell no rate. */
export const enoughDeals = 5;

/** A stage as the playbook has it, with how likely it takes a deal there to be won. */
export interface RatedStage extends StageOrder {
  odds?: number | undefined;
}

/**
 * How likely a deal in a stage is won. `history`: of the closed deals that were ever in it, those won. With fewer than
 * {@link enoughDeals} of those, what the playbook says; where it says nothing, its place among the stages: the second of
 * four is 2/5.
 */
export interface StageRate {
  stage: string;
  share: number;
  from: 'history' | 'playbook' | 'place';
  /** Null when no deal that was there has closed. */
  seen: Proportion | null;
}

export function stageRates(
  closed: readonly { status: string; stays: readonly Visit[] }[],
  stages: readonly RatedStage[],
): StageRate[] {
  const open = stages.filter((stage) => !stage.outcome);
  return open.map(({ key, odds }, at) => {
    const been = closed.filter(({ stays }) => stays.some((stay) => stay.stage === key));
    const seen = wilson(been.filter(({ status }) => status === 'won').length, been.length);
    if (seen && seen.n >= enoughDeals) return { stage: key, share: seen.share, from: 'history', seen };
    if (odds !== undefined) return { stage: key, share: odds, from: 'playbook', seen };
    return { stage: key, share: (at + 1) / (open.length + 1), from: 'place', seen };
  });
}
