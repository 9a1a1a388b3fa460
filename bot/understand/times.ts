import type { Reading } from './context.ts';
import { matches } from './days.ts';
import { englishTimes } from './times-en.ts';
import { englishSpans } from './times-en-span.ts';
import { clockOf, type Spoken } from './times-said.ts';
import { chineseTimes } from './times-zh.ts';

const english = [...englishTimes, ...englishSpans];

/** Every hour and every part of the day in a text; some overlap. */
export function findTimes(text: string): Reading<Spoken>[] {
  const found: Reading<Spoken>[] = [];
  const rules = /\p{Script=Han}/u.test(text) ? [...chineseTimes, ...english] : english;
  for (const { pattern, time } of rules) {
    for (const match of matches(pattern, text)) {
      const value = time(match);
      if (value && clockOf(value)) found.push({ start: match.index, end: match.index + match[0].length, value });
    }
  }
  return found;
}
