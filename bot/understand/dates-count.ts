import type { Reading } from './context.ts';
import type { DayRule, Named } from './dates-named.ts';
import { after, type Unit } from './dates-reckon.ts';
import { type Day, matches, quarterEnd } from './days.ts';

const number = '(\\d{1,4}|an?|(?:a\\s)?couple(?:\\sof)?|a\\sfew|half\\san?)';
const unit = '((?:working|business)\\sdays?|days?|weeks?|wks?|fortnights?|months?|mos|quarters?|years?|yrs?)\\b';
const pair = `${number}\\s${unit}`;
const and = ',?\\s(?:and\\s)?';

/** A count in figures or words; NaN when it is none. */
export function countOf(said: string | undefined): number {
  const word = (said ?? '').toLowerCase();
  if (/^half/.test(word)) return 0.5;
  if (/couple/.test(word)) return 2;
  if (word === 'a few') return 3;
  return /^(?:an?|the)$/.test(word) ? 1 : Number(word === '' ? Number.NaN : word);
}

/** The unit an English word counts in. */
export const unitOf = (said: string): Unit =>
  /^(?:work|bus)/i.test(said)
    ? 'weekday'
    : /^d/i.test(said)
      ? 'day'
      : /^w/i.test(said)
        ? 'week'
        : /^f/i.test(said)
          ? 'fortnight'
          : /^m/i.test(said)
            ? 'month'
            : /^q/i.test(said)
              ? 'quarter'
              : 'year';

const grain = (unit: Unit) => (/day|week|night/.test(unit) ? ('days' as const) : ('months' as const));

/** Days counted from today: in 2 wks, 3 days ago, the next 4 business days. */
export const countedDays: DayRule[] = [
  {
    pattern: new RegExp(`\\b(in|within|for|over)\\s(?:the\\s)?(next\\s|following\\s|coming\\s)?${pair}`, 'gi'),
    day: (m, today) => {
      if (/^(?:for|over)/i.test(m[1] as string) && !m[2]) return null;
      const which = unitOf(m[4] as string);
      const day = after(countOf(m[3]), which, today);
      const by = m[2] !== undefined || /^within/i.test(m[1] as string);
      return day && (by ? { day, by } : { day, counted: grain(which) });
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:last|past|previous|next)\\s)\\b(?:${pair}${and})?(?:${pair}${and})?${pair}\\s(ago|later|from\\s(?:now|today)|ahead)\\b`,
      'gi',
    ),
    day: (m, today) => {
      const back = /^ago/i.test(m[7] as string) ? -1 : 1;
      let day: Day | null = today;
      for (const at of [1, 3, 5]) {
        if (m[at] && day) day = after(back * countOf(m[at]), unitOf(m[at + 1] as string), day);
      }
      return day && { day, counted: grain(unitOf(m[6] as string)) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:next|coming|following|upcoming)\\s(\\d{1,3}|(?:a\\s)?couple(?:\\sof)?|few)|(1(?=\\s\\w+\\s\\w+\\b)|\\d{1,3}(?=\\s\\w+\\s\\w+s\\b))\\s(?:next|coming|following|upcoming))\\s${unit}`,
      'gi',
    ),
    day: (m, today) => {
      const count = (m[1] ?? '').toLowerCase() === 'few' ? 3 : countOf(m[1] ?? m[2]);
      const which = unitOf(m[3] as string);
      const day = which === 'quarter' ? (count <= 40 ? quarterEnd(today, count) : null) : after(count, which, today);
      return day && { day, by: true };
    },
  },
];

const offset = new RegExp(
  `\\b(?:(?:more|less)\\sthan\\s)?${pair.replace('an?', 'an?|the')}\\s(from|after|before|since)\\s(?:the\\s)?`,
  'gi',
);

/** Days counted from another day that is named: two weeks before Christmas, 3 days from Tuesday. */
export function offsets(text: string, days: Reading<Named>[]): Reading<Named>[] {
  if (days.length === 0) return [];
  const starts = new Map(days.map((one) => [one.start, one]));
  const found: Reading<Named>[] = [];
  for (const match of matches(offset, text)) {
    const end = match.index + match[0].length;
    const anchor = starts.get(end) ?? starts.get(end - 4);
    if (!anchor || anchor.value.hourOnly || anchor.value.beside) continue;
    const which = unitOf(match[2] as string);
    const count = countOf(match[1]) * (/^before/i.test(match[3] as string) ? -1 : 1);
    const day = after(count, which, anchor.value.day);
    if (day) found.push({ start: match.index, end: anchor.end, value: { day, counted: grain(which) } });
  }
  return found;
}
