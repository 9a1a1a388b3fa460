import calendar from 'chinese-days';
import type { Named } from './dates-named.ts';
import { yearSaid } from './dates-zh-said.ts';
import { addDays, type Day, makeDay, monthStart, yearOf } from './days.ts';

const fixed: Record<string, [number, number]> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  国庆: [10, 1],
  十一: [10, 1],
  圣诞: [12, 25],
  双十一: [11, 11],
  双十二: [12, 12],
};
const lasts: Record<string, number> = { 元旦: 1, 五一: 5, 劳动节: 5, 国庆: 7, 十一: 7, 春节: 8, 过年: 8 };

function festival(name: string, from: Day): Day | null {
  const date = fixed[name];
  if (date) {
    const day = makeDay(yearOf(from), ...date);
    return day && day >= from ? day : makeDay(yearOf(from) + 1, ...date);
  }
  const wanted = { 端午: '端午节', 中秋: '中秋节', 过年: '春节' }[name] ?? name;
  return (
    calendar.getLunarFestivals(from, addDays(from, 400)).find((one) => one.name.some((said) => said.startsWith(wanted)))
      ?.date ?? null
  );
}

/**
 * A festival or the working day before or after it: `match` holds the year, its name and 前 or 后第一个工作日. Null when
 * unknown.
 */
export function aroundFestival(match: RegExpMatchArray, today: Day): Day | Named | null {
  const [, said, name = '', side] = match;
  const year = yearSaid(said, today);
  const day = festival(name, year === null ? today : monthStart(year, 1));
  if (!day) return null;
  if (side && /^之?前/.test(side)) return { day: addDays(day, -1), by: !side.endsWith('天') };
  if (!side) return day;
  let after = addDays(day, lasts[name] ?? 1);
  for (let tries = 0; tries < 15 && !calendar.isWorkday(after); tries++) after = addDays(after, 1);
  return after;
}
