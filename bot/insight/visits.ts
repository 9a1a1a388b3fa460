/** A stage as the team's process lists it; one with an outcome ends the deal. */
export interface StageOrder {
  key: string;
  outcome?: 'won' | 'lost' | undefined;
}

/** A move of a deal, as the journal tells it. */
export interface Move {
  from: string | null;
  to: string;
  at: Date;
}

/** One stay of a deal in a stage; `to` and `left` are null while it is still there. */
export interface Visit {
  stage: string;
  from: Date;
  to: Date | null;
  left: 'forward' | 'back' | 'won' | 'lost' | null;
}

/** A deal with all its stays, oldest first. Amounts are in one currency. */
export interface DealHistory {
  pipeline: string;
  status: string;
  amount: number | null;
  /** `YYYY-MM-DD`. */
  closeOn: string | null;
  closedAt: Date | null;
  visits: Visit[];
  /** The days on which there was contact with the customer, in order. */
  touched: string[];
}

/** What is looked at: the stays that began between `since` and `now`, in the calendar of `zone`. */
export interface Span {
  since: Date;
  now: Date;
  zone: string;
}

export const dayMs = 86_400_000;

/** Days of a stay, with fractions; up to now while it goes on. */
export function daysOf(visit: Pick<Visit, 'from' | 'to'>, now: Date): number {
  return Math.max(0, (visit.to ?? now).getTime() - visit.from.getTime()) / dayMs;
}

/**
 * The stays a deal's moves tell of, oldest first; the stages that end a deal are no stays. `begun` is since when the deal
 * is there: it counts where the journal does not say which stage was the first, as for a deal that was brought in whole.
 */
export function visitsOf(
  deal: { stage: string; begun: Date },
  moves: readonly Move[],
  stages: readonly StageOrder[],
): Visit[] {
  const [first] = moves;
  const before =
    first && first.from === null ? [] : [{ from: null, to: first?.from ?? deal.stage, at: deal.begun } as Move];
  const all = [...before, ...moves];
  return all.flatMap((move, at) => {
    const next = all[at + 1];
    if (stages.find((stage) => stage.key === move.to)?.outcome) return [];
    return [
      { stage: move.to, from: move.at, to: next?.at ?? null, left: next ? leaving(move.to, next.to, stages) : null },
    ];
  });
}

function leaving(from: string, to: string, stages: readonly StageOrder[]): Visit['left'] {
  const place = (key: string) => stages.findIndex((stage) => stage.key === key);
  return stages[place(to)]?.outcome ?? (place(to) < place(from) ? 'back' : 'forward');
}
