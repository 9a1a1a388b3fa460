import type { Context, Rule } from './context.ts';
import { addDays, dayOf, monthEnd, monthOf, quarterEnd, weekdayOf, yearOf } from './days.ts';
import { findNumbers } from './numbers.ts';
import { whole } from './shared.ts';

/** Until when 这周, this month, 下个月 … last, by the asker's calendar; null when a text names no such span. */
function endOf(text: string, { now, zone }: Context): string | null {
  const today = dayOf(now, zone);
  const next = /下个?(?:周|星期|礼拜|月|季)|\bnext\b/i.test(text) ? 1 : 0;
  if (/[周]末前|(?:周|星期|礼拜)|\bweek\b/i.test(text)) return addDays(today, 7 - weekdayOf(today) + 7 * next);
  if (/月|\bmonth\b/i.test(text)) return monthEnd(yearOf(today), monthOf(today) + next);
  if (/季|\bquarter\b|\beoq\b/i.test(text)) return quarterEnd(today, next);
  if (/年|\byear\b|\beoy\b/i.test(text)) return `${yearOf(today) + next}-12-31`;
  return null;
}

const closingZh =
  /^(?:我|看看?|查查?|那|现在)?(?:这|本|下)?个?(?:周|星期|礼拜|月|季度?|年)?(?:底|末)?(?:之?前)?(?:我)?(?:还)?(?:能|要|会|有|该|预计|可以|打算|准备|[有会能]){0,3}(?:哪些|哪几个|多少|几个|几单|什么)?(?:商机|单子|单|客户|钱)?(?:能|要|会|预计|可以|快)?(?:成交|签约|签单|签|关单|落单|收|回)(?:的|多少|几个|几单|哪些|下来|单){0,3}(?:商机|单子|钱)?(?:有)?(?:哪些|多少|几个)?[啊呢]?[?]?$/u;
const closingEn =
  /^(?:(?:show me|so|ok|and|list)\s)?(?:how (?:much|many)(?:\s(?:deals?|opps?|of my deals|money|pipeline|revenue))?|what(?:'?s| is| do i have| have i got| deals?)?|which(?: ones| deals?)?|deals?|anything)(?:\s(?:do i have|have i got|i have|i(?:'ve)? got|is there|are there|is|are|will|should|deals?|can i expect|do we have)){0,3}\s?(?:closing|close|closes|due|to close|expected|supposed to close|lined up|to land|landing|signing)(?:\s(?:in|by|before|for))?(?:\s(?:the\s)?end of)?(?:\s(?:this|the|next))?\s(?:week|month|quarter|year)[?]?$/i;

/** The same in any order: 这个月我能签下来的有哪几个,加起来多少钱. What is signed already is another question. */
const closingAny = [
  /^(?=.{0,40}(?:这|本|下)个?(?:周|星期|礼拜|月|季度?|年))(?=.{0,40}(?:签|成交|关单|落单|拿下))(?=.{0,40}(?:哪|多少|几[个单家笔]|什么|啥))(?!.{0,40}(?:签|成交|关|拿下|签下来?)了)[^;!\n]{5,40}$/u,
  /^(?=(?:so |ok |and |hey )?(?:which|what|who|how (?:much|many)|any|list|show)\b)(?=.{0,80}\b(?:this|next|the) (?:week|month|quarter|year)\b)(?=.{0,80}\b(?:clos(?:e|ing)|sign(?:ing)?|land(?:ing)?|book(?:ing)?)\b)[^;!\n]{10,80}$/i,
];

/** Who's my hottest lead, 我最有希望的商机: the list has the best first. */
const best =
  /^(?:who|what|which)(?:'?s| is| are| one is)?\s(?:my|our|the)\s(?:hottest|best|top|strongest|most promising|biggest|newest|latest)\s(leads?|prospects?|deals?|opps?|customers?|accounts?)(?:\s(?:right now|now|today|at the moment|this (?:week|month)))?[?]?$|^(?:看看|查查)?(?:我)?(?:手上|手里|现在|目前)?(?:最|比较)(?:热|好|有希望|值得跟|有戏|大|靠谱)的?(?:一?个|几个|那个)?(线索|商机|单子|客户)(?:是|有)?(?:哪个|哪些|谁|哪几个)?[?]?$/iu;

const silentZh =
  /^(?:我|看看?|查查?|帮我看看?|最近|现在|[\s,]){0,4}(?:这|本|上)?个?(?:周|星期|礼拜|月|段时间)?(?:我|还|都){0,3}(?:有)?(?:哪些|哪几个|什么|谁|哪家|几个|多少)(?:客户|商机|单子|人|家)?(?:我|还|已经|都|超过|[\s有]){0,4}([\d一二两三四五六七八九十半]{1,3}个?(?:天|周|星期|礼拜|月))?(?:以上|多)?(?:我|还|都|了){0,2}(?:没|未)(?:有)?(?:人)?(?:去)?(?:跟进?|联系|碰|动|回访|拜访|打电话|理|管|沟通|聊)过?(?:的|了|呢|啊)?(?:客户|商机|单子)?[?]?$/u;
const silentEn =
  /^(?:which|what|who|any)\s?(?:deals?|customers?|accounts?|ones?|clients?|people)?\s?(?:have i|haven'?t i|i haven'?t|have we|we haven'?t|haven'?t been|not|that i haven'?t|has nobody|are)?\s?(?:not\s)?(?:touched|contacted|called|followed up(?: with| on)?|spoken (?:to|with)|gone quiet|going cold|been in touch with)(?:\s(?:this|in|for|since|over|lately|recently)?\s?(?:the last|the past|a|more than)?\s?(\d+|two|three|a)?\s?(days?|weeks?|months?)?(?:\s(?:lately|recently))?)?[?]?$/i;

const goneQuiet =
  /^(?:who(?:'?s| is| has)?|which (?:deals?|customers?|accounts?|ones)(?: have| are)?|anyone|anybody) (?:gone|going|went) (?:quiet|cold|dark|silent|stale)(?: on (?:me|us))?(?: (?:lately|recently|this (?:week|month)))?[?]?$/i;
const daysPer: [RegExp, number][] = [
  [/月|month/i, 30],
  [/周|星期|礼拜|week/i, 7],
];

/** So many days without a word: 一周 7, 两个月 60; without a number, a week (or a month, when that is what was said). */
function silence(text: string, count: string | undefined): number {
  const per = daysPer.find(([pattern]) => pattern.test(text))?.[1] ?? (count ? 1 : 7);
  const number = count ? (findNumbers(count)[0]?.value.value ?? 1) : 1;
  return Math.max(1, Math.min(3650, Math.round(number * per)));
}

/** What one has: what is to close until when, and whom one has not been in touch with for how long. Both are lists. */
export const stock: Rule = (text, context) => {
  if (text.length > 90) return null;
  const top = best.exec(text);
  if (top)
    return /lead|prospect|线索/i.test(top[1] ?? top[2] ?? '')
      ? whole(text, { name: 'lead.list', input: { whose: 'mine' } }, 0.9)
      : whole(text, { name: 'deal.list', input: { whose: 'mine' } }, 0.9);
  const any = closingAny.some((way) => way.test(text)) && (context.names?.find(text) ?? []).length === 0;
  if (any || closingZh.test(text) || closingEn.test(text)) {
    const closeBy = endOf(text, context);
    return closeBy ? whole(text, { name: 'deal.list', input: { closeBy } }, 0.9) : null;
  }
  const silent = silentZh.exec(text) ?? silentEn.exec(text);
  if (!silent && !goneQuiet.test(text)) return null;
  return whole(text, { name: 'deal.list', input: { silentDays: silence(text, silent?.[1]) } }, 0.9);
};
