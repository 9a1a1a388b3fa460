import type { Money } from '../intents.ts';
import type { Reading } from './context.ts';
import { findNumbers } from './numbers.ts';

const symbols: Record<string, string> = {
  '¥': 'CNY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  hk$: 'HKD',
  a$: 'AUD',
  s$: 'SGD',
  nt$: 'TWD',
  rmb: 'CNY',
  cny: 'CNY',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  hkd: 'HKD',
  jpy: 'JPY',
  sgd: 'SGD',
  aud: 'AUD',
  人民币: 'CNY',
  美元: 'USD',
  美金: 'USD',
  刀: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  dollars: 'USD',
  dollar: 'USD',
  bucks: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  yuan: 'CNY',
  元: '',
  块: '',
  块钱: '',
  圆: '',
  元整: '',
};
const before = /(us\$|hk\$|nt\$|[as]\$|[¥$€£]|rmb|cny|usd|eur|gbp|hkd|sgd|aud|jpy|人民币)\s?$/i;
const after =
  /\s?(人民币|美元|美金|港币|港元|欧元|英镑|日元|块钱|元整|元人民币|元|块|圆|刀|(?:rmb|cny|usd|eur|gbp|hkd|jpy|sgd|aud|dollars?|bucks|euros?|pounds|yuan)(?![a-z])|[€¥$])/iy;
const measures =
  /(?:人|名|台|套|家|个|天|周|星期|礼拜|月|年|号|日|点|时|分|折|成|小时|倍|位|次|条|件)|\s?(?:%|kg|km|people|persons?|staff|seats?|users?|employees|licen[cs]es|units|days?|weeks?|wks?|months?|mos?\b|years?|yrs?|hours?|hrs?|min|am|pm|st\b|nd\b|rd\b|th\b)/iy;

/**
 * Every amount of money in a text. A number counts when it has a currency or a scale (50w, 60k) and no measure after it;
 * with `loose` any number does. `currency` is the one of an amount that names none.
 */
export function findMoney(text: string, currency: string, loose = false): Reading<Money>[] {
  const found: Reading<Money>[] = [];
  for (const { start, end, value } of findNumbers(text)) {
    if (!Number.isFinite(value.value)) continue;
    const head = text.slice(Math.max(0, start - 8), start);
    const symbol = before.exec(head)?.[1];
    after.lastIndex = end;
    const unit = after.exec(text);
    if (!symbol && !unit) {
      measures.lastIndex = end;
      if (
        measures.test(text) ||
        /[#第.:/]$/.test(head) ||
        (/[a-z]$/i.test(head) && !/\b(?:about|around|some|approx|roughly)$/i.test(head))
      )
        continue;
      if (!value.scaled && !loose) continue;
    }
    const from = start - (symbol ? (before.exec(head)?.[0].length ?? 0) : 0);
    const sign = /(?:^|[\s:=到成为])(-|负)\s?$/.exec(text.slice(Math.max(0, from - 3), from));
    const named = symbols[(symbol ?? unit?.[1] ?? '').toLowerCase().replace(/^元人民币$/, '人民币')];
    const dollars = symbol === '$' && ['HKD', 'SGD', 'AUD', 'CAD', 'TWD'].includes(currency) ? currency : named;
    const money: Money = { amount: sign ? -value.value : value.value, currency: dollars || currency };
    if (value.about) money.about = true;
    found.push({
      start: from - (sign ? (sign[1] as string).length : 0),
      end: unit ? after.lastIndex : end,
      value: money,
    });
  }
  return found;
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
