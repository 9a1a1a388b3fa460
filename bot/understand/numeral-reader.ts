import { big, digits, small } from './chinese.ts';
import type { Reading } from './context.ts';
import { blanksInside, figuresAt, latin, latinScale, measureAt, point, startsNumber } from './numeral-parts.ts';

/** A number as said. `low`–`high` when it was a range (`value` is then the middle); `about` when it was not meant exactly. */
export interface Numeral {
  value: number;
  about: boolean;
  low?: number;
  high?: number;
  /** It carries a scale (万, k, m …), so that it can hardly be a house number. */
  scaled: boolean;
  /** What its scale multiplies by: 1e4 of 5万. */
  scale?: number;
}

/** Fifteen digits, so that 0.1 + 0.2 is 0.3. */
export const round = (value: number) => Number(value.toPrecision(15));

/** Reads a numeral piece by piece: figures wait in `pending`, 十 to 千 add up in `section`, 万 and above in `parts`. */
export class NumeralReader {
  private readonly text: string;
  private readonly at: number;
  private place: number;
  private pending: number | null = null;
  private section = 0;
  private parts: { value: number; unit: number }[] = [];
  private spread: number | null = null;
  private lastUnit = 0;
  private lastSmall = 0;
  private zero = false;
  private about = false;
  private low: number | null = null;
  private figures = 0;
  private fraction = 0;
  private over = false;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
    this.place = at;
  }

  /** Takes the next piece; false when the numeral is over. */
  step(): boolean {
    if (this.over || (this.fraction > 0 && this.pending === null)) return false;
    const from = this.place;
    const skip = this.blanks();
    const char = this.text[from + skip] ?? '';
    this.place = from + skip;
    const taken = this.number(skip) || this.digit(char) || this.unit(char) || this.guess(char);
    if (!taken) this.place = from;
    return taken;
  }

  /** How many blanks stand before a piece that still belongs to the numeral (7 万5 千, 三千 八百). */
  private blanks(): number {
    // "周三 百万" is a weekday and an amount.
    if (this.figures === 0 || /[周期拜第月号]/.test(this.text[this.at - 1] ?? '')) return 0;
    return blanksInside(this.text, this.place, this.lastUnit, this.pending !== null);
  }

  private number(skipped: number): boolean {
    const said = this.pending === null ? figuresAt(this.text, this.place, this.figures === 0) : null;
    if (said === null || (skipped > 0 && said.includes(',')) || (said.length === 1 && this.measured(1))) return false;
    this.pending = Number(said.replaceAll(',', ''));
    this.zero ||= said.startsWith('0');
    this.place += said.length;
    this.figures += 1;
    const blank = /^ {0,2}/.exec(this.text.slice(this.place, this.place + 2))?.[0].length ?? 0;
    latinScale.lastIndex = this.place + blank;
    const scale = latinScale.exec(this.text);
    if (scale) {
      this.multiply(latin[scale[0].toLowerCase()] as number);
      this.place += blank + scale[0].length;
    }
    return true;
  }

  private digit(char: string): boolean {
    const digit = digits[char];
    if (digit === undefined || (digit > 0 && this.pending === null && this.measured(1))) return false;
    if (digit === 0 && this.pending === null && this.lastUnit > 0) this.zero = true;
    else if (this.pending === null) this.pending = digit;
    else {
      // 三五万, 两三百: neighbours before a unit are a guess, not thirty-five.
      const next = this.text[this.place + 1] ?? '';
      const guess = (small[next] ?? big[next]) !== undefined && digit > this.pending && digit - this.pending <= 2;
      if (!guess || this.spread !== null) return false;
      this.spread = digit;
      this.about = true;
    }
    this.place += 1;
    this.figures += 1;
    this.decimals();
    return true;
  }

  /** The figure before a measure is no 8万5. */
  private measured(length: number): boolean {
    return this.lastUnit >= 100 && !this.zero && measureAt(this.text, this.place + length);
  }

  /** 三点五, 十五点七: the figures after 点. */
  private decimals(): void {
    point.lastIndex = this.place;
    const match = point.exec(this.text);
    if (!match) return;
    const shown = [...(match[1] as string)].map((char) => digits[char]).join('');
    if (this.pending !== null) this.settle();
    this.pending = (this.pending ?? 0) + Number(`0.${shown}`);
    this.fraction = Number(`0.${shown}`);
    this.place += match[0].length;
  }

  /** 两千三点一 is 2300.1: what waits gets its place before the decimals come. */
  private settle(): void {
    if (this.lastUnit < 100 || this.zero || this.pending === null || this.pending >= 10) return;
    this.section += (this.pending * this.lastUnit) / 10;
    this.pending = null;
  }

  private unit(char: string): boolean {
    const unit = small[char];
    if (unit === undefined) {
      if (big[char] === undefined) return false;
      const bare = this.pending === null && this.section === 0;
      if (bare && (this.parts.length === 0 || this.zero)) return false;
      this.multiply(big[char] as number);
      this.place += 1;
      this.decimals();
      return true;
    }
    if (this.pending === null) {
      // 十五, and 百三 as one says it; 百 alone is no number.
      if (this.figures > 0 ? !(this.zero && unit === 10) : unit > 10 && !startsNumber(this.text, this.place))
        return false;
    }
    if (this.lastSmall !== 0 && unit >= this.lastSmall) return false;
    const times = this.pending === 0 ? 1 : (this.pending ?? 1);
    this.section += times * unit;
    if (this.spread !== null) this.spread = this.section + (this.spread - times) * unit;
    this.pending = null;
    this.lastUnit = unit;
    this.lastSmall = unit;
    this.zero = false;
    this.figures += 1;
    this.place += 1;
    this.decimals();
    return true;
  }

  /** 万, 亿 and the Latin scales take all that is smaller before them. */
  private multiply(unit: number): void {
    let held = this.section + (this.pending ?? 0);
    if (this.spread !== null) this.spread = (this.spread > held ? this.spread : this.section + this.spread) * unit;
    let by = unit;
    for (let last = this.parts.at(-1); last && (last.unit < unit || held === 0); last = this.parts.at(-1)) {
      if (held === 0) by = unit * last.unit;
      held += last.value;
      this.parts.pop();
      if (by !== unit) break;
    }
    this.parts.push({ value: held * unit, unit: by });
    if (this.low !== null) this.low *= unit;
    this.section = 0;
    this.pending = null;
    this.fraction = 0;
    this.lastUnit = unit;
    this.lastSmall = 0;
    this.zero = false;
    this.figures += 1;
  }

  /** 十几万, 五百余万, 一万半: words that say roughly, or half of the last unit. */
  private guess(char: string): boolean {
    if (this.figures === 0) return false;
    if (/[来多几余]/.test(char)) {
      const next = /^\s{0,2}(.)/.exec(this.text.slice(this.place + 1, this.place + 4))?.[1] ?? '';
      if ((small[next] ?? big[next]) === undefined && !/[块元个]/.test(next)) return false;
      this.about = true;
      if (char === '几' && this.lastUnit === 10) {
        this.low = this.section;
        this.section += 5;
      }
      this.place += 1;
      return true;
    }
    if (char !== '半' || this.lastUnit < 100 || this.pending !== null) return false;
    this.section += this.lastUnit / 2;
    this.place += 1;
    this.over = true;
    return true;
  }

  done(): Reading<Numeral> | null {
    if (this.figures === 0) return null;
    let rest = this.section;
    if (this.pending !== null) {
      const short = this.lastUnit >= 100 && !this.zero && this.pending < 10 && Number.isInteger(this.pending);
      rest += short ? (this.pending * this.lastUnit) / 10 : this.pending;
    }
    const value = round(this.parts.reduce((sum, part) => sum + part.value, rest));
    const scale = this.parts.at(-1)?.unit ?? (this.lastUnit >= 100 ? this.lastUnit : 1);
    const numeral: Numeral = { value, about: this.about, scaled: scale > 1, ...(scale > 1 ? { scale } : {}) };
    if (this.spread !== null)
      Object.assign(numeral, { low: value, high: this.spread, value: round((value + this.spread) / 2) });
    else if (this.low !== null)
      Object.assign(numeral, { low: this.low, high: round(this.low + (value - this.low) * 1.8) });
    return { start: this.at, end: this.place, value: numeral };
  }
}
