import type { Card } from '../chat/card.ts';
import type { Intent } from '../intents.ts';

/** The tables that commands change. */
export type Entity =
  | 'Team'
  | 'Person'
  | 'Identity'
  | 'Invite'
  | 'Customer'
  | 'Contact'
  | 'Lead'
  | 'Opportunity'
  | 'Activity'
  | 'Touch'
  | 'Leave'
  | 'Order'
  | 'TalkTrack'
  | 'TalkUse'
  | 'Quote'
  | 'Approval'
  | 'Playbook';

export type Value = string | number | boolean | null | Date | Value[] | { [key: string]: Value };

/** One record made (`version` null) or changed (guarded by the version that was read). */
export interface Change {
  entity: Entity;
  id: number;
  version: number | null;
  /** Only the fields that differ: field → [old, new]. */
  fields: Record<string, [Value, Value]>;
  /** Of a deal whose stage it writes: the version of the playbook by which the gate let it in. Only the gate sets it. */
  gated?: number;
}

/** A message that a decision causes, in the reader's language. */
export interface Say {
  platform: string;
  conversation: string;
  personId: number | null;
  kind: string;
  dedupeKey: string;
  language: 'zh' | 'en';
  card: Card;
  replaces?: string;
}

/** What the conversation is about from now on; `pending` is a question we asked. */
export interface Talk {
  pending: Pending | null;
  about: { deal?: string; customer?: string; lead?: string };
}

/**
 * A question we asked: what lacks, which one, or whether it is meant so; `beside` it, ways to go on with what was said in between,
 * picked by number. `words` are what was said before it. */
export type Pending = (
  | { intent: Intent; missing: string[]; whole?: Whole }
  | { options: { label: string; intent: Intent }[] }
  | { confirm: Intent; question: number; beside?: { label: string; intent: Intent }[] }
) & {
  words?: string;
  /** How often it was asked again while other things were said. */
  reminded?: number;
  /** Nobody minds when it gets no answer. */
  light?: boolean;
};

/** The sentence of several things of which the one at `at` is asked about: the answer completes all of it. */
export interface Whole {
  intent: Intent;
  at: number;
}

/** What a decision wants done, in one transaction; each record is written once. */
export interface Plan {
  changes: Change[];
  undoes?: number;
  /** The command this takes the place of. */
  amends?: number;
  /** The command of which this takes some fields back. */
  trims?: number;
  /** Whose each change is, when it is of several commands: `changes` then is all of them together. */
  parts?: Part[];
}

/** One command of several that are done together. */
export interface Part {
  commandId: number;
  intent: string;
  undoes?: number;
  changes: Change[];
}

/** A record to be made. */
export function create(entity: Entity, id: number, values: Record<string, Value | undefined>): Change {
  const fields: Change['fields'] = {};
  for (const [field, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) fields[field] = [null, value];
  }
  return { entity, id, version: null, fields };
}

/** A record to be changed: what does not differ is left out; null when nothing differs. */
export function update(
  entity: Entity,
  row: { id: number; version: number } & Record<string, unknown>,
  values: Record<string, Value | undefined>,
): Change | null {
  const fields: Change['fields'] = {};
  for (const [field, value] of Object.entries(values)) {
    const old = plain(row[field]);
    if (value !== undefined && !same(old, value)) fields[field] = [old, value];
  }
  return Object.keys(fields).length === 0 ? null : { entity, id: row.id, version: row.version, fields };
}

/** Nothing of a record changes, yet it must be as it was read: two who decide on it take turns. */
export function guard(entity: Entity, { id, version }: { id: number; version: number }): Change {
  return { entity, id, version, fields: {} };
}

/** A database value as a journal value: decimals become strings, everything else stays. */
export function plain(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value;
  if (typeof value === 'object' && 'toFixed' in value) return String(value);
  return value as Value;
}

/** Money as the database keeps it: two decimals, no exponent. */
export function decimal(amount: number): string {
  return amount.toFixed(2);
}

function same(a: Value, b: Value): boolean {
  if (a instanceof Date || b instanceof Date) return toTime(a) === toTime(b);
  if (typeof a === 'string' && typeof b === 'string' && /^-?\d+(\.\d+)?$/.test(a) && /\.\d\d$/.test(b))
    return Number(a) === Number(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

function toTime(value: Value): number | null {
  return value === null ? null : new Date(value as string | Date).getTime();
}
