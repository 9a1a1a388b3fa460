import {
  addDays,
  addMonths,
  addWeekdays,
  type Day,
  inWeek,
  makeDay,
  monthEnd,
  monthOf,
  monthStart,
  nearest,
  quarterEnd,
  yearOf,
} from './days.ts';
import { aroundFestival } from './festivals.ts';
import { findNumbers } from './numbers.ts';

/** One way of naming a day: where it stands, and the day it is, seen from `today`. Null when there is no such day. */
export interface DayRule {
  pattern: RegExp;
  day(match: RegExpMatchArray, today: Day): Day | null;
}

const n = '(\\d{1,4}|[一二两兩三四五六七八九十半]{1,3})';
const weekdays: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };
const near: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3, 大大后: 4, 昨: -1, 前: -2, 大前: -3 };

/** A small Chinese or Arabic whole number; NaN when it is none. */
export function smallNumber(said: string | undefined): number {
  if (said === undefined || said === '') return Number.NaN;
  if (/^\d+$/.test(said)) return Number(said);
  return findNumbers(said)[0]?.value.value ?? Number.NaN;
}

const weeksAway = (said: string | undefined) => {
  const ahead = [...(said ?? '')].filter((char) => char === '下').length;
  return ahead || ((said ?? '').startsWith('上') ? -(said as string).replace(/[^上]/g, '').length : 0);
};

function partOfMonth(year: number, month: number, part: string): Day {
  if (part === '底' || part === '末' || part === '下旬') return monthEnd(year, month);
  const start = monthStart(year, month);
  return part === '初' || part === '上旬' ? start : addDays(start, 14);
}

/** The next month of that number, this month included. */
const yearFor = (today: Day, month: number) => yearOf(today) + (month < monthOf(today) ? 1 : 0);

function after(count: number, unit: string, today: Day): Day | null {
  if (!(count >= 0 && count <= 3660)) return null;
  if (unit.includes('工作日')) return addWeekdays(today, count);
  if (/天|日/.test(unit)) return addDays(today, Math.ceil(count));
  if (/周|星期|礼拜/.test(unit)) return addDays(today, Math.round(count * 7));
  if (unit.includes('月')) return count === 0.5 ? addDays(today, 15) : addMonths(today, Math.round(count));
  return addMonths(today, Math.round(count * 12));
}

const counted = (said: string | undefined) => (said === '半' ? 0.5 : smallNumber(said));
const monthSaid = '(?:(今年|明年|后年|去年|\\d{4}年)的?)?(\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?';

function yearSaid(said: string | undefined, today: Day): number | null {
  if (!said) return null;
  if (/^\d/.test(said)) return Number(said.slice(0, 4));
  return yearOf(today) + ({ 今: 0, 明: 1, 后: 2, 去: -1 }[said[0] as string] ?? 0);
}

export const chineseDays: DayRule[] = [
  {
    pattern: /(大大后|大后|大前|今|明|后|昨|前)(?:天|日|儿)/g,
    day: (m, today) => addDays(today, near[m[1] as string] ?? 0),
  },
  { pattern: /(今|明|后|昨)(?=早|晚|上午|下午)/g, day: (m, today) => addDays(today, near[m[1] as string] ?? 0) },
  {
    pattern: /(下{1,3}|这|本|上{1,2})?个?(?:周|週|星期|礼拜)([一二三四五六日天末]|[1-7](?!\d))(?!年|期)/g,
    day: (m, today) => {
      const weekday = weekdays[m[2] as string] ?? Number(m[2]);
      const day = inWeek(today, weekday, weeksAway(m[1]));
      return m[1] || day >= today ? day : addDays(day, 7);
    },
  },
  {
    pattern: /(下{1,3})个?(?:周|星期|礼拜)(?:初|(?![一二三四五六日天末\d底内]))/g,
    day: (m, today) => inWeek(today, 1, weeksAway(m[1])),
  },
  { pattern: /(?:(下{1,2}|这|本)个?)?周(?:底|内)/g, day: (m, today) => inWeek(today, 5, weeksAway(m[1])) },
  {
    pattern: /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/g,
    day: (m) => makeDay(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`${monthSaid}(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?`, 'g'),
    day: (m, today) => {
      const year = yearSaid(m[1], today);
      const month = smallNumber(m[2]);
      return year ? makeDay(year, month, smallNumber(m[3])) : nearest(today, month, smallNumber(m[3]));
    },
  },
  {
    pattern: new RegExp(`${monthSaid}(底|末|初|中旬|上旬|下旬|中)?(?!\\d)`, 'g'),
    day: (m, today) => {
      const month = smallNumber(m[2]);
      if (!(month >= 1 && month <= 12)) return null;
      return partOfMonth(yearSaid(m[1], today) ?? yearFor(today, month), month, m[3] ?? '底');
    },
  },
  {
    pattern: /(下{1,2}个?|这个?|本|上个?|当)?月(底|末|初|中旬|上旬|下旬|中(?!国))/g,
    day: (m, today) => {
      const day = partOfMonth(yearOf(today), monthOf(today) + weeksAway(m[1]), m[2] as string);
      return m[1] || day >= today ? day : partOfMonth(yearOf(today), monthOf(today) + 1, m[2] as string);
    },
  },
  {
    pattern: /(?:(下{1,2}个?|这个?|本|上个?|当)月)?(\d{1,2}|[一二三四五六七八九十]{1,3})[号日](?!线|楼|店|门|院)/g,
    day: (m, today) => {
      const start = monthStart(yearOf(today), monthOf(today) + weeksAway(m[1]));
      const day = makeDay(yearOf(start), monthOf(start), smallNumber(m[2]));
      if (day && (m[1] || day >= today)) return day;
      const next = addMonths(start, 1);
      return makeDay(yearOf(next), monthOf(next), smallNumber(m[2]));
    },
  },
  {
    pattern: /(下{1,2})个?月(?![底末初中上下份\d一二三四五六七八九十])/g,
    day: (m, today) => addMonths(today, weeksAway(m[1])),
  },
  {
    pattern: /(今年|明年|本年|后年)?年?(?:年底|年末|底(?=前))|(?:今年|明年)底/g,
    day: (m, today) => makeDay(yearOf(today) + (m[0].startsWith('明') ? 1 : m[0].startsWith('后') ? 2 : 0), 12, 31),
  },
  { pattern: /明年初|明年年初/g, day: (_m, today) => makeDay(yearOf(today) + 1, 1, 1) },
  { pattern: /(下个?|本|这个?)?(?:季度末|季度底|季末)/g, day: (m, today) => quarterEnd(today, weeksAway(m[1])) },
  {
    pattern: /(?:[第]?([一二三四])季度|[qQ]([1-4]))(?:末|底|结束)?/g,
    day: (m, today) => {
      const end = monthEnd(yearOf(today), smallNumber(m[1] ?? m[2]) * 3);
      return end >= today ? end : monthEnd(yearOf(today) + 1, smallNumber(m[1] ?? m[2]) * 3);
    },
  },
  {
    pattern: new RegExp(`过?${n}\\s?(个?工作日|个?月|个?星期|个?礼拜|周|天|日|年)(?:之后|以后|后|之内|以内|内)`, 'g'),
    day: (m, today) => after(counted(m[1]), m[2] as string, today),
  },
  {
    pattern: new RegExp(`过${n}\\s?(个?工作日|个?月|个?星期|个?礼拜|周|天)`, 'g'),
    day: (m, today) => after(counted(m[1]), m[2] as string, today),
  },
  {
    pattern:
      /(元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆节?|十一(?=前|后|假|之)|圣诞节?|双十一|双十二)(前一天|前|后第一个工作日|后第一天上班|节后|假期后|之?后)?/g,
    day: aroundFestival,
  },
];
