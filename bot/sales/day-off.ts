import { isWorkingDay } from '../insight/working-days.ts';

/** A day that was said and on which nobody works where the person is: it is kept as said, and told. */
export interface DayOff {
  /** UTC midnight of the day. */
  day: Date;
  weekend: boolean;
}

/** Whether a calendar day (`YYYY-MM-DD`) is off; null when it is a working day. */
export function dayOff(day: string, zone: string): DayOff | null {
  if (isWorkingDay(day, zone)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return { day: date, weekend: date.getUTCDay() % 6 === 0 };
}
