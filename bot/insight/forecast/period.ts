import { addDays, dayOf, monthEnd, monthOf, monthStart, yearOf } from '../../understand/days.ts';
import { instantOf } from '../wall-time.ts';
import { isWorkingDay } from '../working-days.ts';

/** A month or a quarter, both ends inclusive (`YYYY-MM-DD`), in the calendar of `zone`. */
export interface Period {
  kind: 'month' | 'quarter';
  from: string;
  to: string;
  zone: string;
}

/** What is committed within so many working days of a period's beginning is committed at its start. */
export const startDays = 3;

/** The month or quarter that is `ahead` after the present one (-1: the one before it). */
export function periodOf(kind: Period['kind'], ahead: number, now: Date, zone: string): Period {
  const today = dayOf(now, zone);
  const months = kind === 'month' ? 1 : 3;
  const first = Math.floor((monthOf(today) - 1) / months) * months + 1 + ahead * months;
  return { kind, from: monthStart(yearOf(today), first), to: monthEnd(yearOf(today), first + months - 1), zone };
}

export const isWithin = (day: string | null, { from, to }: Period) => day !== null && day >= from && day <= to;

/** The first moment of a period, the first after it, and when what is committed at its start is looked at. */
export function momentsIn({ from, to, zone }: Period): { start: Date; end: Date; committed: Date } {
  const midnight = (day: string) => instantOf(`${day} 00:00`, zone);
  let [day, left] = [from, startDays];
  for (; left > 0; day = addDays(day, 1)) if (isWorkingDay(day, zone)) left -= 1;
  return { start: midnight(from), end: midnight(addDays(to, 1)), committed: midnight(day) };
}
