import { dayMs } from './visits.ts';

export const signalKinds = [
  'promise',
  'slipped',
  'back',
  'overdue',
  'amount',
  'silent',
  'price',
  'step',
  'contact',
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** The limits of the team's playbook. */
export interface SignalRules {
  /** With fewer stays than this in a stage the playbook's due days count, not the team's own time. */
  enough: number;
  /** How far back (days) a slip, a cut and a step back count. */
  lookBack: number;
  /** A day that moves later by so many days in all has slipped. */
  slipDays: number;
  /** An amount that fell by this share (0–1) was cut. */
  cut: number;
  /** Days without an answer of theirs. */
  silentDays: number;
  /** A deal of that age (days) has more than one contact and a next step. */
  settledDays: number;
}

/** One change of a field, old → new, as the journal tells it. */
export interface Step<T> {
  at: Date;
  old: T | null;
  now: T | null;
}

export interface DealFacts {
  createdAt: Date;
  stage: string;
  stageAt: Date;
  /** Places in the pipeline: where it stands, and from where on price must have been talked about (null: nowhere). */
  place: number;
  priceFrom: number | null;
  /** The playbook's due days of this stage; null when it may stay for ever. */
  dueDays: number | null;
  /** Days that deals of the team stayed in this stage before they left it. */
  stays: readonly number[];
  /** Moves, by the places of the stages. */
  moves: readonly Step<number>[];
  amounts: readonly Step<number>[];
  /** Days `YYYY-MM-DD`. */
  closes: readonly Step<string>[];
  lastReply: Date | null;
  /** Tries of ours since then. */
  tries: number;
  contacts: number;
  nextStep: boolean;
  priceTalked: boolean;
  /** What they promised and did not keep, the oldest first. */
  missed: readonly { what: string; dueAt: Date }[];
}

/** Numbers of a signal's reason; dates are moments. */
export type Signal =
  | { kind: 'overdue'; weight: number; days: number; limit: number; n: number; own: boolean }
  | { kind: 'slipped'; weight: number; times: number; days: number; to: string }
  | { kind: 'amount'; weight: number; from: number; to: number }
  | { kind: 'back'; weight: number; from: number; to: number; at: Date }
  | { kind: 'silent'; weight: number; days: number; tries: number }
  | { kind: 'contact'; weight: number; contacts: number }
  | { kind: 'step'; weight: number }
  | { kind: 'price'; weight: number }
  | { kind: 'promise'; weight: number; what: string; dueAt: Date; count: number };

/** The least time (days) within which `share` of the stays ended: the nearest rank (R. Hyndman, Y. Fan 1996, type 1). */
export function quantile(stays: readonly number[], share: number): number {
  const sorted = [...stays].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? 0;
}

/**
 * After how many days a deal has been in a stage too long: when nine in ten of the team's own had left it; with too few
 * of them, what the playbook says. Null when neither tells.
 */
export function stageLimit(
  stays: readonly number[],
  dueDays: number | null,
  enough: number,
): { limit: number; n: number; own: boolean } | null {
  const n = stays.length;
  if (n >= enough) return { limit: Math.max(1, Math.ceil(quantile(stays, 0.9))), n, own: true };
  return dueDays === null ? null : { limit: dueDays, n, own: false };
}

/** What is wrong with an open deal, the gravest first; nothing for one that goes its way. */
export function dealSignals(facts: DealFacts, rules: SignalRules, now: Date): Signal[] {
  const found = [overdue, slipped, cut, back, silent, contact, step, price, promise].map((one) =>
    one(facts, rules, now),
  );
  return found.filter((one) => one !== null).sort((a, b) => b.weight - a.weight);
}

type Sign = (facts: DealFacts, rules: SignalRules, now: Date) => Signal | null;

const days = (from: Date, now: Date) => Math.floor((now.getTime() - from.getTime()) / dayMs);
const late = <T>(steps: readonly Step<T>[], { lookBack }: SignalRules, now: Date) =>
  steps.filter(({ at, old, now: value }) => old !== null && value !== null && days(at, now) <= lookBack) as {
    at: Date;
    old: T;
    now: T;
  }[];

const overdue: Sign = (facts, { enough }, now) => {
  const limit = stageLimit(facts.stays, facts.dueDays, enough);
  const stayed = days(facts.stageAt, now);
  if (!limit || stayed <= limit.limit) return null;
  return { kind: 'overdue', weight: 3 + Math.min(2, stayed / limit.limit - 1), days: stayed, ...limit };
};

const slipped: Sign = (facts, rules, now) => {
  const moved = late(facts.closes, rules, now);
  const [first, last] = [moved[0], moved.at(-1)];
  if (!first || !last) return null;
  const later = Math.round((Date.parse(last.now) - Date.parse(first.old)) / dayMs);
  const times = moved.filter((one) => one.now > one.old).length;
  return later < rules.slipDays
    ? null
    : { kind: 'slipped', weight: 3 + Math.min(2, times / 2), times, days: later, to: last.now };
};

const cut: Sign = (facts, rules, now) => {
  const changed = late(facts.amounts, rules, now);
  const [from, to] = [changed[0]?.old, changed.at(-1)?.now];
  if (from === undefined || to === undefined || from <= 0 || to > from * (1 - rules.cut)) return null;
  return { kind: 'amount', weight: 3, from, to };
};

const back: Sign = (facts, rules, now) => {
  const last = late(facts.moves, rules, now).at(-1);
  return last && last.now < last.old ? { kind: 'back', weight: 4, from: last.old, to: last.now, at: last.at } : null;
};

const silent: Sign = (facts, { silentDays }, now) => {
  const quiet = days(facts.lastReply ?? facts.createdAt, now);
  return quiet < silentDays
    ? null
    : { kind: 'silent', weight: 3 + Math.min(1.5, quiet / silentDays - 1), days: quiet, tries: facts.tries };
};

const contact: Sign = ({ contacts, createdAt }, { settledDays }, now) =>
  contacts > 1 || days(createdAt, now) < settledDays ? null : { kind: 'contact', weight: 1, contacts };

const step: Sign = ({ nextStep, createdAt }, _rules, now) =>
  nextStep || days(createdAt, now) < 1 ? null : { kind: 'step', weight: 2 };

const price: Sign = ({ place, priceFrom, priceTalked }) =>
  priceFrom === null || place < priceFrom || priceTalked ? null : { kind: 'price', weight: 2.5 };

const promise: Sign = ({ missed }) => {
  const [first] = missed;
  return first ? { kind: 'promise', weight: 4.5, what: first.what, dueAt: first.dueAt, count: missed.length } : null;
};
