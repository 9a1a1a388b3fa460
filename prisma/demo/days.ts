import { TZDate } from '@date-fns/tz';
import holidays from 'chinese-days';
import { format } from 'date-fns/format';
import type { Chance } from './random.ts';

/** Times around `now`, as people in a zone live them. None draws a random number: the same seed keeps its names on any day. */
export type Days = ReturnType<typeof daysAround>;

const minute = 60_000;

export function daysAround(now: Date) {
  /** `minutes` after midnight of the day that is `days` after today in the zone. */
  const at = (zone: string, days: number, minutes: number) => {
    const today = new TZDate(now, zone);
    const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate() + days];
    return new Date(new TZDate(year, month, date, 0, minutes, 0, zone).getTime());
  };
  const works = (zone: string, days: number) => {
    const noon = new TZDate(at(zone, days, 720), zone);
    // chinese-days reads a Date in the process's own zone: noon there is the same day in any.
    if (zone === 'Asia/Shanghai')
      return holidays.isWorkday(new Date(noon.getFullYear(), noon.getMonth(), noon.getDate(), 12));
    return noon.getDay() !== 0 && noon.getDay() !== 6;
  };
  /** At least `daysAgo` days ago, on a working day. */
  const past = (zone: string, daysAgo: number, minutes: number) => {
    let days = -Math.max(1, daysAgo);
    while (!works(zone, days)) days -= 1;
    return at(zone, days, minutes);
  };
  /** `count` working days after today. */
  const future = (zone: string, count: number, minutes: number) => {
    let days = 0;
    for (let left = count; left > 0; ) {
      days += 1;
      if (works(zone, days)) left -= 1;
    }
    return at(zone, days, minutes);
  };
  /** On the weekday nearest to `daysAgo` days ago: a day off at most. */
  const near = (zone: string, daysAgo: number, minutes: number) => {
    const weekday = new TZDate(at(zone, -daysAgo, 720), zone).getDay();
    return at(zone, -daysAgo + (weekday === 6 ? -1 : weekday === 0 ? 1 : 0), minutes);
  };
  /** Today, `share` (0..1) of the way from nine to a quarter of an hour ago (or six): already past the time to undo it. */
  const earlierToday = (zone: string, share: number) => {
    const end = Math.min(now.getTime() - 15 * minute, at(zone, 0, 18 * 60).getTime());
    const nine = at(zone, 0, 9 * 60).getTime();
    const start = end > nine ? nine : at(zone, 0, 0).getTime();
    const time = start + Math.max(0, end - start) * share;
    return new Date(Math.min(now.getTime(), Math.floor(time / minute) * minute));
  };
  const wall = (time: Date, zone: string) => format(new TZDate(time, zone), 'yyyy-MM-dd HH:mm');
  /** A date column's value: UTC midnight of the day that is `days` after today in the zone. */
  const day = (zone: string, days: number) => new Date(`${wall(at(zone, days, 720), zone).slice(0, 10)}T00:00:00Z`);
  const daysAgo = (time: Date) => Math.floor((now.getTime() - time.getTime()) / (1440 * minute));
  return { now, at, past, future, near, earlierToday, day, wall, daysAgo };
}

/** A minute of the day at which people work: 9:00–11:55 or 13:00–17:40, in steps of five. */
export function workMinute(random: Chance): number {
  return random.yes(0.4) ? 540 + 5 * random.int(0, 35) : 780 + 5 * random.int(0, 56);
}
