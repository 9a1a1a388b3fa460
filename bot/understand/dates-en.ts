import type { DayRule } from './dates-named.ts';
import { fullYear, nextOfMonth, wholeMonth, yearFor } from './dates-reckon.ts';
import {
  addDays,
  addMonths,
  type Day,
  makeDay,
  monthEnd,
  monthOf,
  monthStart,
  nearest,
  weekdayOf,
  yearOf,
} from './days.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The English months, in one group of a pattern. */
export const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const monthGlued = month.replace('\\b\\.?', '\\.?');
/** 1–12 of a month's name. */
export const monthNumber = (said: string | undefined) => months.indexOf((said ?? '').slice(0, 3).toLowerCase()) + 1;

const th = '(?:st|nd|rd|th)?';
const yearAfter = "(?:\\s?,?\\s?(?:(?:of|in)\\s|[/-])?(\\d{4})\\b|\\s(?:of\\s|')(\\d{2})\\b)?";

function dated(which: number, ofMonth: number, year: string | undefined, today: Day, next = false) {
  let day = year ? makeDay(fullYear(year), which, ofMonth) : nearest(today, which, ofMonth);
  if (day && next && day < today) day = addMonths(day, 12);
  return day && { day, date: true };
}

/** Figures with a stroke, a dot or a dash between them, the month first as in the United States unless it cannot be. */
const figured = (first: string, second: string, year: string | undefined, today: Day, next = false) =>
  Number(first) > 12
    ? dated(Number(second), Number(first), year, today, next)
    : dated(Number(first), Number(second), year, today, next);

export const englishDays: DayRule[] = [
  { pattern: /\b(?:today|otd)\b/gi, day: (_m, today) => today },
  { pattern: /\b(?:tomorrow|tmrw|tmr|tmrrw|tmw|tomoz|2moro)\b/gi, day: (_m, today) => addDays(today, 1) },
  { pattern: /\b(?:the )?day after (?:tomorrow|tmrw)\b/gi, day: (_m, today) => addDays(today, 2) },
  { pattern: /\b(?:the )?day before yesterday\b/gi, day: (_m, today) => addDays(today, -2) },
  { pattern: /\byesterday\b/gi, day: (_m, today) => addDays(today, -1) },
  { pattern: /\blast night\b/gi, day: (_m, today) => ({ day: addDays(today, -1), part: 'night' }) },
  { pattern: /\btoni(?:ght|te)\b/gi, day: (_m, today) => ({ day: today, part: 'tonight', hourOnly: true }) },
  {
    pattern: /\b(?:eod|cob|end of (?:the )?day)\b/gi,
    day: (_m, today) => ({ day: today, part: 'eod', hourOnly: true, by: true }),
  },
  {
    pattern: new RegExp(
      `\\b(next\\s)?${monthGlued}[\\s/-]{0,2},?\\s?(?:the\\s)?(\\d{1,2})${th}(?![\\d:]|\\s?[ap]\\.?m)${yearAfter}`,
      'gi',
    ),
    day: (m, today) => dated(monthNumber(m[2]), Number(m[3]), m[4] ?? m[5], today, m[1] !== undefined),
  },
  {
    pattern: new RegExp(
      `(?<![\\d$€£¥.,]|\\d:)(?<![$€£¥]\\s)\\b(next\\s)?(\\d{1,2})${th}[\\s/-]{0,2}(?:day\\s)?(?:of\\s)?${month}${yearAfter}`,
      'gi',
    ),
    day: (m, today) => dated(monthNumber(m[3]), Number(m[2]), m[4] ?? m[5], today, m[1] !== undefined),
  },
  {
    pattern: new RegExp(`\\b(\\d{4})[\\s/-]${month}[\\s/-](\\d{1,2})${th}\\b`, 'gi'),
    day: (m, today) => dated(monthNumber(m[2]), Number(m[3]), m[1], today),
  },
  {
    pattern:
      /(?<![\d/.,$-])(next\s)?(?!24\/7\b)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/]|[.,]\d|\s(?:price|done|of|way|full)\b)/gi,
    day: (m, today) => figured(m[2] as string, m[3] as string, m[4], today, m[1] !== undefined),
  },
  {
    pattern: /(?<![\d/.,$-])(\d{1,2})([-.])(\d{1,2})\2(\d{4})(?![\d/]|[.,-]\d)/g,
    day: (m, today) => figured(m[1] as string, m[3] as string, m[4], today),
  },
  {
    // 7.6 is a day only beside a weekday or after "on": elsewhere a decimal. 7-6 is one when that is the weekday;
    // "Monday 3-5" are hours.
    pattern:
      /(?<=\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s|\bon\s)(\d{1,2})([-.])(\d{1,2})(?![\d/%:]|[.,-]\d|\s?(?:[ap]\.?m|k|m|%|percent|million)\b)/gi,
    day: (m, today) => {
      const named = figured(m[1] as string, m[3] as string, undefined, today);
      if (!named || m[2] === '.') return named;
      const said = /(\w{3})\w*,?\s$/.exec((m.input ?? '').slice(0, m.index))?.[1] ?? '';
      const fits = named.day >= today && weekdayOf(named.day) === weekdays.indexOf(said.toLowerCase()) + 1;
      return fits ? named : null;
    },
  },
  {
    pattern: /(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/g,
    day: (m) => makeDay(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`\\b${month}(?:\\s?,\\s?|\\s(?:of\\s|in\\s)?|[/-])(\\d{4})\\b(?!-\\d)`, 'gi'),
    day: (m) => wholeMonth(Number(m[2]), monthNumber(m[1])),
  },
  {
    pattern: new RegExp(`\\b(\\d{4})\\s${month}(?!\\s?\\d)`, 'gi'),
    day: (m) => wholeMonth(Number(m[1]), monthNumber(m[2])),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|since|during|until|till|through|by|before|after|next|start from|starting)\\s(?:the\\s)?)${month}(?!\\s?\\d|\\s[A-Z])`,
      'gi',
    ),
    day: (m, today) => wholeMonth(yearFor(today, monthNumber(m[1])), monthNumber(m[1])),
  },
  {
    pattern: /(?<=\bthis\s)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi,
    // "this may" is seldom the month.
    day: (m, today) => (m[0] === 'may' ? null : wholeMonth(yearOf(today), monthNumber(m[0]))),
  },
  {
    pattern: new RegExp(
      `\\b(end|late|early|start|beginning|mid|middle)[\\s-]+(?:of\\s+)?(?:the\\s)?${month}(?!\\s?\\d{1,2}(?!\\d))`,
      'gi',
    ),
    day: (m, today) => {
      const which = monthNumber(m[2]);
      const year = yearFor(today, which);
      if (/^(?:end|late)/i.test(m[1] as string)) return { day: monthEnd(year, which), by: true };
      const middle = /^mid/i.test(m[1] as string);
      const from = makeDay(year, which, middle ? 15 : 1);
      return from && (middle ? from : { day: from, from });
    },
  },
  {
    pattern:
      /\b(?:the\s(\d{1,2})(?:st|nd|rd|th)|(?<=\bon\s)(\d{1,2})(?:st|nd|rd|th))(?:\sday\b)?(?:\s(?:of\s)?the\smonth\b)?(?=$|[^\w\s]|\s(?:at|of|in|on|for|from|around|before|after|by|until|till|and|or|to|with|is|was|will|works?|if|then|this|next|morning|afternoon|evening|\d|[(@-]))/gi,
    day: (m, today) => {
      const ofMonth = Number(m[1] ?? m[2]);
      const day = nextOfMonth(today, ofMonth);
      return day && { day, ofMonth };
    },
  },
  {
    // Mon 13th, Friday 31: which month, its weekday tells.
    pattern:
      /(?<=\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s(?:the\s)?)(?:(\d{1,2})(?:st|nd|rd|th)|(1[3-9]|2\d|3[01]))(?![\d:/.-]|\s?[ap]\.?m)\b/gi,
    day: (m, today) => {
      const ofMonth = Number(m[1] ?? m[2]);
      const day = nextOfMonth(today, ofMonth) ?? addMonths(monthStart(yearOf(today), monthOf(today)), 1);
      return { day, ofMonth };
    },
  },
];
