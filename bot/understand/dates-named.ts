import type { Day } from './days.ts';
import type { Clock } from './times-said.ts';

/** A point in time as said: a day, perhaps a clock; `by` when it was a deadline (周五前, by Friday). */
export interface When {
  day: Day;
  clock?: Clock;
  by?: boolean;
}

/** A day as it was named, with what the words beside it may still change. */
export interface Named {
  day: Day;
  /** 1–7 when only its weekday was said. */
  weekday?: number;
  /** Of which month the 25th is may be said beside it. */
  ofMonth?: number;
  /** A date of the calendar: it outweighs a weekday beside it. */
  date?: boolean;
  /** The Monday of a week said as such: a weekday beside it is a day of that week. */
  week?: Day;
  /** The Monday of the week it was said with (下周三): the weekday after 或 is of that week too. */
  of?: Day;
  /** A feast: after it work begins on the next weekday. */
  feast?: boolean;
  /** The first day of a month said as such: a day of the month beside it is a day of that month. */
  month?: Day;
  /** Counted from another day (two months from now): a weekday beside it is the one near. */
  counted?: 'days' | 'months';
  /** The first day of a stretch whose last day (or middle) is `day`. */
  from?: Day;
  /** A deadline. */
  by?: boolean;
  /** The part of the day it names (tonight, EOD). */
  part?: string;
  /** It names a day only beside a weekday (last week). */
  beside?: boolean;
  /** Only the end of a day or its evening: which day may be said beside it. */
  hourOnly?: boolean;
}

/** One way of naming a day: where it stands, and the day it is, seen from `today`. Null when there is no such day. */
export interface DayRule {
  pattern: RegExp;
  day(match: RegExpMatchArray, today: Day): Day | Named | null;
}
