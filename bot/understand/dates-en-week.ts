import { month, monthNumber } from './dates-en.ts';
import { shift, which } from './dates-en-stretch.ts';
import type { DayRule } from './dates-named.ts';
import { edgeOf, nthWeek, quarterOf, type Unit, wholeMonth, yearFor } from './dates-reckon.ts';
import { addDays, type Day, inWeek, monthEnd, monthOf, monthStart, weekdayOf, yearOf } from './days.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday =
  '(mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const weekdayNumber = (said: string | undefined) => weekdays.indexOf((said ?? '').slice(0, 3).toLowerCase()) + 1;
const nth: Record<string, number> = { last: -1 };
const counted = (said = '') => nth[said.toLowerCase()] ?? Number.parseInt(said, 10);

/** The year a stretch is said to be of: a number, this, next or last. */
const yearSaid = (said: string | undefined, today: Day) =>
  said && /^\d/.test(said) ? Number(said) : yearOf(today) + shift(said);
const yearOfIt = '(?:(?:the|this|(next|last))\\syear|(\\d{4}))';

/** The first and last day of the month or year a week is counted in. */
function frame(m: RegExpMatchArray, at: number, today: Day): [Day, Day] {
  const [named, year, ofMonth, nextYear, byNumber] = m.slice(at, at + 5);
  if (named) {
    const which = monthNumber(named);
    const of = year ? Number(year) : yearFor(today, which);
    return [monthStart(of, which), monthEnd(of, which)];
  }
  if (ofMonth !== undefined) {
    const first = monthStart(yearOf(today), monthOf(today) + shift(ofMonth));
    return [first, monthEnd(yearOf(first), monthOf(first))];
  }
  const of = yearSaid(byNumber ?? nextYear, today);
  return [monthStart(of, 1), monthEnd(of, 12)];
}
const frames = `(?:${month}(?:,?\\s(?:of\\s)?(\\d{4}))?|(this|next|last|the)\\smonth|${yearOfIt})`;

/** "sat" and "sun" are words too: written small they are days where a plan ends with them or an hour follows. */
function isDay({ index = 0, input = '', 0: said }: RegExpMatchArray): boolean {
  const before = input.slice(0, index);
  return (
    /^\s?(?:$|[,;!?)]|\.(?:\s|$)|(?:at|@|morning|afternoon|evening|night|noon|\d{1,2}(?::?\d\d)?\s?(?:[ap]m?)?(?:$|[\s,.]))\b)/i.test(
      input.slice(index + said.length),
    ) &&
    /\S\s\S+\s$/.test(before) &&
    !/\b(?:i|we|you|he|she|they|it|who|just|and|the|a|in|under|then|never|only|ha[vds]e?|all|both|that|which)\s$/i.test(
      before,
    )
  );
}

/** Weekdays, and the weeks and months of a month or a year: next Wed, Tuesday of next week, the first week of May. */
export const englishWeeks: DayRule[] = [
  {
    pattern: new RegExp(`\\b(?:this\\s)?${which}\\s+(?:week(?:'s)?\\s(?:-\\s)?)?${weekday}\\b`, 'gi'),
    day: (m, today) => {
      const wanted = weekdayNumber(m[2]);
      const said = (m[1] as string).toLowerCase();
      const ahead = (wanted - weekdayOf(today) + 7) % 7;
      if (/^this\s/i.test(m[0]) && said !== 'this') return addDays(today, shift(said) > 0 ? ahead || 7 : ahead - 7);
      if (said === 'coming' || said === 'upcoming') return addDays(today, ahead || 7);
      if (said === 'past' && !/week/i.test(m[0])) return addDays(today, ahead - 7);
      const day = inWeek(today, wanted, shift(said));
      if (said !== 'this' || /week/i.test(m[0])) return day;
      return { day: day < today ? addDays(day, 7) : day, weekday: wanted };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(a|one|two)\\sweeks?\\s(?:from|on)\\s${weekday}|${weekday}\\s(week)(?!\\s?\\d))\\b`,
      'gi',
    ),
    day: (m, today) => {
      const wanted = weekdayNumber(m[2] ?? m[3]);
      const weeks = /two/i.test(m[1] ?? '') ? 14 : 7;
      return addDays(today, ((wanted - weekdayOf(today) + 7) % 7 || 7) + weeks);
    },
  },
  {
    pattern: new RegExp(`(?<!\\b(?:every|each)\\s)\\b${weekday}\\b`, 'gi'),
    day: (m, today) => {
      if ((m[1] === 'sat' || m[1] === 'sun') && !isDay(m)) return null;
      const wanted = weekdayNumber(m[1]);
      return { day: addDays(today, (wanted - weekdayOf(today) + 7) % 7), weekday: wanted };
    },
  },
  {
    pattern: new RegExp(
      `\\b(first|last|1st|2nd|3rd|4th|\\dth)\\s${weekday}\\s(?:(?:morning|afternoon|evening)\\s)?(?:of|in)\\s${frames}`,
      'gi',
    ),
    day: (m, today) => {
      const [first, last] = frame(m, 3, today);
      const wanted = weekdayNumber(m[2]);
      const n = counted(m[1]);
      const start = addDays(first, (wanted - weekdayOf(first) + 7) % 7);
      const day = n < 0 ? addDays(last, -((weekdayOf(last) - wanted + 7) % 7)) : addDays(start, (n - 1) * 7);
      const part = /\s(morning|afternoon|evening)\s/i.exec(m[0])?.[1]?.toLowerCase();
      return day > last ? null : { day, date: true, ...(part ? { part } : {}) };
    },
  },
  {
    pattern: new RegExp(`\\b(?:the\\s)?(last|\\d{1,2}(?:st|nd|rd|th))\\sweek\\s(?:of|in)\\s${frames}`, 'gi'),
    day: (m, today) => nthWeek(...frame(m, 2, today), counted(m[1])),
  },
  {
    pattern: new RegExp(
      `\\b(?:the\\s)?(last|\\d{1,2}(?:st|nd|rd|th))\\s(month|quarter)\\s(?:of|in)\\s${yearOfIt}`,
      'gi',
    ),
    day: (m, today) => {
      const year = yearSaid(m[4] ?? m[3], today);
      const each = /^m/i.test(m[2] as string) ? 1 : 3;
      const n = counted(m[1]) < 0 ? 12 / each : counted(m[1]);
      if (!(n >= 1 && n <= 12 / each)) return null;
      return each === 1 ? wholeMonth(year, n) : quarterOf(n, m[4] || m[3] ? year : null, today);
    },
  },
  {
    pattern: new RegExp(`\\b(?:the\\s)?(1st|1th|first|last)\\s(\\d{1,2})\\s(day|week|month)s\\sof\\s${frames}`, 'gi'),
    day: (m, today) =>
      edgeOf(frame(m, 4, today), /^l/i.test(m[1] as string), Number(m[2]), (m[3] as string).toLowerCase() as Unit),
  },
  {
    pattern: new RegExp(`\\bweek\\s(\\d{1,2})\\b(?:\\sof\\s${yearOfIt})?(?!\\s?(?:trial|days?|of\\b))`, 'gi'),
    day: (m, today) => {
      const year = yearSaid(m[3] ?? m[2], today);
      return nthWeek(monthStart(year, 1), monthEnd(year, 12), Number(m[1]));
    },
  },
];
