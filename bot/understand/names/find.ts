import type { KnownName } from '../context.ts';
import { isAmongHan, isEndOfOther, isInAddress, isName, isOther } from './around.ts';
import type { Asker, Book } from './book.ts';
import { isEveryday } from './everyday.ts';
import { fold, isEdge, isHan, isLetter } from './fold.ts';
import { markOfInitials, markOfPinyin } from './spellings.ts';
import { type Hit, inInitials, inPinyin, type Meant, written } from './stands-for.ts';

/** A stretch of a text that names a record. */
export type NameReading = Required<KnownName>;

const rank = { whole: 0, alias: 1, part: 2, pinyin: 3, initials: 4 } as const;
const legalHan = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|集团|公司)/y;
const legalLatin = /(?:,? (?:inc|incorporated|llc|llp|ltd|limited|corp|corporation|co|company|gmbh|plc)\b\.?){1,10}/y;

/** The names in a text, not overlapping, in its order: longer ones choose their place first, then better ones. */
export function findNames(text: string, book: Book, asker: Asker, stop: (word: string) => boolean): NameReading[] {
  const folded = fold(text);
  const known = new Map<string, Meant | null>();
  const once = (word: string, look: () => Meant | null): Meant | null => {
    const one = known.get(word) ?? (known.has(word) ? null : look());
    known.set(word, one);
    return one;
  };
  const isCommon = (word: string) => isEveryday(word) || stop(word);

  /** The longest name written out from `start` on. */
  function spelledOut(start: number): Hit | null {
    for (const prefix of book.table.prefixes(folded, start, folded.charCodeAt(start)).reverse()) {
      const end = start + prefix.depth;
      if (!isEdge(folded.charCodeAt(end - 1), folded.charCodeAt(end)) || isInAddress(folded, start, end)) continue;
      const word = folded.slice(start, end);
      const one = once(word, () => written(book, asker, prefix, word, stop));
      const hit = one && { ...one, start, end };
      if (hit?.role === 'company' && isOther(text, folded, hit)) return null;
      if (hit && isName(text, folded, hit, isCommon)) return hit;
    }
    return null;
  }

  /** A Latin word that is a Chinese name in pinyin, or among Chinese words its initials. */
  function inLetters(start: number): Hit | null {
    const end = start + lettersAt(folded, start);
    const word = folded.slice(start, end);
    if (word.length < 2 || !isEdge(folded.charCodeAt(end - 1), folded.charCodeAt(end))) return null;
    if (isCommon(word) || isInAddress(folded, start, end)) return null;
    const find = (mark: number, meaning: typeof inPinyin) =>
      once(String.fromCharCode(mark) + word, () => {
        const prefixes = book.table.prefixes(folded, start, mark + folded.charCodeAt(start));
        const prefix = prefixes.find(({ depth }) => depth === word.length);
        return prefix ? meaning(book, asker, prefix) : null;
      });
    const one =
      (word.length >= 4 ? find(markOfPinyin, inPinyin) : null) ??
      (word.length <= 6 && isAmongHan(folded, start, end) ? find(markOfInitials, inInitials) : null);
    return one && { ...one, start, end };
  }

  const found: Hit[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const unit = folded.charCodeAt(at);
    if (!(isHan(unit) || isLetter(unit)) || !isEdge(folded.charCodeAt(at - 1), unit)) continue;
    const hit = spelledOut(at) ?? (isHan(unit) ? null : inLetters(at));
    if (hit) found.push(hit);
  }
  const chosen = choose(found).filter((one, at, all) => all[at - 1]?.end === one.start - 1 || !isEndOfOther(text, one));
  return chosen.map(({ role, seen: _, ...one }, at) => {
    const end = role === 'company' ? withLegalForm(folded, one.end) : one.end;
    return end <= (chosen[at + 1]?.start ?? text.length) ? { ...one, end } : one;
  });
}

function lettersAt(folded: string, start: number): number {
  const letters = /[a-z]*/y;
  letters.lastIndex = start;
  return letters.exec(folded)?.[0].length ?? 0;
}

function choose(found: Hit[]): Hit[] {
  const length = ({ start, end }: Hit) => end - start;
  const chosen: Hit[] = [];
  const taken = new Set<number>();
  for (const one of found.sort((a, b) => length(b) - length(a) || rank[a.how] - rank[b.how] || a.start - b.start)) {
    // Those that were chosen are as long or longer, so that one that overlaps them does so at an end.
    if (taken.has(one.start) || taken.has(one.end - 1)) continue;
    for (let at = one.start; at < one.end; at += 1) taken.add(at);
    chosen.push(one);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Where a company's name ends with what is said of 有限公司 or Inc. */
function withLegalForm(folded: string, end: number): number {
  for (const legal of [legalHan, legalLatin]) {
    legal.lastIndex = end;
    const more = legal.exec(folded);
    if (more) return end + more[0].length;
  }
  return end;
}
