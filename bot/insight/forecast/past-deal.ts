import { dayMs, type StageOrder, type Visit, visitsOf } from '../visits.ts';

/** What a field became, and when; `old` is what it was until then. */
export interface Step {
  at: Date;
  old: unknown;
  now: unknown;
}

/** Fields of a deal whose past is looked at. */
export type PastField = 'stage' | 'closeOn' | 'amount' | 'forecast' | 'ownerId' | 'nextStep' | 'nextAt';

/** A deal with what the journal tells of its past; steps are oldest first, without those that were taken back. Amounts are in one currency. */
export interface PastDeal {
  id: number;
  title: string;
  pipeline: string;
  status: string;
  createdAt: Date;
  closedAt: Date | null;
  /** The record as it is now. */
  today: Record<PastField, unknown>;
  steps: Partial<Record<PastField, Step[]>>;
  /** When contacts of the customer came to be known. */
  contacts: Date[];
  /** When there was contact, and when that was written down. */
  touches: { at: Date; known: Date }[];
}

/** What a field held at a moment, by the journal alone; null before the deal was there. */
export function valueAt(deal: PastDeal, field: PastField, at: Date): unknown {
  if (at < deal.createdAt) return null;
  const steps = deal.steps[field] ?? [];
  const before = steps.findLast((step) => step.at <= at);
  if (before) return before.now;
  const [first] = steps;
  return first ? first.old : deal.today[field];
}

/** A date as the journal and the database write it, as `YYYY-MM-DD`; null for none. */
export function dayValue(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && value !== '' ? value.slice(0, 10) : null;
}

/** How often, up to a moment, the expected close was put to a later day, and by how many days in all. */
export function slipsOf(deal: PastDeal, until: Date): { times: number; days: number } {
  let [times, days] = [0, 0];
  for (const step of deal.steps.closeOn ?? []) {
    const [from, to] = [dayValue(step.old), dayValue(step.now)];
    if (step.at > until || from === null || to === null || to <= from) continue;
    times += 1;
    days += (Date.parse(to) - Date.parse(from)) / dayMs;
  }
  return { times, days };
}

/** The deal's stays in stages, oldest first. */
export function staysOf(deal: PastDeal, stages: readonly StageOrder[]): Visit[] {
  const moves = (deal.steps.stage ?? []).map(({ at, old, now }) => ({
    at,
    from: old === null ? null : String(old),
    to: String(now),
  }));
  return visitsOf({ stage: String(deal.today.stage), begun: deal.createdAt }, moves, stages);
}
