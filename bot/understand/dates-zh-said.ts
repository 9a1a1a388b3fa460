import { digits } from './chinese.ts';
import { fullYear, type Unit } from './dates-reckon.ts';
import { type Day, yearOf } from './days.ts';
import { findNumbers } from './numbers.ts';

/** A small number in Chinese figures, as the source of a pattern; so are the others. */
export const han = '[一二两三四五六七八九十]{1,3}';
export const monthName = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s?月份?';
export const year = '(?:(今年|明年|后年|去年|\\d{4}\\s?年|(?<!\\d)\\d{2}年)\\s?的?)';
export const week = '(?:周|星期|礼拜)';

/** A small Chinese or Arabic whole number; NaN when it is none. */
export function smallNumber(said: string | undefined): number {
  if (said === undefined || said === '') return Number.NaN;
  if (/^\d+$/.test(said)) return Number(said);
  // 两三天: the later of both.
  const guess = /^([两二三四五六七八])([三四五六七八九])$/.exec(said);
  if (guess && digits[guess[2] as string] === (digits[guess[1] as string] as number) + 1)
    return digits[guess[2] as string] as number;
  return findNumbers(said)[0]?.value.value ?? Number.NaN;
}

/** 下下 → 2, 上 → -1, 本 → 0. */
export const away = (said = '') => (said.startsWith('上') ? -1 : 1) * said.replace(/[^上下]/g, '').length;

/** The year that was said, a number or one beside this; null when none was. */
export function yearSaid(said: string | undefined, today: Day): number | null {
  if (!said) return null;
  if (/^\d/.test(said)) return fullYear(said.replace(/\D/g, ''));
  return yearOf(today) + ({ 今: 0, 明: 1, 后: 2, 去: -1 }[said[0] as string] ?? 0);
}

/** The unit a length of time is counted in. */
export const unitOf = (said: string): Unit =>
  said.includes('工作日')
    ? 'weekday'
    : /[天日]/.test(said)
      ? 'day'
      : /周|星期|礼拜/.test(said)
        ? 'week'
        : said.includes('季')
          ? 'quarter'
          : said.includes('月')
            ? 'month'
            : 'year';
/** A count, half of one too. */
export const counted = (said: string | undefined) => (said === '半' ? 0.5 : smallNumber(said));
export const units = '(个?工作日|个月|个?星期|个?礼拜|个?季度|周|天|日(?!前)|年)';
