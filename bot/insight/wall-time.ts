import { tzOffset } from '@date-fns/tz';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Thrown for a zone that is not in the IANA database, or a wall time that is none. */
export class WallTimeError extends Error {}

/** The wall time of a moment in an IANA zone, `YYYY-MM-DD HH:mm`. */
export function wallTimeOf(at: Date, zone: string): string {
  const local = new Date(at.getTime() + offset(zone, at.getTime()));
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/** The calendar day of a moment in an IANA zone, `YYYY-MM-DD`. */
export function dayOf(at: Date, zone: string): string {
  return wallTimeOf(at, zone).slice(0, 10);
}

/**
 * The moment at which clocks in an IANA zone show `wall` (`YYYY-MM-DD HH:mm`). A time the clocks jump over (spring)
 * gives the first moment after the jump; one they show twice (autumn) gives the first of the two.
 */
export function instantOf(wall: string, zone: string): Date {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/.exec(wall);
  if (!match) throw new WallTimeError(`"${wall}" is no wall time; write YYYY-MM-DD HH:mm`);
  const [year = 0, month = 0, date = 0, hour = 0, minutes = 0] = match.slice(1).map(Number);
  const local = Date.UTC(year, month - 1, date, hour, minutes);
  if (new Date(local).toISOString().slice(0, 16).replace('T', ' ') !== wall.replace('T', ' '))
    throw new WallTimeError(`"${wall}" is no day or time of the calendar`);
  const before = offset(zone, local - day);
  const after = offset(zone, local + day);
  const [first] = [local - before, local - after]
    .filter((instant) => instant + offset(zone, instant) === local)
    .sort((a, b) => a - b);
  return new Date(first ?? jump(zone, local - after, local - before, before));
}

/** Milliseconds to add to UTC. */
function offset(zone: string, instant: number): number {
  const minutes = tzOffset(zone, new Date(instant));
  if (Number.isNaN(minutes)) throw new WallTimeError(`"${zone}" is no time zone; write one like Asia/Shanghai`);
  return minutes * minute;
}

/** The first whole minute within `low`…`high` at which the zone's offset is no longer `before`. */
function jump(zone: string, low: number, high: number, before: number): number {
  let [from, to] = [low / minute, high / minute];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (offset(zone, middle * minute) === before) from = middle + 1;
    else to = middle;
  }
  return from * minute;
}
