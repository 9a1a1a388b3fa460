import type { Reading } from './context.ts';
import { englishNumbers } from './english-numbers.ts';
import { type Numeral, numeralAt, plainChinese, round } from './numeral.ts';
import { apart } from './words.ts';

export type { Numeral } from './numeral.ts';

const aboutBefore =
  /(?:大概(?:在|是|有)?|大约|约莫|约|差不多|将近|接近|近|估计|左右是|不到|不足|about|around|approx\.?|approximately|roughly|circa|some|nearly|almost|close to|~|≈)\s?$/i;
const aboutAfter = /(?:左右|上下|来块|多块|or so|ish|出头|不到|多(?=[个家人台套名位条次天年])|之间|\+(?!\s?\d))/iy;
const starts = /[\d.半零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟俩几数]/;
/** From one value to another is a change and no range: went from 250k to 310k. */
const wentFrom =
  /\b(?:went|go(?:es|ne)?|moved?|raised?|up|down|bump(?:ed)?|cut|changed?|increased?|dropped?|grew|grown|shrank|shrunk|fell|jumped|climbed|revised|reduced|expanded|slashed|trimmed)\s(?:up\s|down\s)?from\s[$¥€£]?$/i;
const joint = /^\s?(?:到|至|-|~|to)\s?[$¥€£]?$/i;
/** 一打 is twelve, 打电话 a call. */
const dozen = /打(?![电开听算过断通交招扰造印包扮动击折车字卡针球分工款样牌仗架赌钱破败倒发底磨下给他她你我客了来])/y;
const several = /[几数](?=[十百千万])/y;
const measure = /(?:st|nd|rd|th|ml|km|kg|cm|gb|tb|mb|px)(?![a-z])/iy;
/** Words that hold a character of a number and mean none. */
const words =
  /(?<=[统唯万单同])一|一(?:切|看|下|起|直|定|样|些|般|旦|会|共|致|律|边|再|向|时|方面|重工|汽)|三一|四(?:川|季|维)|五(?:粮|角大楼)|九江|三(?:星|亚|峡)|百(?:度|分|姓|货)|千(?:万[别不要记小注]|万$)|十(?:足|分|全)|两(?:两|边|侧)|万(?:科|达)|七(?:喜|夕)|八(?:卦)|几(?=个|家|天|点|时|乎)|数(?:据|字|量|码)|[一二三四五六七八九]{2}(?![零〇一二两三四五六七八九十百千万亿折年点个天家台人位次条周套成])/y;
const alone = /[肆伍陆拾佰仟]/;
const ofNumber = /[\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟.点]/;

/** Every number in a text, ranges (3到5万, 30k-50k) as one, with its sign. */
export function findNumbers(text: string): Reading<Numeral>[] {
  const plain = plainChinese(text);
  const english = englishNumbers(plain);
  const all: Reading<Numeral>[] = [...english];
  for (let at = 0; at < plain.length; ) {
    if (!starts.test(plain[at] as string)) {
      at += 1;
      continue;
    }
    words.lastIndex = at;
    const word = words.exec(plain);
    const one = word ? null : (guessAt(plain, at) ?? numeralAt(plain, at));
    if (one && !lone(plain, one)) all.push(byDozen(plain, one));
    at = word ? words.lastIndex : one ? one.end : at + 1;
  }
  const found = english.length > 0 ? apart(all) : all;
  const made: Reading<Numeral>[] = [];
  for (let index = 0; index < found.length; index++) {
    const whole = ranged(plain, found[index] as Reading<Numeral>, found[index + 1]);
    if (whole.end === found[index + 1]?.end) index += 1;
    made.push(signed(plain, widen(plain, whole)));
  }
  return made;
}

/** 几十万, 数百: two to nine of them. */
function guessAt(text: string, at: number): Reading<Numeral> | null {
  if (text.startsWith('半百', at)) return { start: at, end: at + 2, value: { value: 50, about: true, scaled: false } };
  several.lastIndex = at;
  if (!several.test(text)) return null;
  const one = numeralAt(`一${text.slice(at + 1, at + 12)}`, 0);
  if (!one) return null;
  const { value, scale } = one.value;
  return {
    start: at,
    end: at + one.end,
    value: {
      value: value * 5,
      about: true,
      low: value * 2,
      high: value * 9,
      scaled: true,
      ...(scale ? { scale } : {}),
    },
  };
}

function byDozen(text: string, one: Reading<Numeral>): Reading<Numeral> {
  // 五十个w is fifty times ten thousand.
  if (/^个[wW万](?![a-z])/.test(text.slice(one.end, one.end + 3)) && !one.value.scaled)
    return {
      start: one.start,
      end: one.end + 2,
      value: { ...one.value, value: one.value.value * 1e4, scaled: true, scale: 1e4 },
    };
  dozen.lastIndex = one.end;
  if (!dozen.test(text) || one.value.low !== undefined) return one;
  return { start: one.start, end: one.end + 1, value: { ...one.value, value: one.value.value * 12 } };
}

/** 陆, 伍 and 拾 are names and verbs unless they stand in a number; 180ml is a bottle. */
function lone(text: string, { start, end }: Reading<Numeral>): boolean {
  if (end - start === 1 && alone.test(text[start] as string))
    return (
      !/之/.test(text[start - 1] ?? '') && !ofNumber.test(text[start - 1] ?? '') && !ofNumber.test(text[end] ?? '')
    );
  measure.lastIndex = end;
  return measure.test(text);
}

function ranged(text: string, low: Reading<Numeral>, high: Reading<Numeral> | undefined): Reading<Numeral> {
  if (!high) return low;
  const link = text.slice(low.end, high.start);
  const between = /^\sand\s[$¥€£]?$/i.test(link)
    ? /\bbetween\s([$¥€£]?)$/i.exec(text.slice(0, low.start).slice(-10))
    : null;
  if (!between && (link.length > 4 || !joint.test(link))) return low;
  if (wentFrom.test(text.slice(Math.max(0, low.start - 24), low.start))) return low;
  let from = low.value.value;
  const to = high.value.value;
  const scale = high.value.scale ?? 1;
  if (!low.value.scaled && scale > 1 && from < to / scale) from *= scale;
  if (!(from > 0 && from < to)) return low;
  return {
    start: low.start - (between && between[1] === '' ? between[0].length : 0),
    end: high.end,
    value: {
      value: round((from + to) / 2),
      about: true,
      low: from,
      high: to,
      scaled: low.value.scaled || high.value.scaled,
      ...(scale > 1 ? { scale } : {}),
    },
  };
}

function widen(text: string, reading: Reading<Numeral>): Reading<Numeral> {
  const before = aboutBefore.exec(text.slice(Math.max(0, reading.start - 16), reading.start));
  aboutAfter.lastIndex = reading.end + (text[reading.end] === ' ' ? 1 : 0);
  const after = aboutAfter.exec(text);
  if (!before && !after) return reading;
  return {
    start: reading.start - (before?.[0].length ?? 0),
    end: after ? aboutAfter.lastIndex || reading.end : reading.end,
    value: { ...reading.value, about: true },
  };
}

function signed(text: string, reading: Reading<Numeral>): Reading<Numeral> {
  const { value, low } = reading.value;
  if (value < 0 || low !== undefined) return reading;
  const sign = /(?:(?:^|[\s:=(,到成为是])-|负\s?)$/.exec(text.slice(Math.max(0, reading.start - 3), reading.start));
  if (!sign) return reading;
  const length = sign[0].endsWith('-') ? 1 : sign[0].length;
  return { ...reading, start: reading.start - length, value: { ...reading.value, value: -value } };
}

/** The number a text is, as a whole. Null when it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const only = findNumbers(trimmed);
  const one = only.length === 1 ? only[0] : undefined;
  if (one?.start !== 0) return null;
  return /^\s?[个人家台套名位%]?$/.test(trimmed.slice(one.end)) ? one.value.value : null;
}
