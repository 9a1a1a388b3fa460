import type { Reading } from './context.ts';
import { SpelledReader, tokensOf } from './english-reader.ts';
import type { Numeral } from './numeral-reader.ts';

/** Numbers in which English words take part: fifty thousand, 3 hundred and 21, half a million, two point five. */
export function englishNumbers(text: string): Reading<Numeral>[] {
  const tokens = tokensOf(text);
  const found: Reading<Numeral>[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const reader = new SpelledReader(text, tokens, index);
    const reading = reader.read();
    if (!reading) continue;
    found.push(reading);
    index = reader.last;
  }
  return found;
}
