import type { DayRule, Named } from './dates-named.ts';
import { quarterOf, until, wholeMonth } from './dates-reckon.ts';
import {
  addDays,
  addMonths,
  type Day,
  inWeek,
  monthEnd,
  monthOf,
  monthStart,
  quarterEnd,
  weekdayOf,
  yearOf,
} from './days.ts';

/** this, next, last …, in one group of a pattern. */
export const which = '(this|current|next|following|coming|upcoming|last|previous|past)';
/** How many weeks, months … on from this one. */
export const shift = (said = '') =>
  /^(?:next|following|coming|upcoming)/i.test(said) ? 1 : /^(?:last|previous|past)/i.test(said) ? -1 : 0;

function edge(said: string, shifted: string | undefined, unit: string, today: Day): Named | null {
  const by = shift(shifted);
  const end = /^(?:end|late|remain|rest)/i.test(said);
  const middle = /^mid/i.test(said);
  const kind = unit.toLowerCase();
  const late = (day: Day): Named => ({ day: by === 0 && day < today ? today : day, by: true });
  if (kind.startsWith('w')) {
    return end
      ? late(inWeek(today, by === 0 && weekdayOf(today) > 5 ? 7 : 5, by))
      : { day: inWeek(today, middle ? 3 : 1, by) };
  }
  if (kind.startsWith('q')) {
    const first = addDays(quarterEnd(today, by - 1), 1);
    return end ? late(quarterEnd(today, by)) : { day: addDays(first, middle ? 45 : 0) };
  }
  if (kind.startsWith('y')) {
    const year = yearOf(today) + by;
    if (end) return late(monthEnd(year, 12));
    return { day: middle ? monthEnd(year, 6) : monthStart(year, 1) };
  }
  const first = monthStart(yearOf(today), monthOf(today) + by);
  if (end) return late(monthEnd(yearOf(first), monthOf(first)));
  const day = addDays(first, middle ? 14 : 0);
  return { day: day < today && !shifted ? addMonths(day, 1) : day };
}

/** This week, next quarter …: what is aimed at is the end of what runs, the start of what is to come. */
function stretch(said: string, unit: string, today: Day): Named | null {
  const by = shift(said);
  const kind = unit.toLowerCase().replace(/^(?:work(?:ing)?|calendar)[\s-]?/, '');
  if (/^(?:week|wk)/.test(kind) && !kind.startsWith('weekend')) {
    const week = inWeek(today, 1, by);
    return by === 0 ? { ...until(week, inWeek(today, 5, 0), today), week } : { day: week, week };
  }
  if (kind.startsWith('weekend')) return { day: inWeek(today, 6, by) };
  if (kind.startsWith('fort')) return { day: inWeek(today, 1, by * 2), week: inWeek(today, 1, by * 2) };
  if (kind.startsWith('month')) {
    const start = monthStart(yearOf(today), monthOf(today) + by);
    return by === 0 ? wholeMonth(yearOf(start), monthOf(start)) : { day: addMonths(today, by), month: start };
  }
  if (kind.startsWith('q')) {
    const first = addDays(quarterEnd(today, by - 1), 1);
    return by === 0 ? until(first, quarterEnd(today), today) : { day: first };
  }
  if (by !== 0) return { day: monthStart(yearOf(today) + by, 1) };
  // "This year" is said of what is, not of what is aimed at.
  return /^calendar/i.test(unit) ? { day: monthEnd(yearOf(today), 12), by: true } : null;
}

/** Last week is no target; only a weekday beside it makes it a day (Tuesday of last week). */
const pastWeek = (unit: string, today: Day): Named | null =>
  /weekend/i.test(unit) ? null : { day: inWeek(today, 1, -1), week: inWeek(today, 1, -1), beside: true };

/** Stretches as one aims at them: end of month, this week, Q3, the weekend. */
export const englishStretches: DayRule[] = [
  {
    pattern:
      /\b(?:the\s+)?(end|late|later|start|beginning|early|middle|mid|remaining|rest)[\s-]+(?:of\s+|in\s+)?(?:the\s+)?(next|this|following)?\s?(week|month|quarter|year)\b/gi,
    day: (m, today) => edge(m[1] as string, m[2], m[3] as string, today),
  },
  {
    pattern: /\b(?:eow|end of week)\b/gi,
    day: (_m, today) => ({ day: inWeek(today, 5, weekdayOf(today) > 5 ? 1 : 0), by: true }),
  },
  { pattern: /\beom\b/gi, day: (_m, today) => ({ day: monthEnd(yearOf(today), monthOf(today)), by: true }) },
  { pattern: /\beoq\b/gi, day: (_m, today) => ({ day: quarterEnd(today), by: true }) },
  { pattern: /\beoy\b/gi, day: (_m, today) => ({ day: monthEnd(yearOf(today), 12), by: true }) },
  {
    pattern:
      /(?<![a-z\d])(?:the\s)?(?:(?:end|close)\sof\s)?(?:(\d{4})年?[\s-]?|([今明后去])年的?)?(?<![a-z])Q([1-4])\b(?:[\s-](\d{4})\b)?(?:末|底|结束)?/gi,
    day: (m, today) => {
      const year = m[1] ?? m[4];
      const said = m[2] ? yearOf(today) + '去今明后'.indexOf(m[2]) - 1 : null;
      return quarterOf(Number(m[3]), year ? Number(year) : said, today);
    },
  },
  {
    pattern: /\b(?:(\d{4})[\s-])?H([12])(?:[\s-](\d{4}))?\b/g,
    day: (m, today) => {
      if (!m[1] && !m[3]) return null;
      const year = Number(m[1] ?? m[3] ?? yearOf(today));
      const first = m[2] === '1';
      return { day: monthEnd(year, first ? 6 : 12), from: monthStart(year, first ? 1 : 7), by: true };
    },
  },
  {
    pattern: new RegExp(
      `\\b${which}\\s+((?:work(?:ing)?\\s?|calendar\\s)?(?:weekend|week|wk|fortnight|month|quarter|year))\\b(?!\\s(?:trial|license))`,
      'gi',
    ),
    day: (m, today) =>
      shift(m[1]) < 0 && !/week/i.test(m[2] as string)
        ? null
        : shift(m[1]) < 0
          ? pastWeek(m[2] as string, today)
          : stretch(m[1] as string, m[2] as string, today),
  },
  {
    pattern: /\b(?:the\s)?(?<!(?:every|any|each|all|last|next|this)\s)weekend\b/gi,
    day: (_m, today) => ({ day: inWeek(today, 6, 0) }),
  },
  {
    pattern: /\bthe\s(week|month)\safter\snext\b/gi,
    day: (m, today) =>
      m[1] === 'week' ? { day: inWeek(today, 1, 2), week: inWeek(today, 1, 2) } : { day: addMonths(today, 2) },
  },
];
