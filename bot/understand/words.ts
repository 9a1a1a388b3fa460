import type { Reading, Words } from './context.ts';
import { remember } from './remember.ts';

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
const latin = /[a-z0-9]/i;

/** The key of the thing whose key or word this text is, whatever its case. Null when there is none. */
export function lookUp(list: readonly Words[], text: string): string | null {
  const wanted = fold(text);
  if (wanted === '') return null;
  return (
    list.find(({ key, words }) => fold(key) === wanted || words.some((word) => fold(word) === wanted))?.key ?? null
  );
}

/** Where `word` stands in `text` (both lower case) from `from` on; a Latin word only as a whole word. -1 when nowhere. */
export function indexOfWord(text: string, word: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (latin.test(word[0] ?? '') && latin.test(before)) continue;
    if (latin.test(word.at(-1) ?? '') && latin.test(after)) continue;
    return at;
  }
  return -1;
}

const kept = new WeakMap<readonly Words[], (text: string) => Reading<string>[]>();

/** Every place where a thing is named, longest word first, none overlapping another, in the order of the text. */
export function findWords(list: readonly Words[], text: string): Reading<string>[] {
  let read = kept.get(list);
  if (!read) {
    read = remember(
      (said: string) => wordsIn(list, said),
      (said) => said,
    );
    kept.set(list, read);
  }
  return read(text);
}

function wordsIn(list: readonly Words[], text: string): Reading<string>[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const all: Reading<string>[] = [];
  for (const { key, words } of list) {
    for (const word of [key, ...words]) {
      const wanted = word.toLowerCase().trim();
      if (wanted === '') continue;
      for (let at = indexOfWord(lower, wanted); at >= 0; at = indexOfWord(lower, wanted, at + wanted.length)) {
        all.push({ start: at, end: at + wanted.length, value: key });
      }
    }
  }
  return apart(all);
}

/** Of readings that overlap keeps the longest (of equals the first), and puts them in the order of the text. */
export function apart<T>(readings: Reading<T>[]): Reading<T>[] {
  const sorted = [...readings].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Reading<T>[] = [];
  const taken = new Set<number>();
  for (const reading of sorted) {
    let free = true;
    for (let at = reading.start; at < reading.end && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = reading.start; at < reading.end; at++) taken.add(at);
    kept.push(reading);
  }
  return kept.sort((a, b) => a.start - b.start);
}
