import type { Reading } from './context.ts';
import { findNumbers, type Numeral } from './numbers.ts';
import { plainChinese, round } from './numeral.ts';
import { apart } from './words.ts';

/** A share of a whole (七成, 70%), or what comes off a price (85折, 8个点, 15% off); both as a fraction, of a range the middle. */
export interface Percent {
  fraction: number;
  kind: 'share' | 'off';
  low?: number;
  high?: number;
}

const hundredths = /\s{0,3}(?:%(?![0-9a-f]{2})|per\s?cents?\b|percentages?\b|pct\b|个\s{0,2}百\s{0,2}分\s{0,2}点)/iy;
const points = /\s?个点(?![子位名])|\s?points?(?=\s(?:off|discount))/iy;
const tenths =
  /\s{0,2}成(?!不变|[都交功为员长本立果绩品像熟])(?:(半)|\s?([一二三四五六七八九])(?![个十百千万折成点号月]))?/y;
const price = /\s{0,2}折(?!叠|腾|合|算|旧|线)/y;
const offAfter = /^\s?(?:的?(?:折扣|优惠)|off\b|discount|rebate|reduction|cheaper|price cut|below)/i;
const offBefore =
  /(?:优惠|让利?|降价?|便宜|折扣|下浮|减免?|打掉|少|discount(?:\sof)?|knock(?:ed)?|off by|cut(?:\sof|\sby)?|reduce(?:d)? by|take|took)(?:了|到|是|大?约)?\s?$/i;
const moreBefore = /(?:毛利|净利|利润率?|税|提成|佣金|占比?|份额|涨|加|升|增长?|提高|高出)(?:了|到|至)?\s?$/;
/** 比我们便宜两成: what another's price is below ours, and nothing we give. */
const belowOurs = /比(?:我们?|咱们?|你们)(?:家|这边)?(?:的?(?:报价|价格))?(?:还|要|都)?(?:便宜|低|少)了?\s?$/u;
const parts = /(?<![\d零〇一二两三四五六七八九十百千万亿.])([百千万亿佰仟]{1,4})\s{0,2}分\s{0,2}之\s{0,2}/g;
const units: Record<string, number> = { 百: 100, 佰: 100, 千: 1e3, 仟: 1e3, 万: 1e4, 亿: 1e8 };

/** Every percentage, share and discount in a text. */
export function findPercents(text: string): Reading<Percent>[] {
  const plain = plainChinese(text).replace(/\bhttps?:\/\/\S+/gi, (link) => ' '.repeat(link.length));
  const numbers = findNumbers(plain);
  const starts = new Map(numbers.map((number) => [number.start, number]));
  const found: Reading<Percent>[] = [];
  for (const number of numbers) {
    const one = counted(plain, number);
    if (one) found.push(one);
  }
  for (const match of plain.matchAll(parts)) {
    const by = [...(match[1] as string)].reduce((product, char) => product * (units[char] as number), 1);
    const from = match.index + match[0].length;
    const number = starts.get(from);
    if (number) found.push(reading(plain, { ...number, start: match.index }, number.end, 1 / by, 'share'));
    else if (/^[百佰]/.test(plain.slice(from)) && by === 100)
      found.push({ start: match.index, end: from + 1, value: { fraction: 1, kind: 'share' } });
  }
  for (const match of plain.matchAll(/(打\s?)(?:对|半)\s?折|(?<![一二三四五六七八九\d.点])半(折|成)(?![一-龥]?叠)/g))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: match[2] === '成' ? { fraction: 0.05, kind: 'share' } : { fraction: 0.5, kind: 'off' },
    });
  return apart(found);
}

function counted(text: string, number: Reading<Numeral>): Reading<Percent> | null {
  const { value } = number.value;
  const ends = (pattern: RegExp) => {
    pattern.lastIndex = number.end;
    return pattern.exec(text);
  };
  const percent = ends(hundredths);
  if (percent) return reading(text, number, number.end + percent[0].length, 0.01);
  const point = ends(points);
  if (point) {
    const kind = moreBefore.test(text.slice(Math.max(0, number.start - 6), number.start)) ? 'share' : 'off';
    return reading(text, number, number.end + point[0].length, 0.01, kind);
  }
  const tenth = ends(tenths);
  if (tenth && value > 0 && value <= 10) {
    const more = tenth[1] ? 0.05 : tenth[2] ? ' 一二三四五六七八九'.indexOf(tenth[2]) / 100 : 0;
    const one = reading(text, number, number.end + tenth[0].length, 0.1);
    return { ...one, value: { ...one.value, fraction: round(one.value.fraction + more) } };
  }
  const paid = ends(price);
  if (!paid || !(value > 0 && value < 100) || /十/.test(text.slice(number.start, number.end)) || value === 10)
    return null;
  // 85折 and 8.5折 both mean that 85 % is paid.
  const off = round(1 - value / (value < 10 ? 10 : 100));
  const lead = /打\s?$/.exec(text.slice(Math.max(0, number.start - 2), number.start))?.[0].length ?? 0;
  return { start: number.start - lead, end: number.end + paid[0].length, value: { fraction: off, kind: 'off' } };
}

/** A number as a share of a whole, with the words that say it comes off a price. */
function reading(
  text: string,
  number: Reading<Numeral>,
  end: number,
  by: number,
  kind?: 'share' | 'off',
): Reading<Percent> {
  const { value, low, high } = number.value;
  const ahead = text.slice(Math.max(0, number.start - 16), number.start);
  const before = belowOurs.test(ahead) ? null : offBefore.exec(ahead);
  const after = offAfter.exec(text.slice(end, end + 14));
  const off = kind === 'off' || (kind === undefined && (before !== null || after !== null));
  const percent: Percent = { fraction: round(value * by), kind: off ? 'off' : 'share' };
  if (low !== undefined && high !== undefined) Object.assign(percent, { low: round(low * by), high: round(high * by) });
  return {
    start: number.start - (off && /让\s?$/.test(before?.[0] ?? '') ? (before?.[0].length ?? 0) : 0),
    end: end + (off ? (after?.[0].length ?? 0) : 0),
    value: percent,
  };
}
