import { countOf } from './dates-count.ts';
import { smallNumber } from './dates-zh-said.ts';

const han = '(\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)';
const count = '(\\d{1,3}|an?|a\\scouple(?:\\sof)?|a\\sfew|half\\san?)';
const unit = '(hours?|hrs?|h|minutes?|mins?)\\b';
const minutesOf = (said: string | undefined, unit: string | undefined) =>
  countOf(said) * (/^h/i.test(unit ?? '') ? 60 : 1);
const hanMinutes = (said: string | undefined, unit: string, half: string | undefined) => {
  const counted = said === '半' ? 0.5 : smallNumber(said);
  return (counted + (half ? 0.5 : 0)) * (unit === '分钟' ? 1 : 60);
};

/** Moments counted in minutes and hours from now: how many minutes on (back when negative), and whether that is a deadline. */
export const soon: { pattern: RegExp; minutes(match: RegExpMatchArray): number; by?: boolean }[] = [
  {
    pattern: new RegExp(`${han}\\s?个?(半)?(小时|钟头|分钟)(?:之|以)?(后|前|内)`, 'g'),
    minutes: (m) => hanMinutes(m[1], m[3] as string, m[2]) * (m[4] === '前' ? -1 : 1),
  },
  {
    pattern: new RegExp(`(?:还剩|之后|再过)\\s?${han}\\s?个?(半)?(小时|钟头|分钟)`, 'g'),
    minutes: (m) => hanMinutes(m[1], m[3] as string, m[2]),
  },
  { pattern: /一刻钟(?:之|以)?后/g, minutes: () => 15 },
  {
    pattern: new RegExp(`\\b(?:in|within)\\s(?:the\\s)?(?:next\\s)?${count}\\s?${unit}`, 'gi'),
    minutes: (m) => minutesOf(m[1], m[2]),
  },
  {
    pattern: new RegExp(`\\b${count}\\s?${unit}\\s(from\\snow|later|ago)\\b`, 'gi'),
    minutes: (m) => minutesOf(m[1], m[2]) * (/^ago/i.test(m[3] as string) ? -1 : 1),
  },
  {
    pattern: new RegExp(`\\b(?:(\\d{1,3})\\s(?:coming|upcoming|next)|next\\s(\\d{1,3}))\\s${unit}`, 'gi'),
    minutes: (m) => minutesOf(m[1] ?? m[2], m[3]),
  },
  { pattern: /\bnext\shour\b/gi, minutes: () => 60 },
];
