import { type Proportion, wilson } from './proportion.ts';

/** How often a track was used, and after how many of these uses the deal moved on within the span looked at. */
export interface Uses {
  n: number;
  moved: number;
}

export interface Ranked<T> {
  track: T;
  /** Null while too few uses say anything. */
  worked: Proportion | null;
}

/** So many uses it takes before a track's record says more than the house's order. */
export const fewestUses = 5;

/**
 * Tracks by what worked, best first: those with a record by the lower bound of the share after which the deal moved on, so
 * that three of three does not beat forty of fifty; a track without a record keeps its place in the house's order, ahead of
 * those whose record is worse than chance would have it: its share is taken for what all tracks together came to.
 */
export function rankTracks<T>(house: readonly T[], usesOf: (track: T) => Uses | undefined): Ranked<T>[] {
  const all = house.map((track) => usesOf(track) ?? { n: 0, moved: 0 });
  const total = all.reduce((sum, one) => ({ n: sum.n + one.n, moved: sum.moved + one.moved }), { n: 0, moved: 0 });
  const usual = wilson(total.moved, total.n)?.low ?? 0;
  return house
    .map((track, place) => {
      const { n, moved } = all[place] ?? { n: 0, moved: 0 };
      const worked = n >= fewestUses ? wilson(moved, n) : null;
      return { track, worked, place, score: worked ? worked.low : usual };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ track, worked }) => ({ track, worked }));
}
