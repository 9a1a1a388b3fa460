import calendar from 'chinese-days';
import type { Named } from './dates-named.ts';
import { addDays, type Day, makeDay, yearOf } from './days.ts';

const fixed: Record<string, [number, number]> = {
  元旦: [1, 1],
  五一: [5, 1],
  劳动节: [5, 1],
  国庆: [10, 1],
  国庆节: [10, 1],
  十一: [10, 1],
  圣诞: [12, 25],
  圣诞节: [12, 25],
  双十一: [11, 11],
  双十二: [12, 12],
};
const lasts: Record<string, number> = { 元旦: 1, 五一: 5, 劳动节: 5, 国庆: 7, 国庆节: 7, 十一: 7, 春节: 8, 过年: 8 };

function festival(name: string, today: Day): Day | null {
  const date = fixed[name];
  if (date) {
    const day = makeDay(yearOf(today), ...date);
    return day && day >= today ? day : makeDay(yearOf(today) + 1, ...date);
  }
  const wanted = { 端午: '端午节', 中秋: '中秋节', 过年: '春节', 清明: '清明' }[name] ?? name;
  return (
    calendar
      .getLunarFestivals(today, addDays(today, 400))
      .find((one) => one.name.some((said) => said.startsWith(wanted)))?.date ?? null
  );
}

/** A festival or the working day before or after it: `match` holds its name and 前 or 后第一个工作日. Null when unknown. */
export function aroundFestival(match: RegExpMatchArray, today: Day): Day | Named | null {
  const day = festival(match[1] as string, today);
  if (!day) return null;
  if (match[2]?.startsWith('前')) return { day: addDays(day, -1), by: match[2] === '前' };
  if (!match[2]) return day;
  let after = addDays(day, lasts[match[1] as string] ?? 1);
  for (let tries = 0; tries < 15 && !calendar.isWorkday(after); tries++) after = addDays(after, 1);
  return after;
}
