import { smallNumber } from './dates-zh-said.ts';
import type { TimeRule } from './times-said.ts';

const part = '(凌晨|清晨|一早|早上|早晨|早间|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|深夜|半夜|早|晚|晨)';
const han = '[零一二两三四五六七八九十]{1,3}';

const notHours = '(?!建议|意见|要求|问题|原因|想法|需求|内容|好处|注意|办法|思路)';

/** Hours and parts of the day in Chinese. */
export const chineseTimes: TimeRule[] = [
  {
    pattern: new RegExp(
      `(?<!第)${part}?\\s?(?<!第)(?!一点[不也都儿小没点])(\\d{1,2}|${han})\\s?(?:点|时(?!候|间|段|代))(?!钟?以)(?:钟|整)?(?:(半)|([一三])刻|(\\d{1,2}|${han})分?(?:\\d{1,2}秒)?)?(?![万亿千百\\d折成个])${notHours}`,
      'g',
    ),
    time: (m) => ({
      hour: smallNumber(m[2]),
      minute: m[3] ? 30 : m[4] ? (m[4] === '一' ? 15 : 45) : m[5] ? smallNumber(m[5]) : 0,
      ...(m[1] ? { part: m[1] } : {}),
      ...(/^0|^零/.test(m[2] as string) ? { sure: true } : {}),
    }),
  },
  {
    pattern: new RegExp(`${part}\\s?(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d:])`, 'g'),
    time: (m) => ({ hour: Number(m[2]), minute: Number(m[3]), part: m[1] as string }),
  },
  {
    pattern: new RegExp(`(?<!(?:^|[^周期拜初十])一|整)${part}(?!\\s?(?:\\d|[零一二两三四五六七八九十]+[点时]))`, 'g'),
    time: (m) => ((m[1] as string).length > 1 ? { part: m[1] as string } : null),
  },
  { pattern: /下班(?:之|以)?前/g, time: () => ({ part: 'eod' }) },
  {
    // 3-5点: the hour it begins.
    pattern: new RegExp(
      `${part}?\\s?(?<![\\d:.月])(\\d{1,2}|${han})\\s?[-~到至]\\s?(?:\\d{1,2}|${han})[点时](?!间|候)`,
      'g',
    ),
    time: (m) => ({ hour: smallNumber(m[2]), minute: 0, ...(m[1] ? { part: m[1] } : {}) }),
  },
  {
    pattern: /(?<=[今明后昨日号])([早晚])(?!\s?(?:[上间]|\d|[零一二两三四五六七八九十]+[点时]))/g,
    time: (m) => ({ part: m[1] as string }),
  },
];
