import { dayOf, instantOf } from './wall-time.ts';
import { addDays, addWorkingDays, type Hours } from './working-days.ts';

/** When somebody's working day begins that many working days on; with 0, when this one (or the next there is) ends. */
export function afterWorkingDays(now: Date, count: number, { zone, workStart, workEnd, leave }: Hours): Date {
  const day = addWorkingDays(dayOf(now, zone), count, zone, leave);
  return instantOf(`${day} ${count === 0 ? workEnd : workStart}`, zone);
}

/** When the first working day begins that is at least so many calendar days away. */
export function afterDays(now: Date, count: number, { zone, workStart, leave }: Hours): Date {
  const day = addWorkingDays(addDays(dayOf(now, zone), count), 0, zone, leave);
  return instantOf(`${day} ${workStart}`, zone);
}
