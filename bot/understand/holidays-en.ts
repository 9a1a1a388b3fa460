import type { DayRule, Named } from './dates-named.ts';
import { addDays, type Day, inWeek, makeDay, monthEnd, monthStart, weekdayOf, yearOf } from './days.ts';

/** The nth weekday of a month; the last with n −1. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = monthStart(year, month);
  const last = monthEnd(year, month);
  return n < 0
    ? addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
    : addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

/** Easter Sunday by the anonymous Gregorian computus. */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return monthStart(year, month).slice(0, 8) + String(((h + l - 7 * m + 114) % 31) + 1).padStart(2, '0');
}

const on = (month: number, day: number) => (year: number) => makeDay(year, month, day) as Day;
const holidays: [name: string, day: (year: number) => Day][] = [
  ["new\\syear'?s?\\seve", on(12, 31)],
  ["new\\syear'?s?(?:\\sday)?", on(1, 1)],
  ['(?:mlk|martin\\sluther\\sking(?:\\sjr\\.?)?)\\sday', (year) => nthWeekday(year, 1, 1, 3)],
  ["(?:st\\.?\\s|saint\\s)?valentine'?s?(?:\\sday)?", on(2, 14)],
  ["presidents?'?s?\\sday", (year) => nthWeekday(year, 2, 1, 3)],
  ["(?:st\\.?|saint)\\spatrick'?s?(?:\\sday)?", on(3, 17)],
  ['good\\sfriday', (year) => addDays(easter(year), -2)],
  ['easter\\smonday', (year) => addDays(easter(year), 1)],
  ['easter(?:\\ssunday)?', easter],
  ['earth\\sday', on(4, 22)],
  ["(?:international\\s)?workers'?\\sday|may\\sday", on(5, 1)],
  ["mother'?s'?\\sday", (year) => nthWeekday(year, 5, 7, 2)],
  ['memorial\\sday', (year) => nthWeekday(year, 5, 1, -1)],
  ['juneteenth|freedom\\sday|jubilee\\sday', on(6, 19)],
  ["father'?s'?\\sday", (year) => nthWeekday(year, 6, 7, 3)],
  ['independence\\sday', on(7, 4)],
  ['labou?r\\sday', (year) => nthWeekday(year, 9, 1, 1)],
  ['columbus\\sday', (year) => nthWeekday(year, 10, 1, 2)],
  ["hallowe'?en", on(10, 31)],
  ["veterans?'?\\sday", on(11, 11)],
  ['thanksgiving(?:\\sday)?', (year) => nthWeekday(year, 11, 4, 4)],
  ['black\\sfriday', (year) => addDays(nthWeekday(year, 11, 4, 4), 1)],
  ['cyber\\smonday', (year) => addDays(nthWeekday(year, 11, 4, 4), 4)],
  ['christmas\\seve', on(12, 24)],
  ['(?:christmas|xmas)(?:\\sday)?', on(12, 25)],
  ['boxing\\sday', on(12, 26)],
];

/** The weekend a holiday makes or lies in: its Saturday. */
const weekend = (day: Day) => inWeek(day, 6, weekdayOf(day) === 1 ? -1 : 0);

const whole = holidays.map(([name, of]) => ({ name: new RegExp(`^(?:${name})$`, 'i'), of }));

export const englishHolidays: DayRule[] = [
  {
    pattern: new RegExp(
      `(?<!happy\\s)\\b(weekend\\sof\\s)?(?:(next|following|last|previous|this)\\s)?(${holidays.map(([name]) => name).join('|')})\\b(?:\\s(?:of\\s)?(this\\syear|\\d{4}))?(\\sweekend)?`,
      'gi',
    ),
    day: (m, today): Day | Named | null => {
      const [around, which = '', name = '', said, after] = m.slice(1).map((part) => part?.toLowerCase());
      const of = whole.find((one) => one.name.test(name))?.of;
      if (!of) return null;
      const year = yearOf(today);
      let day = of(said && /^\d/.test(said) ? Number(said) : year);
      if (!said && /^(?:last|previous)/.test(which)) day = day < today ? day : of(year - 1);
      else if (!said && day < today) day = of(year + 1);
      return around || after ? weekend(day) : { day, date: true, from: day, feast: true };
    },
  },
];
