import { big, small } from './chinese.ts';

/** The scales written in Latin letters. */
export const latin: Record<string, number> = {
  w: 1e4,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  thousand: 1e3,
  grand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
};
for (const word of ['mil', 'mio', 'mn', 'mm', 'million', 'millions']) latin[word] = 1e6;
for (const word of ['bn', 'bln', 'billion', 'billions']) latin[word] = 1e9;
for (const word of ['tn', 'tln', 'trillion', 'trillions']) latin[word] = 1e12;
export const latinScale = new RegExp(`(?:${Object.keys(latin).join('|')})(?![a-z])`, 'iy');
const ascii = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+/y;
const chained = /\d+(?:\.\d+){2}/y;
/** 点 with decimals after it; 三点十分 is an hour. */
export const point = /\s{0,3}点\s{0,3}([零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)(?![十百分刻半起钟整])/y;

/** The Arabic figures that begin at `place`; of a chain (192.168.1.2) one link, since it is no decimal. */
export function figuresAt(text: string, place: number, first: boolean): string | null {
  ascii.lastIndex = place;
  const said = ascii.exec(text)?.[0];
  if (said === undefined) return null;
  if (said.startsWith('.')) return first && !/[\d.\p{L}]/u.test(text[place - 1] ?? '') ? said : null;
  chained.lastIndex = place;
  const chain = chained.test(text) || /\d\.$/.test(text.slice(Math.max(0, place - 2), place));
  return chain ? (/^\d+/.exec(said)?.[0] ?? said) : said;
}

/** A measure or a clock stands here: the figure before it is a number of its own (50w三年, 5万3台). */
export function measureAt(text: string, place: number): boolean {
  point.lastIndex = place;
  return !point.test(text) && /[年月天周台套家次位号点成折期%]/.test(text[place] ?? '');
}

/** How many blanks at `place` stand inside a numeral whose last unit was `lastUnit`: 三千 八百, 7万 5千. */
export function blanksInside(text: string, place: number, lastUnit: number, waiting: boolean): number {
  let count = 0;
  while (text[place + count] === ' ') count += 1;
  if (count === 0 || count > 3) return 0;
  const next = text[place + count] ?? '';
  if (waiting) return (small[next] ?? big[next]) !== undefined ? count : 0;
  if (lastUnit < 10) return 0;
  if (big[next] !== undefined || /[余多来几]/.test(next)) return count;
  const after = /^(?:\d+|[零一二两三四五六七八九])\s{0,2}([十百千万]|$|[.,;])/.exec(
    text.slice(place + count, place + count + 12),
  );
  const unit = small[after?.[1] ?? ''] ?? big[after?.[1] ?? ''];
  return (unit !== undefined ? unit < lastUnit : after !== null && /\D/.test(next)) ? count : 0;
}

/** 百三 and 百万 are numbers without a figure before them; 百 alone is none. */
export const startsNumber = (text: string, place: number) =>
  /^[百千][一二三四五六七八九]/.test(text.slice(place, place + 2)) ||
  /^[百千佰仟]亿|^[百佰]万(?!富翁)/.test(text.slice(place, place + 4));
