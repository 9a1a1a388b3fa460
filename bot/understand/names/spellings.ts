import type { NameEntry } from '../../insight/name-entry.ts';
import { companyKey } from '../../insight/same.ts';
import { normalize } from '../normalize.ts';
import { fold, isEdge, isHan, isLetter } from './fold.ts';
import { syllables } from './syllables.ts';

/** Added to the first letter of a spelling in pinyin or in initials, so that all spellings are one sorted list. */
export const markOfPinyin = 0xe100;
export const markOfInitials = 0xe200;

export type Role = 'company' | 'person';

/** One way a name is written. */
export interface Spelling {
  text: string;
  /** Bit n: its first n units may stand for it. */
  cuts: number;
  /** So many of its first units are the key: the name without place and legal form. 0: none, or it has neither. */
  key: number;
}

/** Words of the trade with three characters; all others have two. */
const threes =
  /^(?:自动化|供应链|进出口|半导体|新能源|新材料|零部件|房地产|化妆品|互联网|大数据|机器人|微电子|计算机)|(?:自动化|供应链|进出口|半导体|新能源|新材料|零部件|房地产|化妆品|互联网|大数据|机器人|微电子|计算机)$/;

/** All ways in which the names of a record are written, by the name they spell. */
export function spellings(entry: NameEntry): { role: Role; name: string; spellings: Spelling[] }[] {
  const made: { role: Role; name: string; spellings: Spelling[] }[] = [];
  const company = tidy(entry.company);
  const person = tidy(entry.person);
  if (company && entry.kind === 'deal')
    made.push({ role: 'company', name: company, spellings: [{ text: fold(company), cuts: 0, key: 0 }] });
  else if (company)
    made.push({ role: 'company', name: company, spellings: ofCompany(company, entry.companyKey, entry.pinyin) });
  if (person) made.push({ role: 'person', name: person, spellings: [ofPerson(fold(person))] });
  return made;
}

const tidy = (name: string | null | undefined): string => (name ? normalize(name).slice(0, 200) : '');

function ofCompany(name: string, givenKey: string | null | undefined, pinyin: string | null | undefined): Spelling[] {
  const full = fold(name);
  const key = fold(givenKey || companyKey(name));
  const made: Spelling[] = [];
  const cuts = cutsOf(key);
  const at = key.length >= 2 ? full.indexOf(key) : -1;
  const within = at >= 0 && at < 24 && isEdge(full.charCodeAt(at - 1), full.charCodeAt(at));
  if (within) made.push({ text: full, cuts: cuts << at, key: key === full ? 0 : at + key.length });
  else made.push({ text: full, cuts: cutsOf(full), key: 0 });
  if (!(within && at === 0) && key.length >= 2) made.push({ text: key, cuts, key: key.length });
  made.push(...inLetters(syllables(key, pinyin)));
  return made;
}

function ofPerson(text: string): Spelling {
  const first = /^[^\s,.'()]+/.exec(text)?.[0].length ?? 0;
  const cuts = first >= 3 && first < Math.min(31, text.length) && isLetter(text.charCodeAt(0)) ? 1 << first : 0;
  return { text, cuts, key: 0 };
}

/** Where a company's name may be broken off: Chinese at the end of a word, Latin at a word's end from three letters on. */
function cutsOf(key: string): number {
  let cuts = 0;
  for (let at = 2; at < Math.min(31, key.length); at += 1) {
    const [before, after] = [key.charCodeAt(at - 1), key.charCodeAt(at)];
    if (!isEdge(before, after) || !(isHan(before) || isLetter(before))) continue;
    if (isHan(before) && isHan(after) && at > 2 && !endsWord(key.slice(at))) continue;
    if (/^\p{Script=Han}{2}/u.test(key) || /[a-z]{3}/.test(key.slice(0, at))) cuts |= 1 << at;
  }
  return cuts;
}

/** What is left of a key behind the end of a word: words of two characters, or a longer one of the trade. */
const endsWord = (rest: string): boolean =>
  rest.length % 2 === 0 || threes.test(rest) || /[^\p{Script=Han}]/u.test(rest);

function inLetters(read: string[]): Spelling[] {
  if (read.length < 2) return [];
  let [letters, cuts] = ['', 0];
  for (const [at, syllable] of read.entries()) {
    letters += syllable;
    if (letters.length > 30) break;
    if (at > 0 && letters.length >= 4) cuts |= 1 << letters.length;
  }
  const initials = read.map((syllable) => syllable[0]).join('');
  return [
    { text: marked(letters, markOfPinyin), cuts, key: 0 },
    { text: marked(initials, markOfInitials), cuts: 0b1111100, key: 0 },
  ];
}

const marked = (letters: string, mark: number) => String.fromCharCode(mark + letters.charCodeAt(0)) + letters.slice(1);
