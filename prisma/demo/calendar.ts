import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Chance } from './random.ts';

export const dayMs = 86_400_000;

/** The wall time of a moment in a zone, `YYYY-MM-DD HH:mm`, as touches keep it. */
export function wall(at: Date, zone: string): string {
  return format(new TZDate(at, zone), 'yyyy-MM-dd HH:mm');
}

/** The moment `days` days from the local day of `now` (negative: ago), at a wall time of the zone. */
export function local(now: Date, zone: string, days: number, hour: number, minute: number): Date {
  const today = new TZDate(now, zone);
  const at = new TZDate(today.getFullYear(), today.getMonth(), today.getDate() + days, hour, minute, 0, zone);
  return new Date(at.getTime());
}

/** A moment of a weekday's working hours, at most on the day `daysAgo` days ago and never within the last half hour. */
export function workingPast(now: Date, zone: string, daysAgo: number, luck: Chance): Date {
  const latest = now.getTime() - 30 * 60_000;
  const [hour, minute] = [luck.int(9, 17), luck.int(0, 11) * 5];
  for (let back = Math.max(0, Math.round(daysAgo)); ; back++) {
    const at = local(now, zone, -back, hour, minute);
    if (!weekend(at, zone) && at.getTime() <= latest) return at;
  }
}

/** A moment of working hours on a weekday `days` or a little more days ahead. */
export function workingAhead(now: Date, zone: string, days: number, luck: Chance): Date {
  const [hour, minute] = [luck.int(9, 16), luck.pick([0, 0, 30])];
  for (let ahead = days; ; ahead++) {
    const at = local(now, zone, ahead, hour, minute);
    if (!weekend(at, zone)) return at;
  }
}

function weekend(at: Date, zone: string): boolean {
  const weekday = new TZDate(at, zone).getDay();
  return weekday === 0 || weekday === 6;
}
