import { z95 } from './proportion.ts';

/** How long something was watched, in any unit (here days), and whether it ended then; else it still goes on. */
export interface Watched {
  time: number;
  ended: boolean;
}

/** After `time` the share `alive` has not ended; `low`–`high` is its 95 % interval. `atRisk` were watched until then. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  ended: number;
  alive: number;
  /** Greenwood's standard error of `alive`. */
  error: number;
  low: number;
  high: number;
}

/** Null is what was never reached: more than that share still goes on. A null `high` has no upper end yet. */
export interface Survival {
  n: number;
  ended: number;
  median: number | null;
  medianRange: { low: number; high: number | null } | null;
  /** By when nine in ten have ended. */
  p90: number | null;
  /** The longest that any was watched: what is null above is at least this. */
  longest: number;
}

/**
 * The product-limit estimate, one step for each time at which something ended (E. L. Kaplan, P. Meier 1958, J. Am. Stat.
 * Assoc. 53, 457–481); who is only watched until a time counts as at risk up to it, also of what ends at that very time.
 * The interval is Greenwood's (M. Greenwood 1926) on the logarithm, as R's `survfit` draws it.
 */
export function kaplanMeier(watched: readonly Watched[]): SurvivalStep[] {
  const sorted = [...watched].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let alive = 1;
  let spread = 0;
  for (let at = 0; at < sorted.length; ) {
    const time = (sorted[at] as Watched).time;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; sorted[at]?.time === time; at += 1) if (sorted[at]?.ended) ended += 1;
    if (ended === 0) continue;
    alive *= 1 - ended / atRisk;
    spread += ended / (atRisk * (atRisk - ended));
    const reach = z95 * Math.sqrt(spread);
    // When none is left the spread is infinite: nothing is known of the interval but that it begins at zero.
    const [low, high, error] =
      ended === atRisk
        ? [0, 1, 0]
        : [alive * Math.exp(-reach), Math.min(1, alive * Math.exp(reach)), alive * Math.sqrt(spread)];
    steps.push({ time, atRisk, ended, alive, error, low, high });
  }
  return steps;
}

/**
 * How long it takes until half (and until nine in ten) have ended: the first time at which no more than that share goes
 * on. The median's 95 % interval is where the curve's own interval crosses one half (R. Brookmeyer, J. Crowley 1982,
 * Biometrics 38, 29–41).
 */
export function survival(watched: readonly Watched[]): Survival {
  const steps = kaplanMeier(watched);
  const first = (share: number, of: 'alive' | 'low' | 'high') =>
    steps.find((step) => step[of] <= share + rounding)?.time ?? null;
  const median = first(0.5, 'alive');
  const low = first(0.5, 'low');
  return {
    n: watched.length,
    ended: watched.filter((one) => one.ended).length,
    median,
    medianRange: median === null || low === null ? null : { low, high: first(0.5, 'high') },
    p90: first(0.1, 'alive'),
    longest: Math.max(0, ...watched.map((one) => one.time)),
  };
}

/** A product of fractions that is exactly one half or one tenth may come out a little above it. */
const rounding = 1e-9;
