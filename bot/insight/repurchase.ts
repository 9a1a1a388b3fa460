export interface Rhythm {
  /** Median of the days between one order and the next. */
  medianIntervalDays: number;
  nextExpected: Date;
  /** 0..1: how regular the intervals are and how many there are. */
  confidence: number;
  /** How many orders say so (orders of one day count as one). */
  n: number;
}

const day = 86_400_000;
const fewest = 3;

/**
 * When a customer is likely to order again, from their own orders: the median interval after the last order. Null with
 * fewer than three days of orders. Confidence = regularity × enough: regularity is 1 − (median absolute deviation of the
 * intervals ÷ median interval), not below 0; enough is 1 − 1/n, so that few orders never sound sure.
 */
export function repurchase(orders: readonly { at: Date }[]): Rhythm | null {
  const days = [...new Set(orders.map(({ at }) => Math.floor(at.getTime() / day)))].sort((a, b) => a - b);
  const last = days.at(-1);
  if (last === undefined || days.length < fewest) return null;
  const intervals = days.slice(1).map((at, i) => at - (days[i] ?? at));
  const middle = median(intervals);
  const spread = median(intervals.map((interval) => Math.abs(interval - middle)));
  const latest = Math.max(...orders.map(({ at }) => at.getTime()));
  return {
    medianIntervalDays: middle,
    nextExpected: new Date(latest + Math.round(middle) * day),
    confidence: Math.max(0, 1 - spread / middle) * (1 - 1 / days.length),
    n: days.length,
  };
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
