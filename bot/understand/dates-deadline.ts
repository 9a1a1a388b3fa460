import type { Reading } from './context.ts';
import type { Named, When } from './dates-named.ts';
import { addDays, addWeekdays, type Day } from './days.ts';

const afterwards = /^\s?(?:或|及|和)?(?:之前|以前|前(?!天|几|台|后|端))/;
const range = /^\s?(?:到|至|-|~)\s?(?:(?:上午|下午|晚上)?\d{1,2}(?:点半?|:\d{2})|\d{1,2}(?::\d{2})?\s?[ap]m)/i;
const toBe = /\b(?:by|before|until|till|due|no later than|as late as)\s(?:the\s)?$/i;
const since =
  /(?:\b(after|since|starting|starts?|from|beginning|commencing|as early as)\s(?:on\s|from\s)?(?:(?:the|this|next)\s)?)$/i;
const on = /\b(?:on|for|at|in)\s(?:the\s)?$/i;

/** Whether a day or moment is a deadline by the words around it (前, by, EOD), and what before and after a stretch mean. */
export function deadline(
  text: string,
  one: Reading<When>,
  day: Named | undefined,
  part: string | undefined,
  today: Day,
): Reading<When> {
  const told = one.value.clock ? range.exec(text.slice(one.end, one.end + 12)) : null;
  const end = one.end + (told?.[0].length ?? 0);
  const after = afterwards.exec(text.slice(end, end + 4));
  const head = text.slice(Math.max(0, one.start - 24), one.start);
  const before = toBe.exec(head);
  const from = before || after ? null : since.exec(head);
  const said = text.slice(one.start, one.end);
  const ends = day?.by || part === 'eod';
  const inner = /\b(?:by|before|until|till|no later than)\s(?:around\s)?\d/i.test(said);
  const value: When = { ...one.value };
  if (before || after || ends || inner) value.by = true;
  const ahead = /before/i.test(before?.[0] ?? '') || after;
  if (day?.week && ahead) {
    // Before next week is on the Friday before.
    value.day = addDays(day.week, addDays(day.week, -3) < today ? -1 : -3);
  } else if (day?.from) {
    // Before a month is before it begins; since a month is from its first day, after it is past its last.
    if (ahead) value.day = addDays(day.from, -1);
    else if (from && day.feast) value.day = /^after/i.test(from[1] as string) ? addWeekdays(day.day, 1) : day.day;
    else if (from) {
      value.day = /^after/i.test(from[1] as string) && day.from !== day.day ? addDays(day.day, 1) : day.from;
      delete value.by;
    }
  }
  const lead = before ?? (/^(?:after|since|starting)/i.test(from?.[0] ?? '') ? from : on.exec(head));
  return { start: one.start - (lead?.[0].length ?? 0), end: end + (after?.[0].length ?? 0), value };
}
