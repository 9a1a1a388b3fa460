import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { formatISO } from 'date-fns/formatISO';

/** A day of the calendar, `YYYY-MM-DD`, in nobody's time zone. */
export type Day = string;

const msPerDay = 86_400_000;
const utc = (day: Day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const text = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

let latest = { now: Number.NaN, zone: '', day: '' };

/** The day it is in `zone`. One text asks many times at the same moment, so the latest answer is kept. */
export function dayOf(now: Date, zone: string): Day {
  if (latest.now !== now.getTime() || latest.zone !== zone)
    latest = { now: now.getTime(), zone, day: format(new TZDate(now, zone), 'yyyy-MM-dd') };
  return latest.day;
}

/** The day of year, month 1–12 and day; null when there is no such day or the year is not of four digits. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const made = text(Date.UTC(year, month - 1, day));
  return Number(made.slice(8, 10)) === day ? made : null;
}

export const addDays = (day: Day, count: number): Day => text(utc(day) + count * msPerDay);
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / msPerDay);
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay() || 7;

/** The last day of a month; months past 12 or under 1 run into the years beside it. */
export const monthEnd = (year: number, month: number): Day => text(Date.UTC(year, month, 0));
export const monthStart = (year: number, month: number): Day => text(Date.UTC(year, month - 1, 1));

/** The same day `count` months on, or the last of that month when it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const end = monthEnd(yearOf(day), monthOf(day) + count);
  const wanted = `${end.slice(0, 8)}${day.slice(8)}`;
  return wanted < end ? wanted : end;
}

/** The day of that weekday (1–7) in the week, Monday first, `weeks` after the one `day` is in. */
export const inWeek = (day: Day, weekday: number, weeks: number): Day =>
  addDays(day, weekday - weekdayOf(day) + weeks * 7);

/** The last day of the quarter `count` after the one `day` is in. */
export const quarterEnd = (day: Day, count = 0): Day =>
  monthEnd(yearOf(day), (Math.ceil(monthOf(day) / 3) + count) * 3);

/** Monday to Friday `count` working days on; public holidays are not looked at. */
export function addWeekdays(day: Day, count: number): Day {
  let place = day;
  for (let left = Math.min(count, 500); left > 0; ) {
    place = addDays(place, 1);
    if (weekdayOf(place) <= 5) left -= 1;
  }
  return place;
}

/**
 * A month and day said without a year: the next to come. One that passed at most 60 days ago stays in the past, since
 * it is more often a slip than a plan for next year: the rules then say so.
 */
export function nearest(today: Day, month: number, day: number): Day | null {
  for (let year = yearOf(today); year <= yearOf(today) + 8; year++) {
    const made = makeDay(year, month, day);
    if (made && daysBetween(made, today) <= 60) return made;
  }
  return null;
}

/** Every match of a global pattern; `matchAll` would copy the pattern for each text. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else found.push(match);
  }
  return found;
}

/** The moment a clock in `zone` shows that time on that day, ISO 8601 with the offset. */
export function momentOf(day: Day, hour: number, minute: number, zone: string): string {
  return formatISO(new TZDate(yearOf(day), monthOf(day) - 1, Number(day.slice(8)), hour, minute, zone));
}
