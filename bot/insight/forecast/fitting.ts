import { dayMs, type Visit } from '../visits.ts';
import { type Case, logit, ridge, scoreOf, sigmoid } from './logistic.ts';
import type { PastDeal } from './past-deal.ts';
import { type Signs, scaled, signNames, signsAt, type Usual, usualOf } from './signs.ts';
import { type RatedStage, stageRates } from './stage-rates.ts';

/** How strongly weights are held near zero, in deals. */
const lambda = 4;
/** A deal is looked at in at most so many moments. */
const most = 8;

/** A closed deal with its stays in stages. */
export interface Lived {
  deal: PastDeal;
  stays: Visit[];
  status: string;
  closedAt: Date;
}

/** What was learnt: the stages' rates to start from, and how much each sign moves the log-odds. */
export interface Fitted {
  usual: Usual;
  mean: number[];
  spread: number[];
  weights: number[];
  rates: ReadonlyMap<string, number>;
}

/** Moments a week apart from a day after it opened until it closed, at most {@link most} of them evenly taken. */
export function momentsOf({ deal, closedAt }: Lived, from: Date): Date[] {
  const all: Date[] = [];
  for (let at = deal.createdAt.getTime() + dayMs; at < closedAt.getTime(); at += 7 * dayMs)
    if (at >= from.getTime()) all.push(new Date(at));
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)] as Date);
}

/** A ridge regression on the signs, on top of the stages' rates; each deal counts as one, however many its moments. */
export function learn(lived: readonly Lived[], stages: readonly RatedStage[]): Fitted {
  const usual = usualOf(lived, stages);
  const rates = new Map(
    stageRates(lived, stages).map(({ stage, seen, share }) => [
      stage,
      seen ? (seen.hits + share) / (seen.n + 1) : share,
    ]),
  );
  const rows = lived.flatMap((one) => {
    const moments = momentsOf(one, one.deal.createdAt);
    return moments.flatMap((at) => {
      const signs = signsAt(one.deal, one.stays, at);
      return signs ? [{ signs, x: scaled(signs, usual), y: wonOf(one), weight: 1 / moments.length }] : [];
    });
  });
  const total = rows.reduce((sum, row) => sum + row.weight, 0) || 1;
  const mean = signNames.map((_, at) => rows.reduce((sum, row) => sum + row.weight * (row.x[at] ?? 0), 0) / total);
  const spread = signNames.map(
    (_, at) =>
      Math.sqrt(rows.reduce((sum, row) => sum + row.weight * ((row.x[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / total) ||
      1,
  );
  const blank: Fitted = { usual, mean, spread, rates, weights: [] };
  const cases = rows.map(({ signs, y, weight }) => caseOf(blank, signs, y, weight));
  return { ...blank, weights: ridge(cases, signNames.length, lambda) };
}

/** A deal's signs as what the model takes. */
export function caseOf({ usual, mean, spread, rates }: Fitted, signs: Signs, y: 0 | 1, weight: number): Case {
  const x = scaled(signs, usual).map((value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1));
  return { x, y, weight, offset: offsetOf(rates, signs.stage) };
}

function offsetOf(rates: ReadonlyMap<string, number>, stage: string): number {
  return logit(Math.max(0.02, Math.min(0.98, rates.get(stage) ?? 0.5)));
}

/** The mean errors over a deal's moments, of the model and of the stages' rates that it starts from. */
export function errorsOf(fitted: Fitted, one: Lived, from: Date): { model: number; base: number } {
  const y = wonOf(one);
  const both = momentsOf(one, from).flatMap((at) => {
    const signs = signsAt(one.deal, one.stays, at);
    if (!signs) return [];
    const seen = caseOf(fitted, signs, y, 1);
    return [{ model: brier(sigmoid(scoreOf(seen, fitted.weights)), y), base: brier(sigmoid(seen.offset), y) }];
  });
  return { model: average(both.map((one) => one.model)), base: average(both.map((one) => one.base)) };
}

/** Half of the squared error of a two-way forecast (G. W. Brier 1950, Monthly Weather Review 78, 1–3): 0 best, 1 worst. */
export function brier(said: number, came: 0 | 1): number {
  return (said - came) ** 2;
}

export const wonOf = ({ status }: Lived): 0 | 1 => (status === 'won' ? 1 : 0);
export const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
