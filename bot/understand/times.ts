import type { Reading } from './context.ts';
import { smallNumber } from './dates-zh.ts';

/** A time of day as a clock shows it. */
export interface Clock {
  hour: number;
  minute: number;
}

const part = '(凌晨|清晨|一早|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|早|晚)';
const han = '[零一二两三四五六七八九十]{1,3}';
const rules: { pattern: RegExp; clock(match: RegExpMatchArray): Clock | null }[] = [
  {
    pattern: new RegExp(
      `${part}?\\s?(\\d{1,2}|${han})\\s?(?:点|點|时(?!候|间))(?!钟?以)(?:钟|整)?(?:(半)|([一三])刻|(\\d{1,2}|${han})分?)?(?![万亿千百\\d])`,
      'g',
    ),
    clock: (m) => clockOf(m[2], m[3] ? 30 : m[4] ? (m[4] === '一' ? 15 : 45) : m[5] ? smallNumber(m[5]) : 0, m[1]),
  },
  {
    pattern: new RegExp(`${part}?\\s?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?![\\d:])\\s?([ap]\\.?m\\b\\.?)?`, 'gi'),
    clock: (m) => clockOf(m[2], Number(m[3]), m[1] ?? m[4]),
  },
  {
    pattern: new RegExp(`(?:(?<=[今明后昨])|)${part}(?!\\s?(?:\\d|[零一二两三四五六七八九十]+[点點时]))`, 'g'),
    clock: (m) => ((m[1] as string).length > 1 ? (usual[m[1] as string] ?? null) : null),
  },
  {
    pattern: /(?<=[今明后昨])(早|晚)(?!\s?(?:上|\d|[零一二两三四五六七八九十]+[点點时]))/g,
    clock: (m) => usual[m[1] as string] ?? null,
  },
  { pattern: /\b(?:at\s+)?(\d{1,2})\s?(?:-\s?\d{1,2}\s?)?([ap]\.?m\b\.?)/gi, clock: (m) => clockOf(m[1], 0, m[2]) },
  { pattern: /\b(?:at\s+)?(\d{1,2})\s?o'?clock\b/gi, clock: (m) => clockOf(m[1], 0, undefined) },
  {
    pattern: /\b(?:at|@)\s+(\d{1,2})\s+in\s+the\s+(morning|afternoon|evening)\b/gi,
    clock: (m) => clockOf(m[1], 0, m[2]),
  },
  {
    pattern: /(?:\bat|@)\s?(\d{1,2})(?![\d:.,/%]|\s?(?:k|w|m|[ap]\.?m|o'?clock|万|in the)\b)/gi,
    clock: (m) => clockOf(m[1], 0, undefined),
  },
  {
    pattern:
      /\b(?:in the\s+)?(morning|noon|midday|lunchtime|afternoon|evening|tonight|eod|cob|end of (?:the )?day)\b/gi,
    clock: (m) => usual[(m[1] as string).toLowerCase().replace('the ', '')] ?? null,
  },
];

const usual: Record<string, Clock> = {
  凌晨: { hour: 6, minute: 0 },
  清晨: { hour: 8, minute: 0 },
  一早: { hour: 9, minute: 0 },
  早: { hour: 9, minute: 0 },
  早上: { hour: 9, minute: 0 },
  早晨: { hour: 9, minute: 0 },
  上午: { hour: 9, minute: 0 },
  中午: { hour: 12, minute: 0 },
  正午: { hour: 12, minute: 0 },
  下午: { hour: 14, minute: 0 },
  午后: { hour: 14, minute: 0 },
  傍晚: { hour: 18, minute: 0 },
  晚: { hour: 19, minute: 0 },
  晚上: { hour: 19, minute: 0 },
  晚间: { hour: 19, minute: 0 },
  夜里: { hour: 21, minute: 0 },
  morning: { hour: 9, minute: 0 },
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  lunchtime: { hour: 12, minute: 0 },
  afternoon: { hour: 14, minute: 0 },
  evening: { hour: 18, minute: 0 },
  tonight: { hour: 19, minute: 0 },
  eod: { hour: 18, minute: 0 },
  cob: { hour: 18, minute: 0 },
  'end of day': { hour: 18, minute: 0 },
};

/**
 * The clock of an hour said with or without its part of the day. A bare 1–7 is the afternoon: nobody in sales calls at
 * three at night; written with a nought (07:00) it is what it says.
 */
export function clockOf(said: string | undefined, minute: number, when: string | undefined): Clock | null {
  let hour = smallNumber(said);
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60)) return null;
  const word = (when ?? '').toLowerCase();
  if (/^(下午|午后|傍晚|晚|夜|p|afternoon|evening)/.test(word))
    hour = hour < 12 ? hour + 12 : hour === 12 && /^[晚夜]/.test(word) ? 24 : hour;
  else if (/^[中正]/.test(word)) hour = hour < 10 ? hour + 12 : hour;
  else if (/^(凌晨|a)/.test(word)) hour = hour === 12 ? 0 : hour;
  else if (word === '' && hour >= 1 && hour <= 7 && !/^0/.test(said ?? '')) hour += 12;
  return hour === 24 ? { hour: 23, minute: 59 } : { hour, minute };
}

/** Every time of day in a text; may overlap nothing but itself (`3点`, `15:30`, `3pm`, `下午`). */
export function findTimes(text: string): Reading<Clock>[] {
  const found: Reading<Clock>[] = [];
  for (const { pattern, clock } of rules) {
    for (const match of text.matchAll(pattern)) {
      const value = clock(match);
      if (value && match[0].length > 0) found.push({ start: match.index, end: match.index + match[0].length, value });
    }
  }
  return found;
}
