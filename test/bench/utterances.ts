import { sureEnough } from '../../bot/understand/index.ts';

/** An intent as the test set writes it: its input as said, not yet checked by `readIntent`. */
export type SaidIntent = { name: string; input: Record<string, unknown> };

/** A line of test/fixtures/utterances.jsonl (what it is: utterances.md beside it). */
export type Line = {
  id: string;
  set: 'open' | 'held';
  lang: 'zh' | 'en';
  kind: string;
  text: string;
  /** What the conversation is about, when it is about something. */
  about?: { deal: string };
  /** The last sentence that wrote something, for corrections. */
  last?: { command: number; text: string };
  /** False: nothing may be changed by this sentence. */
  write?: false;
  expect: {
    intents: SaidIntent[];
    /** Other readings that are as good. */
    or?: SaidIntent[][];
    /** Why nothing is written: one of these. */
    refused?: string | string[];
  };
};

/** What the understanding gives back, as far as it is judged. */
export type Understanding = {
  intents: { intent: { name: string; input: object }; confidence?: number }[];
  leftover?: unknown;
  refused?: string | null;
  asks?: unknown;
};

export type Wrong = 'intent' | 'fields' | 'write' | 'reason';

export type Failure = {
  id: string;
  text: string;
  wrong: Wrong[];
  expected: Line['expect'];
  got: { intents: (SaidIntent & { confidence?: number })[]; refused?: string; threw?: string };
};

export type Tally = {
  lines: number;
  intentRight: number;
  fieldsRight: number;
  wrongWrites: number;
  /** Of the lines that name a reason for not writing, how many gave one of those named. Told, not scored. */
  reasons: { right: number; of: number };
  /** Per cent, one figure after the point; see `evaluate`. */
  intentScore: number;
  fieldsScore: number;
};

export type Evaluation = Tally & {
  open: Tally;
  held: Tally;
  kinds: Record<string, Tally>;
  /** Of open lines. */
  failures: Failure[];
  /** Of held lines: their ids and no word more, so that the rules are not written to them. */
  heldFailures: string[];
};

/**
 * Judges an understanding by the test set.
 *
 * - Intent: the names of the intents are those expected, as many and in the order they were said.
 * - Fields: the inputs too are equal, made alike first: keys in any order, `note` dropped, text without spaces,
 *   punctuation, case and width, moments as instants, money by amount, currency (the asker's own when none is given)
 *   and `about`. An extra field is as wrong as a missing one. What `unknown` carries is not judged.
 * - Where a line has other readings (`or`), any one of them will do, but all of it.
 * - A wrong write is a line with `write: false` from which anything comes that changes something. What the grammar is
 *   not sure of (below `sureEnough`) the bot only proposes: it is a wrong intent, but it writes nothing.
 * - The scores are the per cent of all lines that are right, where a wrong write counts as ten errors (the denominator
 *   stays the number of lines), and not below 0: (lines − lines that are wrong − 9 × wrong writes) / lines.
 * - The reason of a refusal is counted by itself and is in no score.
 */
export function evaluate(understandOne: (line: Line) => Understanding, lines: readonly Line[]): Evaluation {
  const judged = lines.map((line) => judge(line, attempt(understandOne, line)));
  const failed = judged.filter((one) => one.wrong.length > 0);
  const kinds = Map.groupBy(judged, (one) => one.line.kind);
  return {
    ...tally(judged),
    open: tally(judged.filter((one) => one.line.set === 'open')),
    held: tally(judged.filter((one) => one.line.set === 'held')),
    kinds: Object.fromEntries([...kinds].map(([kind, some]) => [kind, tally(some)])),
    failures: failed
      .filter((one) => one.line.set === 'open')
      .map(({ line, wrong, got }) => ({ id: line.id, text: line.text, wrong, expected: line.expect, got })),
    heldFailures: failed.filter((one) => one.line.set === 'held').map((one) => one.line.id),
  };
}

/** The lines of the file's text. */
export function readLines(text: string): Line[] {
  return text
    .split('\n')
    .filter((row) => row.trim())
    .map((row) => JSON.parse(row) as Line);
}

/** What only looks, answers or asks; everything else changes something. */
const looks = new Set(['unknown', 'talk.find', 'plan.today', 'digest.show', 'help', 'cancel', 'confirm']);

export function writes(name: string): boolean {
  return !looks.has(name) && !/\.(list|show|form)$/.test(name);
}

type Judged = { line: Line; wrong: Wrong[]; got: Failure['got'] };

function attempt(understandOne: (line: Line) => Understanding, line: Line): Failure['got'] {
  try {
    const { intents, refused } = understandOne(line);
    return {
      intents: intents.map(({ intent, confidence = 1 }) => ({
        name: intent.name,
        input: { ...intent.input },
        confidence,
      })),
      ...(refused ? { refused } : {}),
    };
  } catch (error) {
    return { intents: [], threw: String(error) };
  }
}

function judge(line: Line, got: Failure['got']): Judged {
  const { intents, or = [], refused } = line.expect;
  const readings = [intents, ...or];
  const wrong: Wrong[] = [];
  if (!readings.some((one) => names(one) === names(got.intents))) wrong.push('intent');
  const same = alike(got.intents, line);
  const right = readings.find((one) => alike(one, line) === same);
  if (!right) wrong.push('fields');
  if (line.write === false && got.intents.some((one) => writes(one.name) && (one.confidence ?? 1) >= sureEnough))
    wrong.push('write');
  const reasons = [refused ?? []].flat();
  // Another reading that shows a record instead needs no reason.
  if (reasons.length > 0 && (!right || right === intents) && !reasons.includes(got.refused ?? '')) wrong.push('reason');
  return { line, wrong, got };
}

function tally(judged: readonly Judged[]): Tally {
  const lines = judged.length;
  const count = (what: Wrong) => judged.filter((one) => one.wrong.includes(what)).length;
  const wrongWrites = count('write');
  const score = (errors: number) =>
    lines === 0 ? 0 : Math.max(0, Math.round((1000 * (lines - errors - 9 * wrongWrites)) / lines) / 10);
  const refusals = judged.filter((one) => one.line.expect.refused !== undefined).length;
  return {
    lines,
    intentRight: lines - count('intent'),
    fieldsRight: lines - count('fields'),
    wrongWrites,
    reasons: { right: refusals - count('reason'), of: refusals },
    intentScore: score(count('intent')),
    fieldsScore: score(count('fields')),
  };
}

function names(intents: readonly SaidIntent[]): string {
  return intents.map((one) => one.name).join(' ');
}

function alike(intents: readonly SaidIntent[], line: Line): string {
  return JSON.stringify(intents.map(({ name, input }) => [name, name === 'unknown' ? {} : canonical(input, line)]));
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const home = { zh: 'CNY', en: 'USD' } as const;

/** The same whatever the order of keys, the spelling of a moment, the spacing and the case of words. */
function canonical(value: unknown, line: Line): unknown {
  if (typeof value === 'string') return moment.test(value) ? Date.parse(value) : plain(value);
  if (typeof value === 'number') return Math.round(value * 1e6) / 1e6;
  if (Array.isArray(value)) return value.map((one) => canonical(one, line));
  if (typeof value !== 'object' || value === null) return value;
  if ('amount' in value && typeof value.amount === 'number') return money(value as Money, line);
  const entries = Object.entries(value)
    .filter(([key, one]) => key !== 'note' && one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, canonical(one, line)]));
}

type Money = { amount: number; currency?: string; about?: boolean };

function money({ amount, currency, about }: Money, line: Line): unknown {
  return { amount: Math.round(amount * 100) / 100, currency: currency ?? home[line.lang], about: about === true };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}
