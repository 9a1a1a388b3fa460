import type { Named } from './dates-named.ts';
import { dayOnWeekday } from './dates-reckon.ts';
import { addDays, type Day, inWeek, makeDay, monthOf, yearOf } from './days.ts';

/** What two names of a day beside each other mean together (Friday, Nov 20; Tuesday of next week). Null when they are two days. */
export function together(one: Named, other: Named, today: Day): Named | null {
  if (one.hourOnly || other.hourOnly) {
    const named = one.hourOnly ? other : one;
    if (named.hourOnly) return null;
    return { ...named, part: one.part ?? other.part, by: one.by || other.by };
  }
  for (const [weekday, rest] of [
    [one, other],
    [other, one],
  ] as const) {
    if (weekday.weekday === undefined || rest.weekday !== undefined) continue;
    if (rest.ofMonth !== undefined && !rest.date) {
      const day = dayOnWeekday(today, rest.ofMonth, weekday.weekday);
      return day ? { day, date: true } : null;
    }
    if (rest.date) return { ...rest, by: one.by || other.by };
    if (rest.week) return { day: inWeek(rest.week, weekday.weekday, 0), date: true };
    if (rest.counted) {
      const near = inWeek(rest.day, weekday.weekday, 0);
      return { day: rest.counted === 'months' && near < rest.day ? addDays(near, 7) : near, date: true };
    }
  }
  for (const [day, month] of [
    [one, other],
    [other, one],
  ] as const) {
    if (day.ofMonth === undefined || day.date || month.month === undefined) continue;
    const made = makeDay(yearOf(month.month), monthOf(month.month), day.ofMonth);
    return made ? { day: made, date: true } : null;
  }
  const same = one.day === other.day && one.from === undefined && other.from === undefined;
  return same && one.date !== other.date ? { ...one, ...other } : null;
}
