import type { Money } from '../intents.ts';
import type { Reading } from './context.ts';
import { type Beside, currencyAfter, currencyBefore } from './currencies.ts';
import { findNumbers, type Numeral } from './numbers.ts';
import { plainChinese, round } from './numeral.ts';
import { remember } from './remember.ts';

const measures =
  /(?:人|名|台|套|家|个|天|周|星期|礼拜|月|年|号|日|点|时|分|折|成|小时|倍|位|次|条|件)|\s?(?:%|kg|km|people|persons?|staff|seats?|users?|employees|licen[cs]es|units|days?|weeks?|wks?|months?|mos?\b|years?|yrs?|hours?|hrs?|min|am|pm|times|st\b|nd\b|rd\b|th\b)/iy;
/** Currencies whose people say "dollars" and mean their own. */
const ownDollar = ['HKD', 'SGD', 'AUD', 'CAD', 'TWD', 'NZD'];
/** 47,250 and nothing it could count behind: a sum, whether its currency is said or not. */
const grouped = /^\d{1,3}(?:,\d{3}){1,3}(?:\.\d\d)?$/;
const closed =
  /^\s?(?:$|[,.;!?)\n]|(?:a|per|with|for|on|at|and|but|by|all|total|this|last|next|today|yesterday|now|instead|flat|net|plus|up|from|signed|closing|deal|so|after|before|if)(?![a-z]))/i;
const link = /^\s{0,2}(?:and\s|又)?$/;
const smaller = /\s?(?:(cents?|pence|mao|[毛角])|(美?分|港仙|(?:日本)?銭)(?!钟|之|公))(?![a-z])/iy;
const closes = /^\s?(?:$|[,.;!?)\n，。])|^\s(?:and|of|more|but|for|per)\b/;

/**
 * Every amount of money in a text. A number counts when it has a currency or a scale (50w, 60k) and no measure after it;
 * with `loose` any number does. `currency` is the one of an amount that names none.
 */
export const findMoney = remember(
  moneyIn,
  (text: string, currency: string, loose = false) => `${currency} ${loose} ${text}`,
);

function moneyIn(text: string, currency: string, loose = false): Reading<Money>[] {
  const plain = plainChinese(text);
  const numbers = findNumbers(plain).filter(({ value }) => Number.isFinite(value.value));
  const found: Reading<Money>[] = [];
  let from = 0;
  for (let index = 0; index < numbers.length; index++) {
    const { start, end, value } = numbers[index] as Reading<Numeral>;
    if (start < from) continue;
    const before = currencyBefore(plain, from, start);
    let after = currencyAfter(plain, end);
    // "$ 10 $ 20" and "rmb 10 usd 20": what follows belongs to the next amount.
    if (before && after && (after.sign || after.currency !== before.currency)) after = null;
    if (!before && !after && !bare(plain, start, end, value, loose)) continue;
    const told = before ?? after;
    const begin = before?.at ?? start;
    const sign = /(?:(?:^|[\s:=到成为])-|负\s?)$/.exec(plain.slice(Math.max(0, begin - 3), begin));
    const cents = after && Number.isInteger(value.value) ? small(plain, after, numbers, index) : null;
    const amount = round(value.value * (before?.by ?? 1) * (after?.by ?? 1)) + (cents?.amount ?? 0);
    const money: Money = { amount: sign ? -amount : round(amount), currency: codeOf(told, currency) };
    if (value.about) money.about = true;
    from = cents?.end ?? after?.at ?? end;
    found.push({ start: begin - (sign ? sign[0].replace(/^[^-负]/, '').length : 0), end: from, value: money });
  }
  return found;
}

function codeOf(told: Beside | null, currency: string): string {
  if (!told) return currency;
  if (told.plain === '元') return currency;
  return told.plain === '$' && ownDollar.includes(currency) ? currency : told.currency;
}

/** Whether a number without a currency can be an amount. */
function bare(text: string, start: number, end: number, value: Numeral, loose: boolean): boolean {
  measures.lastIndex = end;
  if (measures.test(text)) return false;
  const head = text.slice(Math.max(0, start - 8), start);
  if (
    /[#第.:/]$/.test(head) ||
    (/[a-z]$/i.test(head) &&
      /^[\da-z]/i.test(text.slice(start)) &&
      !/\b(?:about|around|some|approx|roughly|budget|amount|price|quote|deal)$/i.test(head))
  )
    return false;
  return value.scaled || loose || (grouped.test(text.slice(start, end)) && closed.test(text.slice(end)));
}

/** The cents or 角 and 分 after whole dollars or 元: 3 dollars 50 cents, 15 dollars 50, 五元三毛, 三块五. */
function small(
  text: string,
  unit: Beside,
  numbers: Reading<Numeral>[],
  index: number,
): { amount: number; end: number } | null {
  let amount = 0;
  let end = unit.at;
  let least = 1;
  for (let at = index + 1; at < numbers.length; at++) {
    const next = numbers[at] as Reading<Numeral>;
    const { value } = next.value;
    if (next.start - end > 5 || !link.test(text.slice(end, next.start))) break;
    if (next.value.scaled || !(value > 0 && value < 100)) break;
    smaller.lastIndex = next.end;
    const named = smaller.exec(text);
    if (named) {
      least = /mao|[毛角]/i.test(named[0]) ? 0.1 : 0.01;
      amount = round(amount + value * least);
      end = smaller.lastIndex;
      continue;
    }
    if (currencyAfter(text, next.end) || !closes.test(text.slice(next.end, next.end + 6))) break;
    const tenth = (unit.plain === '元' || least === 0.1) && value < 10;
    const share = least === 0.1 ? 0.01 : tenth ? 0.1 : 0.01;
    return { amount: round(amount + value * share), end: next.end };
  }
  return amount > 0 ? { amount, end } : null;
}

/** The amount a text is, as a whole (`50w`, `预算 8万5`, `$25k`). Null when it is none or more than one. */
export function readMoney(text: string, currency: string): Money | null {
  const trimmed = text.trim();
  const all = findMoney(trimmed, currency, true);
  const one = all.length === 1 ? all[0] : undefined;
  if (!one) return null;
  const rest = trimmed.slice(0, one.start) + trimmed.slice(one.end);
  return /^[\s-]*$/.test(rest) ? one.value : null;
}
