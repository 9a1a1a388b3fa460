export type PlanReason = 'promised' | 'overdue' | 'big' | 'late-stage' | 'cooling' | 'due';

/** One thing to do, as far as its place in the plan goes. */
export interface Planned {
  /** What the deal or the lead is worth, in the team's currency; 0 when unknown. */
  value: number;
  /** The stage's place in its pipeline, from 0; -1 for a lead. */
  stage: number;
  /** How many stages the pipeline has. */
  stages: number;
  dueAt: Date;
  lastTouchAt: Date | null;
  /** Somebody gave their word for it. */
  promised: boolean;
}

export interface Placed<T> {
  item: T;
  score: number;
  /** What put it there most. */
  reason: PlanReason;
}

const day = 86_400_000;

/**
 * Orders a plan by what a touch today is worth, most first: value × stage weight × staleness × overdue, and promises
 * for today before all else of their like. value = log10(10 + value), so that ten times the money counts one step more;
 * stage weight = 1 … 2 from the first stage to the last; staleness = 1 … 2 over the first 14 days without a touch;
 * overdue = 1 … 2 over the first 7 days after the due time; a promise doubles. Equals keep the earlier due time first.
 * The reason is the factor that raised it most.
 */
export function orderPlan<T extends Planned>(items: readonly T[], now: Date): Placed<T>[] {
  const largest = Math.max(...items.map(({ value }) => scale(value)), 1);
  return items
    .map((item) => {
      const value = scale(item.value);
      const factors: [PlanReason, number][] = [
        ['promised', item.promised ? 2 : 1],
        ['overdue', 1 + share(now.getTime() - item.dueAt.getTime() - day / 2, 7 * day)],
        ['late-stage', item.stage < 0 ? 1 : 1 + share(item.stage, Math.max(item.stages - 1, 1))],
        ['cooling', item.lastTouchAt ? 1 + share(now.getTime() - item.lastTouchAt.getTime(), 14 * day) : 1],
        ['big', 1 + (item.value > 0 && items.length > 1 ? (value / largest) ** 4 * 0.6 : 0)],
      ];
      const top = factors.reduce((best, one) => (one[1] > best[1] ? one : best));
      const score = value * factors.slice(0, 4).reduce((product, [, factor]) => product * factor, 1);
      return { item, score, reason: top[1] >= 1.25 ? top[0] : ('due' as const) };
    })
    .sort((a, b) => b.score - a.score || a.item.dueAt.getTime() - b.item.dueAt.getTime());
}

const scale = (value: number) => Math.log10(10 + Math.max(0, value));
const share = (part: number, whole: number) => Math.min(1, Math.max(0, part / whole));
