import calendar from 'chinese-days';
import { isAway, type Span } from './leave.ts';
import { dayOf, instantOf } from './wall-time.ts';

/** When somebody works: an IANA zone and wall times `HH:mm`; on days of leave they do not. */
export interface Hours {
  zone: string;
  workStart: string;
  workEnd: string;
  leave?: readonly Span[];
}

const mainland = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'Asia/Kashgar', 'PRC']);
const published = new Map<number, boolean>();

/** The day `count` days after a calendar day (`YYYY-MM-DD`). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Whether the working days of a year are known. Elsewhere they are Monday to Friday; mainland China's holidays and
 * make-up days are published each autumn for the next year (State Council, by way of the package chinese-days): until
 * then its weekdays are the best guess, and this says false.
 */
export function yearKnown(year: number, zone = 'Asia/Shanghai'): boolean {
  if (!mainland.has(zone)) return true;
  let known = published.get(year);
  if (known === undefined) {
    known = calendar.getHolidaysInRange(noon(`${year}-01-01`), noon(`${year}-12-31`), false).length > 0;
    published.set(year, known);
  }
  return known;
}

/** Whether people work on a calendar day (`YYYY-MM-DD`) where the zone is. See {@link yearKnown} for how sure that is. */
export function isWorkingDay(day: string, zone = 'Asia/Shanghai'): boolean {
  if (mainland.has(zone) && yearKnown(Number(day.slice(0, 4)), zone)) return calendar.isWorkday(noon(day));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The `count`th working day after a day that is no day of `leave`; with 0, the day itself or the first such day after it. */
export function addWorkingDays(
  day: string,
  count: number,
  zone = 'Asia/Shanghai',
  leave: readonly Span[] = [],
): string {
  let at = count === 0 ? day : addDays(day, 1);
  let left = Math.max(count, 1);
  for (;;) {
    if (isWorkingDay(at, zone) && !isAway(at, leave)) left -= 1;
    if (left === 0) return at;
    at = addDays(at, 1);
  }
}

/** The first of the `count` working days that end with `day`, wherever people of the zone are on leave. */
export function workingDaysBack(day: string, count: number, zone = 'Asia/Shanghai'): string {
  let at = day;
  for (let left = isWorkingDay(day, zone) ? count - 1 : count; left > 0; ) {
    at = addDays(at, -1);
    if (isWorkingDay(at, zone)) left -= 1;
  }
  return at;
}

/** The beginning of the person's next working day after now, as a moment. */
export function nextWorkingTime(now: Date, { zone, workStart, leave }: Hours): Date {
  return instantOf(`${addWorkingDays(dayOf(now, zone), 1, zone, leave)} ${workStart}`, zone);
}

/** An hour into somebody's working day, as a wall time `HH:mm`: when a touch without a time of its own is due. */
export function anHourIn({ workStart, workEnd }: Hours): string {
  const [hour = 0, minute = 0] = workStart.split(':').map(Number);
  const later = `${String(hour + 1).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return hour < 23 && later < workEnd ? later : workStart;
}

/** chinese-days reads a Date in the process's own zone and a text as UTC: noon of the process's zone is safe in any. */
function noon(day: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
