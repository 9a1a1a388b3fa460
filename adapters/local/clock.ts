import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addHours } from 'date-fns/addHours';
import { nextMonday } from 'date-fns/nextMonday';

export const moves = ['hour', 'tomorrow', 'monday', 'week', 'quarter', 'back'] as const;
export type Move = (typeof moves)[number];

/** Where a move takes the demo clock, by the person's own wall clock; null is back to the real time. */
export function moveTo(move: Move, now: Date, zone: string): Date | null {
  const here = new TZDate(now.getTime(), zone);
  const to: Record<Move, () => Date | null> = {
    hour: () => addHours(here, 1),
    tomorrow: () => nine(addDays(here, 1)),
    monday: () => nine(nextMonday(here)),
    week: () => addDays(here, 7),
    quarter: () => nine(addDays(here, 90)),
    back: () => null,
  };
  const there = to[move]();
  return there && new Date(there.getTime());
}

/** A wall time (`2026-11-24T09:00`) in a zone; null when it is no time. */
export function wallTime(text: string, zone: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts as [number, number, number, number, number];
  const there = new TZDate(year, month - 1, day, hour, minute, zone);
  return there.getMonth() === month - 1 && there.getDate() === day ? new Date(there.getTime()) : null;
}

/** An instant as a wall time (`2026-11-24T09:00`) in a zone. */
export function wall(instant: Date, zone: string): string {
  const there = new TZDate(instant.getTime(), zone);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`;
  return `${day}T${two(there.getHours())}:${two(there.getMinutes())}`;
}

function nine(day: TZDate): TZDate {
  return new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), 9, 0, day.timeZone ?? 'UTC');
}
