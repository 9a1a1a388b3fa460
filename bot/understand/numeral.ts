import { big, digits, small } from './chinese.ts';
import type { Reading } from './context.ts';
import { type Numeral, NumeralReader } from './numeral-reader.ts';

export { plainChinese } from './chinese.ts';
export { type Numeral, round } from './numeral-reader.ts';

/** One numeral, Chinese, Arabic or mixed (8万5, 86w5, 两百来万), that begins at `at` of a text in simplified characters. */
export function numeralAt(text: string, at: number): Reading<Numeral> | null {
  const run = digitRun(text, at);
  if (run) return run;
  const reader = new NumeralReader(text, at);
  while (reader.step());
  return reader.done();
}

/** 二零二六, 一三八: figures one by one. Two in their order (三四, 三五) may be a guess before a measure. */
function digitRun(text: string, at: number): Reading<Numeral> | null {
  let end = at;
  let shown = '';
  while (digits[text[end] ?? ''] !== undefined && end - at < 15) {
    shown += digits[text[end] as string];
    end += 1;
  }
  const next = text[end] ?? '';
  if (shown.length < 2 || (small[next] ?? big[next]) !== undefined) return null;
  if (/^0/.test(shown) && next === '点') return null;
  const [low, high] = [Number(shown[0]), Number(shown[1])];
  if (shown.length === 2 && (high - low === 1 || shown === '35') && low > 0 && /[个天家台人位次条周套成]/.test(next))
    return { start: at, end, value: { value: (low + high) / 2, about: true, low, high, scaled: false } };
  return { start: at, end, value: { value: Number(shown), about: false, scaled: false } };
}
