import { plainChinese } from './chinese.ts';
import type { Context, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { smallNumber } from './dates-zh-said.ts';
import { addDays, addMonths, dayOf } from './days.ts';
import { resolve } from './refs.ts';
import { whole } from './shared.ts';

const restZh =
  /^(?:请|帮我|那|就)?(?:把|将)?\s?(.{0,30}?)\s?(?:这单|那单|这个单子|那边)?\s?(?:先|暂时|暂且)?(?:放一放|放放|搁一搁|搁置|缓一缓|缓缓|冷一冷|凉一凉|暂停跟进|暂停|停一停)(?:一下|吧|着)?(?:[\s,，。;；]+|\s?)(.*)$/u;
const restEn =
  /^(?:please\s)?(?:pause|park|rest|put on (?:ice|hold)|let)\s(.{1,60}?)(?:\srest)?(?:\s((?:for|until|till)\s.{1,40}))?$/i;
const onHold = /^(?:please\s)?put\s(.{1,60}?)\son (?:ice|hold)(?:\s((?:for|until|till)\s.{1,40}))?$/i;
const wakeZh =
  /^(?:到|等|过)?\s?(.*?)\s?(?:之?后|以后|再)?(?:再)?(?:叫|提醒|喊|通知)?(?:醒)?我?(?:再)?(?:跟进?|联系|看|说|聊|捡起来)?(?:吧|一下)?$/u;

/** Until when: the day some words name, or so long from today; undefined when there are none, null when they say something else. */
function until(words: string, context: Context): string | null | undefined {
  if (words.trim() === '') return undefined;
  const today = dayOf(context.now, context.zone);
  const said = words.trim();
  const span =
    /^(?:for\s)?(?:about\s)?(\d{1,3}|an?|one|two|three|four|five|six|半|[一二两三四五六七八九十]{1,3})\s?(?:个)?(天|日|周|星期|礼拜|月|季度?|年|days?|weeks?|months?|quarters?|years?)$/iu.exec(
      said.replace(/^(?:过|等)\s?/u, ''),
    );
  if (span) {
    const words: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
    const count = words[(span[1] as string).toLowerCase()] ?? smallNumber(span[1]);
    const unit = (span[2] as string).toLowerCase();
    if (!(count > 0 && count < 1000)) return null;
    if (/月|month/.test(unit)) return count < 1 ? addDays(today, 15) : addMonths(today, count);
    if (/季|quarter/.test(unit)) return addMonths(today, Math.round(count * 3));
    if (/年|year/.test(unit)) return addMonths(today, Math.round(count * 12));
    return addDays(today, Math.round(count * (/周|星期|礼拜|week/.test(unit) ? 7 : 1)));
  }
  const found = findWhens(said, context);
  const [one] = found;
  if (!one || found.length > 1) return null;
  const left = (said.slice(0, one.start) + said.slice(one.end)).replace(/^(?:until|till|到|等)|[\s,.]/giu, '');
  return left === '' ? one.value.day : null;
}

/** A deal left in peace for a while: 恒通先放一放 一个月后叫我, pause Northwind for a month. */
export const rest: Rule = (text, context) => {
  const plain = plainChinese(text);
  if (plain.length > 100) return null;
  const zh = restZh.exec(plain);
  const en =
    onHold.exec(plain) ??
    (/^(?:please\s)?let\s/i.test(plain) && !/\srest(?:\s|$)/i.test(plain) ? null : restEn.exec(plain));
  const match = zh ?? en;
  if (!match) return null;
  const words = zh ? (wakeZh.exec((zh[2] ?? '').trim())?.[1] ?? '') : (match[2] ?? '');
  const day = until(words, context);
  if (day === null) return null;
  const name = (match[1] ?? '').replace(/[\s,，:：]+$/u, '');
  // 该推的推一推 该放的放一放 rests nothing.
  if (/[,，;；]|该|\p{Script=Han}\s+\p{Script=Han}/u.test(name)) return null;
  const deal = resolve(name, context, ['deal', 'customer']);
  const input = { ...(deal ? { deal } : {}), ...(day ? { until: day } : {}) };
  const found = whole(text, { name: 'deal.pause', input }, 0.95);
  return deal ? found : { ...found, missing: ['deal'] };
};

const capsuleZh =
  /^(?:看看?|查查?|给我|发我|要|出)?(?:一下|一份)?\s?(.{0,30}?)\s?的?(?:交接卡|交接单|交接资料|交接信息|交接情况)(?:片)?(?:给我|发我|看看)?[?]?$/u;
const capsuleEn =
  /^(?:please\s)?(?:show\s(?:me\s)?|give\s(?:me\s)?)?(?:the\s)?(?:hand-?over|handoff|hand-off)(?:\s(?:card|brief|notes?))?\s(?:of|for|on)\s(.{1,60}?)[?]?$|^(?:please\s)?(?:show\s(?:me\s)?)?(?:the\s)?(.{1,60}?)(?:'s)?\s(?:hand-?over|handoff|hand-off)(?:\s(?:card|brief|notes?))[?]?$/i;

/** What the next one must know: 恒通交接卡, hand-over of Northwind. */
export const handoverCard: Rule = (text, context) => {
  if (text.length > 80) return null;
  const match = capsuleZh.exec(plainChinese(text)) ?? capsuleEn.exec(text);
  if (!match) return null;
  const deal = resolve(match[1] ?? match[2] ?? '', context, ['deal', 'customer', 'lead']);
  const found = whole(text, { name: 'deal.handover', input: deal ? { deal } : {} }, 0.95);
  return deal ? found : { ...found, missing: ['deal'] };
};
