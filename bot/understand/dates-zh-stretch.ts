import type { DayRule } from './dates-named.ts';
import { quarterOf, until } from './dates-reckon.ts';
import { away, week, year, yearSaid } from './dates-zh-said.ts';
import { addDays, inWeek, makeDay, monthEnd, monthOf, monthStart, quarterEnd, yearOf } from './days.ts';

const quarters: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** Weeks, quarters, halves and years as a seller names them to aim at. */
export const chineseStretches: DayRule[] = [
  {
    pattern: new RegExp(`(下{1,3})个?${week}(?:初|(?![一二三四五六日天末\\d底内]))`, 'g'),
    day: (m, today) => {
      const monday = inWeek(today, 1, away(m[1]));
      return { day: monday, week: monday };
    },
  },
  { pattern: /(?:(下{1,2}|这|本)个?)?周[底内]/g, day: (m, today) => ({ day: inWeek(today, 5, away(m[1])), by: true }) },
  {
    pattern: new RegExp(`(?:这个?|本)${week}(?![一二三四五六日天末\\d底内初])`, 'g'),
    day: (_m, today) => ({ ...until(inWeek(today, 1, 0), inWeek(today, 5, 0), today), week: inWeek(today, 1, 0) }),
  },
  {
    pattern: /([上下])半周/g,
    day: (m, today) => until(inWeek(today, m[1] === '上' ? 1 : 4, 0), inWeek(today, m[1] === '上' ? 3 : 5, 0), today),
  },
  {
    pattern: /([上下])半月/g,
    day: (m, today) => {
      const start = monthStart(yearOf(today), monthOf(today));
      return m[1] === '上'
        ? until(start, addDays(start, 14), today)
        : until(addDays(start, 15), monthEnd(yearOf(today), monthOf(today)), today);
    },
  },
  {
    pattern: new RegExp(`${year}([上下前后])半年|([上下])半年`, 'g'),
    day: (m, today) => {
      const first = /[上前]/.test(m[2] ?? m[3] ?? '');
      let which = yearSaid(m[1], today) ?? yearOf(today);
      if (!m[1] && first && monthOf(today) > 6) which += 1;
      return { day: monthEnd(which, first ? 6 : 12), from: monthStart(which, first ? 1 : 7), by: true };
    },
  },
  {
    pattern: /(今年|明年|本年|后年)?年?(?:年底|年末|底(?=前))|(?:今年|明年)底/g,
    day: (m, today) => {
      const day = makeDay(yearOf(today) + (m[0].startsWith('明') ? 1 : m[0].startsWith('后') ? 2 : 0), 12, 31);
      return day && { day, by: true };
    },
  },
  { pattern: /明年初|明年年初/g, day: (_m, today) => makeDay(yearOf(today) + 1, 1, 1) },
  {
    pattern: /明年(?!\s?的?[年初底末上下前后第最\d一二三四五六七八九十Qq])/g,
    day: (_m, today) => ({ day: monthStart(yearOf(today) + 1, 1), from: monthStart(yearOf(today) + 1, 1) }),
  },
  {
    pattern: /(下个?|本|这个?)?(?:季度末|季度底|季末)/g,
    day: (m, today) => ({ day: quarterEnd(today, away(m[1])), by: true }),
  },
  {
    pattern: /(下个?|本|这个?)季度(?![末底])/g,
    day: (m, today) =>
      away(m[1]) > 0
        ? addDays(quarterEnd(today), 1)
        : until(addDays(quarterEnd(today, -1), 1), quarterEnd(today), today),
  },
  {
    pattern: new RegExp(`${year}?第?([一二三四1-4])季度(?:末|底|结束)?`, 'g'),
    day: (m, today) => quarterOf(quarters[m[2] as string] ?? Number(m[2]), m[1] ? yearSaid(m[1], today) : null, today),
  },
];
