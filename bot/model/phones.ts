/*
 * Rows of figures that ring somebody's telephone, or might. What leaves the house must not hang on how a number is
 * written: it takes too much rather than too little.
 */

/** What people put between the figures of one number. */
const between = '[\\s()./·•_\\p{Pd}\\p{Cf}\\p{M}]{0,3}';
const figure = '\\p{Nd}';
const row = (least: number) => `\\(?${figure}(?:${between}${figure}){${least - 1},}`;
/** A number begins a row, and not amid an id of letters and figures, unless the letters say that it is one. */
const labels = 'tel|telephone|phone|mobile|mob|cell|fax|call|ph|no|number|[tmpf]';
const begin = `(?<!${figure})(?:(?<![a-z_])|(?<=(?<![a-z])(?:${labels})))`;
const abroad = `(?:\\+|(?<!${figure})00)\\s?`;
const mobileRow = `(?:\\(?(?:\\+|00)?86${between})?1[3-9]\\d(?:${between}\\d){8}(?!${figure})`;

/** A Chinese mobile number, whatever follows it. */
export const mobile = new RegExp(begin + mobileRow, 'giu');

/** A whole day in figures, and the time after it. */
export const days =
  /(?<!\d|\d[-./])(?:(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:T\d\d:\d\d\S*)?|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d\d(?!\d))/giu;

/** Seven figures or more that are said to be a telephone. */
export const labelled = new RegExp(
  `(?<=(?:电话|手机|座机|传真|号码|热线|(?<![a-z])(?:${labels}))(?:号码?)?[^\\p{L}${figure}]{0,3}(?:是|为|is)?\\s?)(?:${abroad})?${row(7)}`,
  'giu',
);

/** A short figure or a day before a number, with a blank between: #12 13912345678. */
const apart = `(?!(?:\\d{1,4}|\\d{1,2}[./-]\\d{1,2})\\s+(?:${row(10)}))`;
/** From one round sum to another, and a sum with its cents. */
const sums = `(?!\\d{1,7}000\\s?[\\p{Pd}~]\\s?\\d{1,7}000(?!${figure}))(?!\\d{1,12}\\.\\d\\d(?!${between}${figure}))`;

/** Ten figures or more, which no sum in a talk has, and whatever begins like a call abroad. */
export const long = new RegExp(`${begin}(?:${abroad}${row(7)}|${apart}${sums}${row(10)})`, 'giu');

/** Seven figures or more that were not said to be anything else. */
export const short = new RegExp(`${begin}${row(7)}`, 'giu');

const chinese = `[${figure}零〇○一二三四五六七八九幺]`;
const english = '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double|triple)';
/** Figures in words, one by one. */
export const spoken = new RegExp(
  `${chinese}(?:${between}${chinese}){6,}|(?<![a-z])${english}(?:[\\s,-]+${english}){6,}(?![a-z])`,
  'giu',
);

/** Without the sum that stands after it: 0512-62345678 80万. */
export function withoutSum(said: string, after: string): string {
  const [head = said] = /^.*\p{Nd}(?=\s+\p{Nd}{1,3}$)/su.exec(said) ?? [];
  return /^\s?(?:[万亿千百元块%折]|[kmw](?![a-z]))/iu.test(after) && head.replace(/\P{Nd}/gu, '').length >= 10
    ? head
    : said;
}
