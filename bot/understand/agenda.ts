import type { Context, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { addDays, dayOf, weekdayOf } from './days.ts';
import { recordsIn } from './doubt/said.ts';
import { whole } from './shared.ts';

const things = '(?:待办|安排|日程|行程|任务|约会?|事情?|会议?|拜访|跟进|计划)';
/** \ue003 stands for the day or the week that was named. */
const askedZh = [
  new RegExp(
    `^(?:看看|看下|查查|查下|列一下|帮我看看?)?(?:我)?\\ue003(?:我)?(?:上午|下午|晚上)?(?:都|还)?(?:的|有|要|得|约了?|见|跟进?|跑|去|拜访|联系|回访){0,3}(?:哪些|哪几个|什么|啥|几个|几件|多少|谁|哪家)?(?:客户)?(?:的)?${things}?(?:要做|要跟|要跑|要见|没做)?(?:呢|啊|吗|没)?[?]?$`,
    'u',
  ),
  new RegExp(`^(?:看看|看下|查查)?(?:我)?(?:的)?${things}\\ue003(?:的)?[?]?$`, 'u'),
];
const askedEn = [
  /^(?:so |ok |and )?(?:what(?:'?s| is| do i have| have i got| am i doing)|show me|show|list|any(?:thing)?|who am i (?:seeing|meeting)|where am i going|do i have)\s(?:my |the |any |a )?(?:on |planned |scheduled |up |coming up |lined up |booked )?(?:to.?dos?|tasks?|agenda|plan|schedule|calendar|meetings?|calls?|appointments?|visits?|anything)?\s?(?:on |for |due )?\ue003[?]?$/i,
  /^(?:my |the )?(?:to.?dos?|tasks?|agenda|plan|schedule|calendar|meetings?|calls?|appointments?|visits?|follow-?ups?)\s(?:on |for |due )?\ue003[?]?$/i,
  /^\ue003(?:'s)?\s(?:to.?dos?|tasks?|agenda|plan|schedule|calendar|meetings?|calls?|appointments?|visits?)[?]?$/i,
];
/** A day with 跟进 behind it is something to do; with one of these it asks. */
const saysSo = /待办|安排|日程|行程|任务|计划|哪|什么|啥|谁|几个|几件|多少|[吗?]$/u;

/** The week or the day a text names, where it stands. */
function named(text: string, context: Context): { start: number; end: number; from: string; to: string } | null {
  const today = dayOf(context.now, context.zone);
  const week = /(?:这|本|下)个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])|\b(?:this|next) week\b/iu.exec(text);
  if (week) {
    const monday = addDays(today, 1 - weekdayOf(today) + (/下|next/i.test(week[0]) ? 7 : 0));
    const from = monday < today ? today : monday;
    return { start: week.index, end: week.index + week[0].length, from, to: addDays(monday, 6) };
  }
  const [when, ...more] = findWhens(text, context);
  if (!when || more.length > 0 || when.value.clock || when.value.day < today) return null;
  return { start: when.start, end: when.end, from: when.value.day, to: when.value.day };
}

/** What one has planned on another day than today: what's on Friday, 这周有哪些待办, 明天要见谁. */
export const agenda: Rule = (text, context) => {
  if (text.length > 60 || recordsIn(text, context).length > 0) return null;
  const day = named(text, context);
  const chinese = /\p{Script=Han}/u.test(text);
  if (!day || (chinese && !saysSo.test(text))) return null;
  const veiled = `${text.slice(0, day.start)}\ue003${text.slice(day.end)}`;
  if (!(chinese ? askedZh : askedEn).some((pattern) => pattern.test(veiled))) return null;
  const today = dayOf(context.now, context.zone);
  if (day.from === today && day.to === today) return whole(text, { name: 'plan.today', input: {} }, 0.9);
  return whole(text, { name: 'plan.agenda', input: { from: day.from, to: day.to } }, 0.9);
};
