import type { Context, Reading } from '../context.ts';
import { findWhens } from '../dates.ts';
import { findMoney } from '../money.ts';
import { findNumbers } from '../numbers.ts';
import { findTitled, nameLikeness } from '../people.ts';
import { findPhones } from '../phones.ts';
import { apart, findWords } from '../words.ts';
import { findObjection, findOutcome } from './outcomes.ts';

const kinds = [
  'money',
  'phone',
  'email',
  'when',
  'percent',
  'stage',
  'objection',
  'outcome',
  'colleague',
  'person',
  'number',
] as const;
export type Kind = (typeof kinds)[number];

const percent =
  /\d+(?:\.\d+)?\s?%|[一二三四五六七八九]成半?|\d+(?:\.\d+)?折|[一二三四五六七八九]{1,2}折|\d+ ?percent/gi;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const every = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, value: m[0] }));

/** Every value of a kind in a text, where it stands. */
export function spans(kind: Kind, text: string, context?: Context): Reading<unknown>[] {
  const here = context ?? { now: new Date(0), zone: 'UTC', currency: 'XXX', language: 'zh' as const };
  switch (kind) {
    case 'money':
      return findMoney(text, here.currency, text.length < 12);
    case 'phone':
      return findPhones(text, here.language, here.zone);
    case 'email':
      return every(email, text);
    case 'when':
      return findWhens(text, here);
    case 'percent':
      return every(percent, text);
    case 'stage':
      return context ? findWords(context.stages, text) : [];
    case 'objection':
      return [context ? findObjection(text, context) : null].filter((one) => one !== null);
    case 'outcome':
      return [findOutcome(text)].filter((one) => one !== null);
    case 'colleague':
      return (context?.names?.find(text) ?? []).flatMap((one) =>
        one.kind === 'person' ? [{ ...one, value: '' }] : [],
      );
    case 'person':
      return personsIn(text, context);
    default:
      return findNumbers(text);
  }
}

/** People named with a title, known as contacts, or, alone, by the look of the name. */
function personsIn(text: string, context?: Context): Reading<unknown>[] {
  const titled = findTitled(text);
  const contacts = (context?.names?.find(text) ?? [])
    .filter(({ kind }) => kind === 'contact')
    .map((one) => ({ ...one, value: text.slice(one.start, one.end) }));
  const all = apart<unknown>([...titled, ...contacts]);
  return all.length > 0 || text.length > 4 || nameLikeness(text) < 2
    ? all
    : [{ start: 0, end: text.length, value: text }];
}

/** The kind of value a few words are, as a whole; null when they are plain words. */
export function kindOf(text: string, context?: Context): Kind | null {
  return (
    kinds.find((kind) => {
      const one = spans(kind, text, context);
      return one.length === 1 && one[0]?.start === 0 && (one[0]?.end ?? 0) >= text.length - 1;
    }) ?? null
  );
}
