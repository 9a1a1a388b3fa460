/** A share of so many: `hits` of `n`, and the interval it most likely lies in; all but the counts between 0 and 1. */
export interface Proportion {
  hits: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

/** The normal distribution's quantile for a two-sided interval of 95 %. */
export const z95 = 1.959963984540054;

/**
 * The share of `hits` in `n` with its 95 % score interval, which stays within 0…1 and is fair for few cases too
 * (E. B. Wilson 1927, J. Am. Stat. Assoc. 22, 209–212). Null for none.
 */
export function wilson(hits: number, n: number): Proportion | null {
  if (n <= 0) return null;
  const share = hits / n;
  const square = z95 * z95;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return { hits, n, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
