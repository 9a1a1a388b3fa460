import type { Reading } from './context.ts';
import { englishNumbers } from './english-numbers.ts';
import { type Numeral, numeralAt, round } from './numeral.ts';

export type { Numeral } from './numeral.ts';

const aboutBefore =
  /(?:大概|大约|大約|约莫|约|約|差不多|将近|將近|接近|近|估计|左右是|about|around|approx\.?|approximately|roughly|circa|some|~|≈)\s?$/i;
const aboutAfter = /(?:左右|上下|来块|多块|or so|ish|出头|不到)/iy;
const starts = /[\d零〇一二两兩三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾俩]/;
const joint = /\s?(?:到|至|-|~|to)\s?/iy;

/** Every number in a text, ranges (3到5万, 30k-50k) as one. */
export function findNumbers(text: string): Reading<Numeral>[] {
  const found: Reading<Numeral>[] = englishNumbers(text);
  for (let at = 0; at < text.length; ) {
    const one = starts.test(text[at] as string) ? numeralAt(text, at) : null;
    if (!one) {
      at += 1;
      continue;
    }
    const whole = widen(text, ranged(text, one));
    found.push(whole);
    at = whole.end;
  }
  return found.sort((a, b) => a.start - b.start);
}

function ranged(text: string, low: Reading<Numeral>): Reading<Numeral> {
  joint.lastIndex = low.end;
  const between = joint.exec(text);
  if (!between) return low;
  const at = low.end + between[0].length;
  const high = starts.test(text[at] ?? '') ? numeralAt(text, at) : null;
  if (!high) return low;
  let from = low.value.value;
  const to = high.value.value;
  if (!low.value.scaled && high.value.scaled) {
    const scale =
      [1e8, 1e6, 1e4, 1e3, 100].find((unit) => to >= unit && Number.isInteger(round((to * 1000) / unit))) ?? 1;
    if (from < to / scale) from *= scale;
  }
  if (!(from < to)) return low;
  const scaled = low.value.scaled || high.value.scaled;
  return {
    start: low.start,
    end: high.end,
    value: { value: round((from + to) / 2), about: true, low: from, high: to, scaled },
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

/** The number a text is, as a whole. Null when it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const negative = /^[-负]/.test(trimmed);
  const body = negative ? trimmed.slice(1) : trimmed;
  const only = findNumbers(body);
  const one = only.length === 1 ? only[0] : undefined;
  if (one?.start !== 0) return null;
  if (!/^\s?[个人家台套名位%]?$/.test(body.slice(one.end))) return null;
  return negative ? -one.value.value : one.value.value;
}
