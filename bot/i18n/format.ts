import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';

export type Language = 'zh' | 'en';
const locales = { zh: 'zh-CN', en: 'en-US' } as const;

/** `¥800,000`, `US$60,000`; cents only where there are some. */
export function money(amount: number | string | { toString(): string }, currency: string, language: Language): string {
  const value = Number(amount);
  try {
    return new Intl.NumberFormat(locales[language], {
      style: 'currency',
      currency,
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: 2,
    }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
}

/** A calendar day without a time, kept as UTC midnight. */
export function day(date: Date, language: Language): string {
  const thisYear = new Date(date).getUTCFullYear();
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    year: thisYear ? 'numeric' : undefined,
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(date);
}

/** A moment as the person would say it: today and tomorrow by name, else the date; 24-hour clock in Chinese. */
export function moment(at: Date, now: Date, zone: string, language: Language): string {
  const away = differenceInCalendarDays(new TZDate(at, zone), new TZDate(now, zone));
  const time = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: language === 'zh' ? 'h23' : 'h12',
  }).format(at);
  const names: Record<string, [string, string]> = {
    '-1': ['昨天', 'yesterday'],
    0: ['今天', 'today'],
    1: ['明天', 'tomorrow'],
    2: ['后天', ''],
  };
  const named = names[String(away)]?.[language === 'zh' ? 0 : 1];
  const date =
    named ||
    new Intl.DateTimeFormat(locales[language], {
      timeZone: zone,
      month: language === 'zh' ? 'long' : 'short',
      day: 'numeric',
      weekday: 'short',
    }).format(at);
  return `${date} ${time}`;
}

/** A moment with its date and weekday however near it is, and the year when it is another one. */
export function appointment(at: Date, now: Date, zone: string, language: Language): string {
  const year = (moment: Date) => new TZDate(moment, zone).getFullYear();
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    year: year(at) === year(now) ? undefined : 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: language === 'zh' ? 'h23' : 'h12',
  }).format(at);
}

/** A calendar day (kept as UTC midnight) and its weekday, each on its own: `12月5日` and `周六`, `Dec 5` and `Saturday`. */
export function dayAndWeekday(date: Date, language: Language): [day: string, weekday: string] {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options }).format(date);
  return language === 'zh'
    ? [format({ month: 'long', day: 'numeric' }), format({ weekday: 'short' })]
    : [format({ month: 'short', day: 'numeric' }), format({ weekday: 'long' })];
}

/** A share of a whole: 0.7 → `70%`. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** What is taken off a price: 0.15 → `15% off`, in Chinese also as it is said, `15%（85折）`. */
export function discount(share: number, language: Language): string {
  const off = percent(share, language);
  if (language === 'en') return `${off} off`;
  const left = Math.round((1 - share) * 1000) / 10;
  return share > 0 && share < 1 ? `${off}（${left % 10 === 0 ? left / 10 : left}折）` : off;
}

/** A phone number as people of the language group it; E.164 in, a readable one out. */
export function phone(number: string): string {
  const china = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(number);
  return china ? `${china[1]} ${china[2]} ${china[3]}` : number;
}

/** `+8613862011234` → `138 **** 1234`: for people who need not know it. */
export function masked(number: string): string {
  const shown = phone(number);
  const digits = shown.replace(/\D/g, '');
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)} **** ${digits.slice(-4)}`;
}
