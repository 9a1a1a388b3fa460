import type { KnownName } from '../context.ts';
import type { Asker, Book, Name } from './book.ts';
import { isEveryday, isPlace } from './everyday.ts';
import { isHan } from './fold.ts';
import type { Fit, Prefix } from './table.ts';

/** What a word names. */
export interface Meant extends Required<Omit<KnownName, 'start' | 'end'>>, Pick<Name, 'role'> {
  /** False: the asker may not see any of these. */
  seen: boolean;
}

/** A stretch of a text that may be a name. */
export type Hit = Meant & { start: number; end: number };

const mostIds = 6;
/** Of names alike, so many are looked at. */
const enough = 100;
const order = { customer: 0, lead: 1, contact: 2, person: 3, deal: 4 } as const;

/**
 * What a word written as it is spelled stands for: a name to the letter, or one without place and legal form, or the
 * beginning of one that the asker may see.
 */
export function written(book: Book, asker: Asker, prefix: Prefix, word: string, stop: (word: string) => boolean) {
  const short = /^(?:\p{Script=Han}{2}|[^\p{Script=Han}]{2,3})$/u.test(word);
  const common = isPlace(word) || isEveryday(word) || stop(word);
  const seen: Record<Fit, number[]> = { whole: [], alias: [], part: [] };
  const hidden: Record<Fit, number[]> = { whole: [], alias: [], part: [] };
  const see = (at: number, fit: Fit): boolean => {
    if (!book.has(at)) return false;
    if (book.sees(asker, at)) seen[fit].push(at);
    // Two characters are too few to tell what is not one's own from other words.
    else if (!short && fit !== 'part' && hidden[fit].length < mostIds) hidden[fit].push(at);
    return seen.whole.length === enough;
  };
  book.table.each(prefix, see, common && isHan(word.charCodeAt(0)));
  const whole = meant(book, asker, [...seen.whole, ...hidden.whole], 'whole');
  if (whole) return whole;
  const people = firstNames(book, seen.part);
  if (common) return meant(book, asker, people, 'part');
  const companies = seen.part.filter((at) => book.role(at) === 'company');
  return (
    meant(book, asker, [...seen.alias, ...hidden.alias], 'alias') ??
    meant(book, asker, [...companies, ...people], 'part')
  );
}

/** What a Latin word stands for that is a name in pinyin. */
export function inPinyin(book: Book, asker: Asker, prefix: Prefix): Meant | null {
  return meant(
    book,
    asker,
    lettered(book, prefix, (at) => book.sees(asker, at)),
    'pinyin',
  );
}

/** What initials stand for: two letters only one's own, and what is shared by more than a few names none. */
export function inInitials(book: Book, asker: Asker, prefix: Prefix): Meant | null {
  const places = lettered(book, prefix, (at) => (prefix.depth === 2 ? book.owns(asker, at) : book.sees(asker, at)));
  return places.length > mostIds ? null : meant(book, asker, places, 'initials');
}

function lettered(book: Book, prefix: Prefix, counts: (at: number) => boolean): number[] {
  const places: number[] = [];
  book.table.each(prefix, (at) => {
    if (book.has(at) && counts(at)) places.push(at);
    return places.length > mostIds;
  });
  return places;
}

/** People called by a first name: when it is that of more than one, it names none. */
function firstNames(book: Book, places: number[]): number[] {
  const people = places.filter((at) => book.role(at) === 'person');
  const name = (at: number) => book.name(at).name.toLowerCase();
  const first = people[0];
  return first !== undefined && people.every((at) => name(at) === name(first)) ? people : [];
}

function meant(book: Book, asker: Asker, places: number[], how: Meant['how']): Meant | null {
  const all = places
    .slice(0, enough)
    .map(book.name)
    .sort((a, b) => order[a.kind] - order[b.kind]);
  const records = all.filter(({ kind }) => kind !== 'deal');
  // A deal that is called just as its customer is adds nothing.
  const names = records.length > 0 ? records : all;
  const [one] = names;
  if (!one) return null;
  const ids = [...new Set(names.map(({ id }) => id))].slice(0, mostIds);
  const seen = places.slice(0, enough).some((at) => book.sees(asker, at));
  // A deal is called as its customer is, only longer.
  const kind = one.kind === 'deal' ? 'customer' : one.kind;
  return { name: one.name, kind, deal: one.kind === 'deal', role: one.role, ids, how, seen };
}
