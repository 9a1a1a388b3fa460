import type { Named } from './dates-named.ts';
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
  weekdayOf,
  yearOf,
} from './days.ts';

export type Unit = 'day' | 'weekday' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';

/** The day `count` units after another; null when that is nowhere near. */
export function after(count: number, unit: Unit, day: Day): Day | null {
  if (!(Math.abs(count) <= 3660)) return null;
  const whole = Math.sign(count) * Math.ceil(Math.abs(count));
  switch (unit) {
    case 'weekday':
      return count < 0 ? weekdaysBack(day, -whole) : addWeekdays(day, whole);
    case 'day':
      return addDays(day, whole);
    case 'week':
      return addDays(day, Math.round(count * 7));
    case 'fortnight':
      return addDays(day, Math.round(count * 14));
    case 'month':
      return Math.abs(count) === 0.5 ? addDays(day, Math.sign(count) * 15) : addMonths(day, Math.round(count));
    case 'quarter':
      return Math.abs(count) > 200 ? null : addMonths(day, Math.round(count * 3));
    case 'year':
      return Math.abs(count) > 100 ? null : addMonths(day, Math.round(count * 12));
  }
}

function weekdaysBack(day: Day, count: number): Day {
  let place = day;
  for (let left = Math.min(count, 500); left > 0; ) {
    place = addDays(place, -1);
    if (weekdayOf(place) <= 5) left -= 1;
  }
  return place;
}

/** The next month of that number, this month included: its year. */
export const yearFor = (today: Day, month: number) => yearOf(today) + (month < monthOf(today) ? 1 : 0);

/** A whole month as a target: its last day. */
export function wholeMonth(year: number, month: number): Named | null {
  const from = makeDay(year, month, 1);
  return from ? { day: monthEnd(year, month), from, month: from, by: true } : null;
}

/** Two figures of a year: 18 is 2018, 87 is 1987. */
export const fullYear = (said: string) =>
  said.length === 2 ? Number(said) + (Number(said) < 40 ? 2000 : 1900) : Number(said);

/**
 * The days of the nth week of a month or a year, a week belonging where its Thursday lies; n under 0 counts from the
 * end. As a target it is the Friday.
 */
export function nthWeek(first: Day, last: Day, n: number, count = 1): Named | null {
  if (!(Math.abs(n) >= 1 && Math.abs(n) <= 53 && count >= 1 && count <= 53)) return null;
  const monday = n > 0 ? inWeek(addDays(first, 3), 1, n - 1) : inWeek(addDays(last, -3), 1, n + 1);
  const from = n > 0 ? monday : addDays(monday, -7 * (count - 1));
  const end = addDays(from, 7 * count - 3);
  return { day: end, week: from, from, by: true };
}

/** The next day of that number in a month that also falls on that weekday. */
export function dayOnWeekday(today: Day, ofMonth: number, weekday: number): Day | null {
  for (let months = 0; months < 48; months++) {
    const start = monthStart(yearOf(today), monthOf(today) + months);
    const day = makeDay(yearOf(start), monthOf(start), ofMonth);
    if (day && day >= today && weekdayOf(day) === weekday) return day;
  }
  return null;
}

/** The next day of that number, in this month or a later one. */
export function nextOfMonth(today: Day, ofMonth: number): Day | null {
  for (let months = 0; months < 3; months++) {
    const start = monthStart(yearOf(today), monthOf(today) + months);
    const day = makeDay(yearOf(start), monthOf(start), ofMonth);
    if (day && day >= today) return day;
  }
  return null;
}

/** A target that is a stretch: its last day, or today when that is over. */
export function until(from: Day, end: Day, today: Day): Named {
  return { day: end < today ? today : end, from, by: true };
}

/** The end of a quarter of that year; of no year the next to end. */
export function quarterOf(which: number, year: number | null, today: Day): Named {
  const of = year ?? (monthEnd(yearOf(today), which * 3) >= today ? yearOf(today) : yearOf(today) + 1);
  return { day: monthEnd(of, which * 3), from: monthStart(of, which * 3 - 2), by: true };
}

/** The first or last `count` weeks, months or days of a stretch, as a target: their last day. */
export function edgeOf([first, last]: [Day, Day], atEnd: boolean, count: number, unit: Unit): Named | null {
  if (!(count >= 1 && count <= 366)) return null;
  if (unit === 'week') return nthWeek(first, last, atEnd ? -1 : 1, count);
  if (atEnd) return { day: last, by: true };
  const end = after(count, unit, first);
  return end ? { day: addDays(end, -1), from: first, by: true } : null;
}
