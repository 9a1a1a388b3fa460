import type { Context, Found, Reading, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { addDays, addMonths, dayOf } from './days.ts';
import { about } from './deal.ts';
import { findMoney } from './money.ts';
import { leftovers, mask } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { findPercents } from './percents.ts';

const version = '(?:第\\s?[\\d一二三四五六七八九十]{1,3}\\s?(?:版|次|轮)|新的?一版|新版|v\\d{1,2})';
const heads = [
  /^(?:请|帮我|麻烦|我|已经?|刚刚?|刚才){0,3}(?:给|向|为|跟)\s?([^,;\n]{1,40}?)\s?(?:重新|再|先|正式)?(?:报价|报了?个价|报个?)(?:[:\s]|(?=[\d¥$￥一二三四五六七八九十百两]))/u,
  new RegExp(
    `^(?:给|把)?\\s?([^,;\\n]{1,40}?)\\s?(?:的)?(?:报价\\s?${version}|${version}\\s?报价)\\s?(?:是|为)?[:\\s]?`,
    'u',
  ),
  /^([^,;\n]{1,40}?)\s?(?:的)?报价[:\s]?(?=.{1,40}有效)/u,
  /^(?:please\s)?(?:re-?)?quoted?\s(.{1,60}?)[\s:,]{1,2}(?:at\s|for\s)?(?=[\d$€£¥]|(?:usd|eur|gbp|cny|rmb)\s?\d)/i,
  /^(?:please\s)?(?:(?:a|the|new|second|third|fourth|fifth|next|another|\d(?:st|nd|rd|th)|revised|send|make)\s){1,3}quote\s(?:for|to)\s(.{1,60}?)[\s:,]{1,2}(?:at\s|of\s)?(?=[\d$€£¥]|(?:usd|eur|gbp|cny|rmb)\s?\d)/i,
];

const spans: RegExp[] = [
  /有效期?(?:为|是|到|至)?\s?([\d一二两三四五六七八九十半]{1,3})\s?个?\s?(天|日|周|星期|礼拜|月)(?!\d)(?:内)?(?:有效)?/u,
  /(?<![\d月])([\d一二两三四五六七八九十半]{1,3})\s?个?\s?(天|日|周|星期|礼拜|月)(?:之?内)?有效/u,
  /\b(?:valid|good|holds?)\s(?:for\s)?(\d{1,3}|a|an|one|two|three|four|six)\s(days?|weeks?|months?)\b/i,
];
const until =
  /有效期?(?:为|是)?(?:到|至)?|(?:前|之前)?有效|\b(?:valid|good|holds?)\s(?:until|till|til|through|thru|to|by)\b/i;
const counts: Record<string, number> = { a: 1, an: 1, 半: 0.5 };

/** For how long it holds, as its last day. */
function validity(text: string, context: Context): Reading<string> | null {
  const today = dayOf(context.now, context.zone);
  for (const pattern of spans) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [said, count = '', unit = ''] = match;
    const number = counts[count.toLowerCase()] ?? findNumbers(count)[0]?.value.value;
    if (number === undefined) continue;
    const months = /月|month/i.test(unit);
    const days = Math.round(number * (months ? 30 : /天|日|day/i.test(unit) ? 1 : 7));
    const value = months && Number.isInteger(number) ? addMonths(today, number) : addDays(today, days);
    return { start: match.index, end: match.index + said.length, value };
  }
  const word = until.exec(text);
  const when = word && findWhens(text, context)[0];
  if (!word || !when) return null;
  const start = Math.min(word.index, when.start);
  return { start, end: Math.max(word.index + word[0].length, when.end), value: when.value.day };
}

const clause = /(?:[,;\s]|^)(?:付款(?:方式|条件)?|账期|条款|terms?:?|payment)[:\s]?\s?(\S.{1,300})$/iu;
const filler =
  /报价|价格?|金额|优惠|打|给|让|按|总价|含税|的|为|是|\b(?:at|for|with|a|an|of|is|and|less|minus|discount|price|total)\b/giu;

/** A quote in one sentence: for whom, how much, what comes off it, until when it holds and on what terms. */
export const quoted: Rule = (text, context): Found | null => {
  if (text.length > 400) return null;
  for (const head of heads) {
    const match = head.exec(text);
    if (!match) continue;
    const read = termsIn(text.slice(match[0].length), context);
    if (!read) continue;
    const found = about(
      { name: 'quote.make', input: read, confidence: 0.95, leftover: '', from: 0, to: text.length },
      'deal',
      match[1] as string,
      context,
    );
    return found.leftover === '' ? found : null;
  }
  return null;
};

/** Null when there is neither an amount nor a discount, more than one of them, or words over. */
function termsIn(rest: string, context: Context): Record<string, unknown> | null {
  const said = clause.exec(rest);
  const front = said ? rest.slice(0, said.index) : rest;
  const valid = validity(front, context);
  const left = valid ? mask(front, [valid]) : front;
  const percents = findPercents(left);
  const money = findMoney(mask(left, percents), context.currency);
  const [amount, discount] = [money[0], percents[0]];
  if (money.length > 1 || percents.length > 1 || (!amount && !discount)) return null;
  if (discount && discount.value.kind !== 'off') return null;
  if (amount?.value.about || discount?.value.low !== undefined) return null;
  if (leftovers(mask(left, [...money, ...percents]).replace(filler, ' ')) !== '') return null;
  return {
    ...(amount ? { amount: amount.value } : {}),
    ...(discount ? { discount: discount.value.fraction } : {}),
    ...(valid ? { validUntil: valid.value } : {}),
    ...(said?.[1] ? { terms: said[1].trim() } : {}),
  };
}
