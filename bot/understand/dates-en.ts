import type { DayRule } from './dates-zh.ts';
import {
  addDays,
  addMonths,
  addWeekdays,
  type Day,
  inWeek,
  makeDay,
  monthEnd,
  monthOf,
  monthStart,
  nearest,
  quarterEnd,
  weekdayOf,
  yearOf,
} from './days.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday =
  '(mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const number = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple(?: of)?|a few|half a)';
const counts: Record<string, number> = {
  a: 1,
  an: 1,
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
  'a couple': 2,
  'a couple of': 2,
  'a few': 3,
  'half a': 0.5,
};

const monthNumber = (said: string | undefined) => months.indexOf((said ?? '').slice(0, 3).toLowerCase()) + 1;
/** A count in figures or words; NaN when it is none. */
export const countOf = (said: string | undefined) => counts[(said ?? '').toLowerCase()] ?? Number(said);

function after(count: number, unit: string, today: Day): Day | null {
  if (!(count > 0 && count <= 3660)) return null;
  if (/^(working|business)/i.test(unit)) return addWeekdays(today, Math.ceil(count));
  if (/^d/i.test(unit)) return addDays(today, Math.ceil(count));
  if (/^w/i.test(unit)) return addDays(today, Math.round(count * 7));
  if (/^m/i.test(unit)) return count === 0.5 ? addDays(today, 15) : addMonths(today, Math.round(count));
  return addMonths(today, Math.round(count * 12));
}

const shift = (said: string | undefined) =>
  /^(next|following)/i.test(said ?? '') ? 1 : /^last/i.test(said ?? '') ? -1 : 0;

function edge(match: RegExpMatchArray, today: Day): Day | null {
  const [, which, shifted, unit] = match as unknown as [string, string, string | undefined, string];
  const by = shift(shifted);
  const end = /^(end|late)/i.test(which);
  const middle = /^mid/i.test(which);
  const kind = unit.toLowerCase();
  if (kind.startsWith('w')) return inWeek(today, end ? 5 : middle ? 3 : 1, by);
  if (kind.startsWith('q')) return end ? quarterEnd(today, by) : addDays(quarterEnd(today, by - 1), middle ? 45 : 1);
  if (kind.startsWith('y')) return makeDay(yearOf(today) + by, end ? 12 : middle ? 6 : 1, end ? 31 : middle ? 30 : 1);
  const first = monthStart(yearOf(today), monthOf(today) + by);
  if (end) return monthEnd(yearOf(first), monthOf(first));
  const day = addDays(first, middle ? 14 : 0);
  return day < today && !shifted ? addMonths(day, 1) : day;
}

function named(said: string | undefined, day: number, year: string | undefined, today: Day): Day | null {
  const which = monthNumber(said);
  return year ? makeDay(Number(year), which, day) : nearest(today, which, day);
}

export const englishDays: DayRule[] = [
  { pattern: /\b(?:today|tonight|eod|cob|end of (?:the )?day)\b/gi, day: (_m, today) => today },
  { pattern: /\b(?:tomorrow|tmrw|tmr|tmrrw|tmw|tomoz|2moro)\b/gi, day: (_m, today) => addDays(today, 1) },
  { pattern: /\b(?:the )?day after (?:tomorrow|tmrw)\b/gi, day: (_m, today) => addDays(today, 2) },
  { pattern: /\byesterday\b/gi, day: (_m, today) => addDays(today, -1) },
  {
    pattern: new RegExp(`\\b(next|this|last|coming|following)\\s+(?:week(?:'s)?\\s+)?${weekday}\\b`, 'gi'),
    day: (m, today) => {
      const day = inWeek(today, weekdays.indexOf((m[2] as string).slice(0, 3).toLowerCase()) + 1, shift(m[1]));
      return /^(this|coming)/i.test(m[1] as string) && day < today ? addDays(day, 7) : day;
    },
  },
  {
    pattern: new RegExp(`\\b${weekday}(?:\\s+(?:(next)\\s+week|week))?\\b`, 'gi'),
    day: (m, today) => {
      // "sat" and "sun" are words too; as days they are written with a capital.
      if (m[1] === 'sat' || m[1] === 'sun') return null;
      const wanted = weekdays.indexOf((m[1] as string).slice(0, 3).toLowerCase()) + 1;
      if (m[2]) return inWeek(today, wanted, 1);
      return addDays(today, (wanted - weekdayOf(today) + 7) % 7);
    },
  },
  {
    pattern:
      /\b(?:the\s+)?(end|late|start|beginning|early|middle|mid)[\s-]+(?:of\s+)?(?:the\s+)?(next|this|following)?\s?(week|month|quarter|year)\b/gi,
    day: edge,
  },
  { pattern: /\b(?:eow|end of week)\b/gi, day: (_m, today) => inWeek(today, 5, weekdayOf(today) > 5 ? 1 : 0) },
  {
    pattern: /\b(?:the\s)?(?:end|close)\sof\sQ([1-4])\b/gi,
    day: (m, today) => {
      const end = monthEnd(yearOf(today), Number(m[1]) * 3);
      return end >= today ? end : monthEnd(yearOf(today) + 1, Number(m[1]) * 3);
    },
  },
  { pattern: /\beom\b/gi, day: (_m, today) => monthEnd(yearOf(today), monthOf(today)) },
  { pattern: /\beoq\b/gi, day: (_m, today) => quarterEnd(today) },
  { pattern: /\beoy\b/gi, day: (_m, today) => makeDay(yearOf(today), 12, 31) },
  { pattern: /\bnext\s+(?:week|wk)\b/gi, day: (_m, today) => inWeek(today, 1, 1) },
  { pattern: /\bnext\s+month\b/gi, day: (_m, today) => addMonths(today, 1) },
  { pattern: /\bnext\s+quarter\b/gi, day: (_m, today) => addDays(quarterEnd(today), 1) },
  { pattern: /\bnext\s+year\b/gi, day: (_m, today) => makeDay(yearOf(today) + 1, 1, 1) },
  {
    pattern: new RegExp(
      `\\b(?:in|within)\\s+${number}\\s+((?:working|business)\\s+days?|days?|weeks?|wks?|months?|mos|years?|yrs?)\\b`,
      'gi',
    ),
    day: (m, today) => after(countOf(m[1]), m[2] as string, today),
  },
  {
    pattern: new RegExp(
      `\\b${number}\\s+((?:working|business)\\s+days?|days?|weeks?|wks?|months?|years?)\\s+(?:from (?:now|today)|later)\\b`,
      'gi',
    ),
    day: (m, today) => after(countOf(m[1]), m[2] as string, today),
  },
  {
    pattern: new RegExp(`\\b${month}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d:])`, 'gi'),
    day: (m, today) => named(m[1], Number(m[2]), m[3], today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?:,?\\s+(\\d{4}))?\\b`, 'gi'),
    day: (m, today) => named(m[2], Number(m[1]), m[3], today),
  },
  {
    pattern: new RegExp(`\\b(end|late|early|start|beginning|mid)[\\s-]+(?:of\\s+)?${month}\\b`, 'gi'),
    day: (m, today) => {
      const which = monthNumber(m[2]);
      const year = yearOf(today) + (which < monthOf(today) ? 1 : 0);
      if (/^(end|late)/i.test(m[1] as string)) return monthEnd(year, which);
      return makeDay(year, which, /^mid/i.test(m[1] as string) ? 15 : 1);
    },
  },
  {
    pattern: /\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b/gi,
    day: (m, today) => {
      const day = makeDay(yearOf(today), monthOf(today), Number(m[1]));
      if (day && day >= today) return day;
      const next = monthStart(yearOf(today), monthOf(today) + 1);
      return makeDay(yearOf(next), monthOf(next), Number(m[1]));
    },
  },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/g,
    day: (m, today) => {
      const [first, second] = [Number(m[1]), Number(m[2])];
      const [which, day] = first > 12 ? [second, first] : [first, second];
      return m[3] ? makeDay(Number(m[3]), which, day) : nearest(today, which, day);
    },
  },
];
