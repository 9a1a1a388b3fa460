import type { DayRule } from './dates-named.ts';
import { after, fullYear, nextOfMonth } from './dates-reckon.ts';
import { away, counted, han, monthName, smallNumber, unitOf, units, week, year, yearSaid } from './dates-zh-said.ts';
import { addDays, inWeek, makeDay, monthOf, monthStart, nearest, yearOf } from './days.ts';
import { aroundFestival } from './festivals.ts';

const near: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3, 大大后: 4, 昨: -1, 前: -2, 大前: -3 };
const weekdays: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };

/** Days named in Chinese: 大后天, 下周三, 12月5日, 三天后, 国庆后第一个工作日. */
export const chineseDays: DayRule[] = [
  {
    pattern: /(大大后|大后|大前|今|明|后|昨|前)(?:天|日|儿个?)(?!头条|之后》)/g,
    day: (m, today) => addDays(today, near[m[1] as string] ?? 0),
  },
  { pattern: /([今明后昨])(?=[早晚晨]|上午|下午|中午)/g, day: (m, today) => addDays(today, near[m[1] as string] ?? 0) },
  {
    pattern: new RegExp(
      `(?<![每一两个])(下{1,3}|这|本|上{1,3})?个?${week}([一二三四五六日天末]|[1-7](?!\\d))(?!年|期)`,
      'g',
    ),
    day: (m, today) => {
      const weekday = weekdays[m[2] as string] ?? Number(m[2]);
      const day = inWeek(today, weekday, away(m[1]));
      if (m[1]) return { day, of: inWeek(day, 1, 0) };
      return { day: day >= today ? day : addDays(day, 7), weekday };
    },
  },
  {
    pattern: /(\d{4}|(?<!\d)\d{2}(?=年))\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)[日号]?/g,
    day: (m) => {
      const day = makeDay(fullYear(m[1] as string), Number(m[2]), Number(m[3]));
      return day && { day, date: true };
    },
  },
  {
    pattern: new RegExp(`${year}?${monthName}(\\d{1,2}|${han})(?!\\d)[日号]?`, 'g'),
    day: (m, today) => {
      const said = yearSaid(m[1], today);
      const [month, ofMonth] = [smallNumber(m[2]), smallNumber(m[3])];
      const day = said ? makeDay(said, month, ofMonth) : nearest(today, month, ofMonth);
      return day && { day, date: true };
    },
  },
  {
    pattern: new RegExp(
      `(?<!月\\s?)(?:(下{1,2}个?|这个?|本|上个?|当)月)?(\\d{1,2}|${han})[号日](?!线|楼|店|门|院)`,
      'g',
    ),
    day: (m, today) => {
      const ofMonth = smallNumber(m[2]);
      if (!m[1]) {
        const day = nextOfMonth(today, ofMonth);
        return day && { day, ofMonth };
      }
      const start = monthStart(yearOf(today), monthOf(today) + away(m[1]));
      return makeDay(yearOf(start), monthOf(start), ofMonth) ?? nextOfMonth(start, ofMonth);
    },
  },
  {
    pattern: new RegExp(`(?:(?:再?过)\\s?)?(\\d{1,4}|${han}|半)\\s?${units}(?:之|以)?([后内前])(?!端|台|天)`, 'g'),
    day: (m, today) => {
      const day = after((m[3] === '前' ? -1 : 1) * counted(m[1]), unitOf(m[2] as string), today);
      return (
        day && (m[3] === '内' ? { day, by: true } : { day, counted: /[天日]/.test(m[2] as string) ? 'days' : 'months' })
      );
    },
  },
  {
    pattern: new RegExp(`再?过\\s?(\\d{1,4}|${han}|半)\\s?${units}`, 'g'),
    day: (m, today) => after(counted(m[1]), unitOf(m[2] as string), today),
  },
  {
    pattern: new RegExp(
      `${year}?(元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一(?=前|后|假|之)|圣诞|双十一|双十二)节?(前一天|之?前|后第一个工作日|后第一天上班|节后|假期?后|之?后)?`,
      'g',
    ),
    day: aroundFestival,
  },
  {
    // 年后 is after the Spring Festival; 三年后 counts.
    pattern: /(?<![\d一二两三四五六七八九十百半几多数今明去前后本当每全整周])年(后)(?![\d半年])/g,
    day: (_, today) => aroundFestival(['年后', undefined, '春节', '后'] as never, today),
  },
];
