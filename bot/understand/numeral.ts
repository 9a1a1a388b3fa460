import type { Reading } from './context.ts';

/** A number as said. `low`–`high` when it was a range (`value` is then the middle); `about` when it was not meant exactly. */
export interface Numeral {
  value: number;
  about: boolean;
  low?: number;
  high?: number;
  /** It carries a scale (万, k, m …), so that it can hardly be a house number. */
  scaled: boolean;
}

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
};
const units: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};
const latinScale = /(?:(w|k|m|b)(?![a-z])|(mil|mio|mn|mm|million|millions|bn|billion|thousand|grand)(?![a-z]))/iy;
const scales: Record<string, number> = {
  w: 1e4,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  mil: 1e6,
  mio: 1e6,
  mn: 1e6,
  mm: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  billion: 1e9,
  thousand: 1e3,
  grand: 1e3,
};
const ascii = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/y;

export const round = (value: number) => Number(value.toPrecision(15));

/** One numeral, Chinese, Arabic or mixed (8万5, 86w5, 两百来万), that begins at `at`. */
export function numeralAt(text: string, at: number): Reading<Numeral> | null {
  let place = at;
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let spread: number | null = null;
  let lastUnit = 0;
  let zero = false;
  let about = false;
  let scaled = false;
  let figures = 0;
  const apply = (unit: number) => {
    if (unit < 1e4) {
      section += (pending ?? 1) * unit;
      if (spread !== null) spread = section + (spread - (pending ?? 1)) * unit;
    } else {
      const held = section + (pending ?? 0);
      if (spread !== null) spread = (spread > held ? spread : section + spread) * unit;
      if (unit === 1e8) {
        total = (total + held) * unit;
        section = 0;
      } else {
        total += held * unit;
        section = 0;
      }
    }
    pending = null;
    lastUnit = unit;
    zero = false;
    scaled ||= unit >= 100;
    figures += 1;
  };
  while (place < text.length) {
    const char = text[place] as string;
    ascii.lastIndex = place;
    const plain = ascii.exec(text);
    if (plain) {
      if (pending !== null) break;
      pending = Number(plain[0].replaceAll(',', ''));
      zero = zero || plain[0].startsWith('0');
      place += plain[0].length;
      figures += 1;
      const skip = text[place] === ' ' ? 1 : 0;
      latinScale.lastIndex = place + skip;
      const scale = latinScale.exec(text);
      if (scale) {
        apply(scales[(scale[0] as string).toLowerCase()] as number);
        place += skip + scale[0].length;
      } else if (skip && units[text[place + 1] ?? ''] !== undefined && (units[text[place + 1] ?? ''] as number) >= 1e4)
        place += 1;
      continue;
    }
    const digit = digits[char];
    if (digit !== undefined) {
      if (digit === 0 && pending === null && lastUnit > 0) zero = true;
      else if (pending === null) pending = digit;
      else {
        const next = text[place + 1] ?? '';
        // 三五万, 两三百: neighbours before a unit are a guess, not thirty-five.
        if (units[next] !== undefined && digit > pending && digit - pending <= 2 && figures > 0 && spread === null) {
          spread = digit;
          about = true;
        } else return digitRun(text, at);
      }
      place += 1;
      figures += 1;
      if (
        text[place] === '点' &&
        digits[text[place + 1] ?? ''] !== undefined &&
        units[text[place + 2] ?? ''] !== undefined
      ) {
        pending = (pending ?? 0) + (digits[text[place + 1] as string] as number) / 10;
        place += 2;
      }
      continue;
    }
    const unit = units[char];
    if (unit !== undefined) {
      if (figures === 0 && unit !== 10) return null;
      if (lastUnit !== 0 && pending === null && unit < 1e4) break;
      if (lastUnit >= 1e4 && pending === null && section === 0 && !(unit === 1e8 && lastUnit === 1e4)) break;
      apply(unit);
      place += 1;
      continue;
    }
    if ((char === '来' || char === '來' || char === '多' || char === '几' || char === '余') && figures > 0) {
      const next = text[place + 1] ?? '';
      if (units[next] !== undefined || /[块元]/.test(next)) {
        about = true;
        if (char === '几' && lastUnit === 10) section += 5;
        place += 1;
        continue;
      }
    }
    if (char === '半' && lastUnit >= 100 && pending === null) {
      total += lastUnit / 2;
      place += 1;
    }
    break;
  }
  if (figures === 0) return null;
  if (pending !== null) {
    const short = lastUnit >= 100 && !zero && pending < 10 && Number.isInteger(pending);
    section += short ? (pending * lastUnit) / 10 : pending;
  }
  const value = round(total + section);
  const numeral: Numeral = { value, about, scaled };
  if (spread !== null) Object.assign(numeral, { low: value, high: spread, value: round((value + spread) / 2) });
  return { start: at, end: place, value: numeral };
}

/** 二零二六, 一三八: figures one by one. */
function digitRun(text: string, at: number): Reading<Numeral> | null {
  let end = at;
  let value = 0;
  while (digits[text[end] ?? ''] !== undefined && end - at < 15) {
    value = value * 10 + (digits[text[end] as string] as number);
    end += 1;
  }
  return end > at ? { start: at, end, value: { value, about: false, scaled: false } } : null;
}
