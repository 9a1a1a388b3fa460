import { addDays, isWorkingDay } from './working-days.ts';

/** So many working days may pass without a word before the next one counts as waiting. */
export const patience = 3;

/** How many of the days in a stage were working days, and on how many of them the deal waited. */
export interface Waiting {
  days: number;
  waited: number;
}

/** Numbers the working days of a zone: of any day between `first` and `last`, how many there were up to and with it. */
export function workingCalendar(first: string, last: string, zone: string): (day: string) => number {
  const numbers = new Map<string, number>();
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, zone)) count += 1;
    numbers.set(day, count);
  }
  return (day) => (day < first ? 0 : (numbers.get(day) ?? count));
}

/**
 * The working days from the day a deal entered a stage up to the day it left (or today), the last one not counted. Such a
 * day is one of waiting when the last thing that happened with the customer is more than {@link patience} working days
 * back, and one of working otherwise; entering the stage is a thing that happened. `touched` are the days (`YYYY-MM-DD`)
 * on which there was contact, in order.
 */
export function waiting(
  stay: { from: string; to: string },
  touched: readonly string[],
  number: (day: string) => number,
): Waiting {
  let [days, waited, last, at] = [0, 0, number(stay.from), 0];
  // A day of rest has the number of the working day before it: entered on one, the stage begins with the next.
  const begin = number(addDays(stay.from, -1)) + 1;
  const end = number(addDays(stay.to, -1));
  const numbers = touched.filter((day) => day >= stay.from && day < stay.to).map(number);
  for (let day = begin; day <= end; day += 1) {
    for (; at < numbers.length && (numbers[at] as number) <= day; at += 1) last = Math.max(last, numbers[at] as number);
    days += 1;
    if (day - last > patience) waited += 1;
  }
  return { days, waited };
}
