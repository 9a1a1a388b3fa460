import type { StageOrder } from '../visits.ts';
import { average, caseOf, errorsOf, type Fitted, type Lived, learn, momentsOf, wonOf } from './fitting.ts';
import { scoreOf, sigmoid } from './logistic.ts';
import { type PastDeal, staysOf } from './past-deal.ts';
import { type SignName, type Signs, signNames, signsAt } from './signs.ts';
import { type RatedStage, type StageRate, stageRates } from './stage-rates.ts';

/** So many earlier closed deals it takes to learn from, and so many later ones to judge by. */
export const enoughToLearn = 40;
export const enoughToJudge = 20;
/** Not more than the latest so many: what is older tells less of today, and nobody waits for it. */
const mostClosed = 600;
/** Of the closed deals, in the order of their closing, this share is learnt from. */
const earlier = 0.7;

/** Why the stages' own rates are used, or that the fitted model is; errors are Brier scores on the later deals (0 best). */
export interface Verdict {
  kind: 'few' | 'no-better' | 'fitted';
  /** Closed deals, those learnt from, and those judged by. */
  closed: number;
  learnt: number;
  judged: number;
  model: number | null;
  base: number | null;
}

/** What one pipeline's closed deals tell of the odds of its open ones. */
export interface WinOdds {
  stages: StageRate[];
  verdict: Verdict;
  fitted: Fitted | null;
}

/** How likely one deal is won; `parts` are what each sign adds or takes, in points of probability, when a model is used. */
export interface DealOdds {
  share: number;
  rate: StageRate;
  signs: Signs;
  parts: { sign: SignName; points: number }[] | null;
}

/**
 * Learns from the earlier closed deals and judges by the later ones, each at moments a week apart while it was open, with
 * what was known then; a later deal only at moments after all earlier ones had closed. The fitted model is used when its
 * Brier score beats that of the stages' own rates by more than chance (1.64 standard errors, by deal); then it is fitted
 * anew to all of them.
 */
export function winOdds(deals: readonly PastDeal[], stages: readonly RatedStage[]): WinOdds {
  const lived = deals
    .flatMap((deal): Lived[] =>
      deal.status !== 'open' && deal.closedAt
        ? [{ deal, stays: staysOf(deal, stages), status: deal.status, closedAt: deal.closedAt }]
        : [],
    )
    .sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime() || a.deal.id - b.deal.id);
  const rates = stageRates(lived, stages);
  const latest = lived.slice(-mostClosed);
  const split = latest[Math.floor(latest.length * earlier)]?.closedAt ?? new Date(0);
  const first = latest.filter((one) => one.closedAt < split);
  const later = latest.filter((one) => one.closedAt >= split);
  const judged = later.filter((one) => momentsOf(one, split).length > 0);
  const none = { closed: lived.length, learnt: first.length, judged: judged.length, model: null, base: null };
  if (first.length < enoughToLearn || judged.length < enoughToJudge || oneSided(first) || oneSided(judged))
    return { stages: rates, verdict: { kind: 'few', ...none }, fitted: null };
  const trial = learn(first, stages);
  const errors = judged.map((one) => errorsOf(trial, one, split));
  const model = average(errors.map((one) => one.model));
  const base = average(errors.map((one) => one.base));
  const gains = errors.map((one) => one.base - one.model);
  const gain = average(gains);
  const error = Math.sqrt(average(gains.map((one) => (one - gain) ** 2)) / (gains.length - 1));
  const better = gain > 1.64 * error && gain > 0.02 * base;
  const verdict: Verdict = { ...none, kind: better ? 'fitted' : 'no-better', model, base };
  return { stages: rates, verdict, fitted: better ? learn(latest, stages) : null };
}

/** The odds of an open deal now. Null when it is in no stage of the pipeline. */
export function oddsOf(odds: WinOdds, deal: PastDeal, stages: readonly StageOrder[], now: Date): DealOdds | null {
  const signs = signsAt(deal, staysOf(deal, stages), now);
  const rate = odds.stages.find((one) => one.stage === signs?.stage);
  if (!signs || !rate) return null;
  if (!odds.fitted) return { share: rate.share, rate, signs, parts: null };
  const seen = caseOf(odds.fitted, signs, 0, 1);
  const score = scoreOf(seen, odds.fitted.weights);
  const { weights } = odds.fitted;
  const parts = signNames.map((sign, at) => ({
    sign,
    points: sigmoid(score) - sigmoid(score - (seen.x[at] ?? 0) * (weights[at] ?? 0)),
  }));
  return { share: sigmoid(score), rate, signs, parts };
}

const oneSided = (lived: readonly Lived[]) => new Set(lived.map(wonOf)).size < 2;
