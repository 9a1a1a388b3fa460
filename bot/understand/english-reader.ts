import type { Reading } from './context.ts';
import { type Numeral, round } from './numeral-reader.ts';

const words = new Map<string, number>([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['nought', 0],
  ['naught', 0],
]);
const dozen = 12;
const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['grand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mil', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ...['dozen', 'dozens', 'doz', 'dozs', 'dzs'].map((word): [string, number] => [word, dozen]),
]);
const parts = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
  ['quarters', 0.25],
]);
const token = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+/gi;
/** "This one" is no number. */
const pronoun =
  /\b(?:this|that|the|which|each|every|any|some|no|another|next|last|previous|only|right|other|new|good)\s$/i;

export interface Token {
  start: number;
  end: number;
  said: string;
  /** A number by itself: three, 21. */
  value?: number;
  figures: boolean;
}

/** The words and figures of a text. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map((match) => {
    const said = match[0].toLowerCase();
    const figures = /^\d/.test(said);
    const value = figures ? Number(said.replaceAll(',', '')) : words.get(said);
    const place = { start: match.index, end: match.index + said.length, said, figures };
    return value === undefined ? place : { ...place, value };
  });
}

/** Reads one number word by word: what is under a thousand adds up in `section`, thousands and above in `total`. */
export class SpelledReader {
  /** The index of the last token that belongs to it. */
  last = -1;
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly first: number;
  private at: number;
  private total = 0;
  private section: number | null = null;
  /** Only something smaller may be added to the section: after twenty 1–9, after hundred anything below it. */
  private room = Number.POSITIVE_INFINITY;
  private scale = 0;
  private tail = 0;
  private wordy = false;

  constructor(text: string, tokens: readonly Token[], first: number) {
    this.text = text;
    this.tokens = tokens;
    this.first = first;
    this.at = first;
  }

  read(): Reading<Numeral> | null {
    const negative = /^(?:minus|negative)$/.test(this.word(this.at));
    if (negative) {
      if (this.near(this.at)?.value === undefined) return null;
      this.wordy = true;
      this.at += 1;
    }
    if (/^an?$/.test(this.word(this.at))) {
      const next = this.near(this.at)?.said ?? '';
      if (!scales.has(next) && !parts.has(next)) return null;
      this.at += 1;
    }
    while (this.step()) {
      this.last = this.at;
      if (!this.near(this.at)) break;
      this.at += 1;
    }
    const start = this.tokens[this.first] as Token;
    if (this.last < 0 || !this.wordy) return null;
    const lone = this.first === this.last && start.said === 'one';
    if (lone && pronoun.test(this.text.slice(Math.max(0, start.start - 10), start.start))) return null;
    const value = round((negative ? -1 : 1) * (this.total + (this.section ?? 0)));
    const scaled = this.scale >= 100;
    return {
      start: start.start,
      end: (this.tokens[this.last] as Token).end,
      value: { value, about: false, scaled, ...(scaled ? { scale: this.scale } : {}) },
    };
  }

  private word(index: number): string {
    return this.tokens[index]?.said ?? '';
  }

  /** The token after this one when only a blank or a hyphen stands between. */
  private near(index: number): Token | undefined {
    const [one, next] = [this.tokens[index], this.tokens[index + 1]];
    return one && next && /^ {0,3}(?:- {0,3})?$/.test(this.text.slice(one.end, next.start)) ? next : undefined;
  }

  /** Takes the token at hand; false when the number is over. */
  private step(): boolean {
    const one = this.tokens[this.at] as Token;
    if (one.value !== undefined) return this.number(one, one.value);
    const scale = scales.get(one.said);
    if (scale !== undefined) return this.multiply(scale);
    const part = parts.get(one.said);
    if (part !== undefined) return this.part(one.said, part);
    if (this.last < 0) return false;
    return one.said === 'point' ? this.decimals() : one.said === 'and' && this.and();
  }

  private number(one: Token, value: number): boolean {
    if (this.section !== null) {
      // "nine thirty" and "fifty dollars 20" are two numbers, "twenty-one" and "hundred and six" one.
      if (!(this.room > value && (value < 10 || this.room >= 100))) return false;
      if (scales.get(this.near(this.at)?.said ?? '') === 100) return false;
    } else if (this.total > 0 && value >= this.scale) return false;
    this.section = (this.section ?? 0) + value;
    this.tail = (this.room >= 100 ? 0 : this.tail) + value;
    this.room = !one.figures && value > 10 && value % 10 === 0 ? 10 : !one.figures && value >= 10 ? 1 : 0;
    this.wordy ||= !one.figures;
    return true;
  }

  private multiply(by: number): boolean {
    const bare = this.section === null && this.total === 0 && this.at === this.first;
    if (bare && !scales.has(this.near(this.at)?.said ?? '')) return false;
    if (by === dozen) {
      this.section = (this.section ?? 1) + (this.section === null ? 1 : this.tail) * (by - 1);
      this.room = 0;
    } else if (by === 100) {
      this.section = (this.section ?? 1) * 100;
      this.room = 100;
    } else {
      this.total = this.section === null && this.total > 0 ? this.total * by : this.total + (this.section ?? 1) * by;
      this.section = null;
      this.room = Number.POSITIVE_INFINITY;
    }
    this.scale = by;
    this.wordy = true;
    return true;
  }

  /** half a million, five and a half million, 3 million and a half, three quarters billion. */
  private part(said: string, part: number): boolean {
    const next = this.near(this.at);
    const scaled = scales.has(next?.said === 'a' ? (this.near(this.at + 1)?.said ?? '') : (next?.said ?? ''));
    if (said !== 'half' && !scaled && this.last < 0) return false;
    const value = said === 'quarters' ? part * (this.section ?? 1) : part;
    const ofScale = this.last >= 0 && !scaled && this.scale >= 1e3;
    this.section = said === 'quarters' ? value : (this.section ?? 0) + (ofScale ? value * this.scale : value);
    this.tail = value;
    this.room = 0;
    if (scaled && next?.said === 'a') this.at += 1;
    this.wordy = true;
    return true;
  }

  /** The figures after "point": nought three → 03, seventy-one → 71. */
  private decimals(): boolean {
    let shown = '';
    for (let next = this.near(this.at); next?.value !== undefined && !next.figures; next = this.near(this.at)) {
      const tens = /^[1-9]0$/.test(shown) && next.value < 10;
      if ((shown !== '' && next.value >= 10) || shown.length >= 8) break;
      shown = tens ? `${shown[0]}${next.value}` : `${shown}${next.value}`;
      this.at += 1;
    }
    if (shown === '') return false;
    this.section = (this.section ?? 0) + Number(`0.${shown}`);
    this.room = 0;
    return true;
  }

  /** "and" belongs to the number only when the next word does. */
  private and(): boolean {
    const next = this.near(this.at);
    const half = /^(?:a|one)$/.test(next?.said ?? '') && parts.has(this.near(this.at + 1)?.said ?? '');
    if (!half && !(next?.value && (this.room >= 100 || this.section === null))) return false;
    this.at += half ? 2 : 1;
    return this.step();
  }
}
