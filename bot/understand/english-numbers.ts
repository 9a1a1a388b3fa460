import type { Reading } from './context.ts';
import type { Numeral } from './numeral.ts';

const small: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
  half: 0.5,
};
const big: Record<string, number> = { hundred: 100, thousand: 1e3, grand: 1e3, million: 1e6, mil: 1e6, billion: 1e9 };
const word = /[a-z]+/gi;

/** Numbers written out in English words: fifty thousand, two hundred and five, half a million. */
export function englishNumbers(text: string): Reading<Numeral>[] {
  const found: Reading<Numeral>[] = [];
  let run: { start: number; end: number; total: number; section: number; scaled: boolean } | null = null;
  const close = () => {
    if (run)
      found.push({
        start: run.start,
        end: run.end,
        value: { value: run.total + run.section, about: false, scaled: run.scaled },
      });
    run = null;
  };
  for (const match of text.matchAll(word)) {
    const said = match[0].toLowerCase();
    const end = match.index + said.length;
    const joined: boolean = run !== null && /^[ -]{0,2}$/.test(text.slice(run.end, match.index));
    const unit = big[said];
    if (small[said] !== undefined) {
      if (!joined) close();
      run ??= { start: match.index, end, total: 0, section: 0, scaled: false };
      run.section += small[said] as number;
      run.end = end;
    } else if (unit !== undefined && run !== null && joined) {
      if (unit === 100) run.section *= 100;
      else {
        run.total += run.section * unit;
        run.section = 0;
      }
      run.end = end;
      run.scaled = true;
    } else if (run !== null && joined && (said === 'and' || said === 'a') && (run.scaled || run.section === 0.5)) {
      // "two hundred and five", "half a million": the little word belongs to the number only if one follows.
      const next = /^[ -]([a-z]+)/i.exec(text.slice(end, end + 16))?.[1]?.toLowerCase() ?? '';
      if (small[next] === undefined && big[next] === undefined) close();
      else run.end = end;
    } else close();
  }
  close();
  return found;
}
