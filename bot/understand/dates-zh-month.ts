import type { DayRule, Named } from './dates-named.ts';
import { edgeOf, nthWeek, wholeMonth, yearFor } from './dates-reckon.ts';
import { away, han, monthName, smallNumber, unitOf, year, yearSaid } from './dates-zh-said.ts';
import { addDays, addMonths, type Day, monthEnd, monthOf, monthStart, yearOf } from './days.ts';

function partOfMonth(year: number, month: number, part: string): Named {
  const start = monthStart(year, month);
  if (/^[底末]|下旬/.test(part)) return { day: monthEnd(year, month), by: true };
  return { day: part === '初' || part === '上旬' ? start : addDays(start, 14) };
}

/** The first and last day of the year or month that was said. */
function bounds(said: string | undefined, month: string | undefined, today: Day): [Day, Day] {
  const at = month === undefined ? 0 : smallNumber(month);
  const which = yearSaid(said, today) ?? (at > 0 ? yearFor(today, at) : yearOf(today));
  return at > 0 ? [monthStart(which, at), monthEnd(which, at)] : [monthStart(which, 1), monthEnd(which, 12)];
}

/** Months and parts of them, weeks of a month or a year. */
export const chineseMonths: DayRule[] = [
  {
    pattern: new RegExp(`${year}?${monthName}(底|末|初|中旬|上旬|下旬|中(?!国))?(?!\\d)`, 'g'),
    day: (m, today) => {
      const month = smallNumber(m[2]);
      if (!(month >= 1 && month <= 12)) return null;
      const said = yearSaid(m[1], today) ?? yearFor(today, month);
      return m[3] ? partOfMonth(said, month, m[3]) : wholeMonth(said, month);
    },
  },
  {
    pattern: /(下{1,2}个?|这个?|本|上个?|当)?月(?:的?月)?(底|末|初|中旬|上旬|下旬|中(?!国))/g,
    day: (m, today) => {
      const named = partOfMonth(yearOf(today), monthOf(today) + away(m[1]), m[2] as string);
      return m[1] || named.day >= today ? named : partOfMonth(yearOf(today), monthOf(today) + 1, m[2] as string);
    },
  },
  {
    pattern: /(下{1,2})个?月(?!\s?[底末初中上下份\d一二三四五六七八九十])/g,
    day: (m, today) => ({
      day: addMonths(today, away(m[1])),
      month: monthStart(yearOf(today), monthOf(today) + away(m[1])),
    }),
  },
  {
    pattern: /(?:这个|本|当)月(?!\s?[底末初中上下份\d一二三四五六七八九十])/g,
    day: (_m, today) => wholeMonth(yearOf(today), monthOf(today)),
  },
  {
    pattern: new RegExp(
      `(?:${year}|${monthName})\\s?的?第([一二三四五\\d]{1,2})\\s?(?:个?星期|个?礼拜|周)(?![一二三四五六日天\\d])`,
      'g',
    ),
    day: (m, today) => {
      const [first, last] = bounds(m[1], m[2], today);
      return nthWeek(first, last, smallNumber(m[3]));
    },
  },
  {
    pattern: new RegExp(`${year}\\s?第\\s?(${han}|\\d{1,2})\\s?个月`, 'g'),
    day: (m, today) => wholeMonth(yearSaid(m[1], today) ?? yearOf(today), smallNumber(m[2])),
  },
  {
    pattern: new RegExp(
      `(?:${year}|${monthName})\\s?的?(前|最后)\\s?(\\d{1,2}|${han})\\s?(周|个?星期|个?礼拜|天|个月)`,
      'g',
    ),
    day: (m, today) => edgeOf(bounds(m[1], m[2], today), m[3] === '最后', smallNumber(m[4]), unitOf(m[5] as string)),
  },
];
