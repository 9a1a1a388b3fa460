import { from, half, halved, unlike } from './times-en.ts';
import type { Spoken, TimeRule } from './times-said.ts';

const clock = '(\\d{1,2})(?:[:.]([0-5]\\d))?';
const own = `(?:\\s?${half})?`;

/** From one hour to another (3-4pm, from 10:30 to 3, between 2 and 4:30pm): the hour it begins. */
function begins(m: RegExpMatchArray): Spoken | null {
  const [said, lead = '', hour, minutes, ownHalf, , end, endMinutes, endHalf] = m;
  if (/and/i.test(m[5] as string) && !/between/i.test(lead)) return null;
  const minute = minutes ? Number(minutes) : 0;
  const half = ownHalf ?? endHalf;
  if (half) {
    // 11-2pm begins in the morning.
    const before = !ownHalf && Number(hour) % 12 > Number(end) % 12;
    const which = before ? (/p/i.test(half) ? 'a' : 'p') : half;
    return { hour: halved(Number(hour), which) as number, minute, sure: true };
  }
  const told = minutes !== undefined || endMinutes !== undefined || /^0\d/.test(said);
  return { hour: Number(hour), ...(told ? { minute } : { weak: true }) };
}

export const englishSpans: TimeRule[] = [
  {
    pattern: new RegExp(
      `(?:\\b(from|between|at)\\s|@\\s?)?${from}${clock}${own}\\s?(-|to|until|till|and)\\s?${clock}(?:\\s?${half}|(?![\\d:/-]|[.,]\\d)${unlike})`,
      'gi',
    ),
    time: begins,
  },
];
