import type { Context, Reading } from '../context.ts';
import { toMoment, type When } from '../dates.ts';
import { addDays, dayOf, daysBetween, weekdayOf } from '../days.ts';

/** Words that say it is over, and words that say it is still to come. */
export const already =
  /刚|昨|已经|前天|上周|上个?月|终于|\bwent (?:(?:really|very|so|super|pretty|over|down) ){0,2}(?:well|great|good|fine|ok|okay|badly|poorly|smoothly|nowhere|brilliantly|south|sideways)\b|\b(?:just|yesterday|earlier|already|last (?:week|month|night|mon|tue|wed|thu|fri))\b/i;
export const notDone =
  /(?:打算|准备|计划|要去|想去|约了|约好|安排|\bwill\b|\bgoing to\b|\bneed to\b|\bhave to\b|\bplan(?:ning)? to\b|\blet'?s\b)/i;

const weekday =
  /^(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?(?:\s(?:morning|afternoon|evening|night))?$|^(?:周|星期|礼拜)[一二三四五六日天](?:上午|下午|早上|中午|晚上)?$/i;

/** A day behind these is one that was agreed on. */
const toCome =
  /(?:demo|meeting|call|lunch|dinner|coffee|visit|review|by|until|till|before|again|back|next|due|for|约|再|定|等|到|演示|开会|见面|签约|改|给|发)(?:了|在)?\s?(?:on|for|at)?\s?$/i;

/** A bare weekday in what has taken place is the last one; `sure` that it has, or only when it was in this week. */
export function lastWeekday(text: string, when: Reading<When>, today: string, sure: boolean): Reading<When> {
  if (when.value.day <= today || !weekday.test(text.slice(when.start, when.end).trim())) return when;
  const day = addDays(when.value.day, -7);
  const ahead =
    !/\bwent\b/i.test(text.slice(when.end)) &&
    (toCome.test(text.slice(0, when.start)) || /^\s?(?:再|要|会|想|准备|打算|得|就|继续)/.test(text.slice(when.end)));
  if (ahead || notDone.test(text)) return when;
  return sure || daysBetween(day, today) < weekdayOf(today) ? { ...when, value: { ...when.value, day } } : when;
}

/** The day a touch took place, when another than today was named. */
export function moment(whens: Reading<When>[], context: Context): string | undefined {
  const past = whens.find(({ value }) => value.day < dayOf(context.now, context.zone));
  return past && toMoment({ ...past.value, by: false }, context.zone);
}
