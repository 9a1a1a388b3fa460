import { simplified } from '../../insight/simplified.ts';

const chunk = 4096;
let table: Uint16Array | undefined;

/** What each UTF-16 unit is compared as; 0 for one that is never part of a name. */
function units(): Uint16Array {
  if (table) return table;
  const made = Uint16Array.from({ length: 0x10000 }, (_, unit) => (unit >= 0xe000 && unit < 0xf900 ? 0 : unit));
  for (let unit = 0; unit < 0x2000; unit += 1) {
    const lower = String.fromCharCode(unit).normalize('NFD').charAt(0).toLowerCase();
    if (/^\p{L}$/u.test(lower)) made[unit] = lower.charCodeAt(0);
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) made[unit] = made[unit - 0xfee0] as number;
  made[0x3000] = 0x20;
  made[0x2018] = 0x27;
  made[0x2019] = 0x27;
  const han = String.fromCharCode(...Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => 0x4e00 + at));
  const simple = simplified(han);
  for (let at = 0; at < han.length; at += 1) made[0x4e00 + at] = simple.charCodeAt(at);
  table = made;
  return made;
}

/** A text as names are compared: lower case, simplified, without accents, each unit in its place. */
export function fold(text: string): string {
  const to = units();
  const folded = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) folded[at] = to[text.charCodeAt(at)] as number;
  let out = '';
  for (let at = 0; at < folded.length; at += chunk)
    out += String.fromCharCode.apply(null, folded.subarray(at, at + chunk) as unknown as number[]);
  return out;
}

/** Characters of scripts without blanks between their words: Chinese, and kana and hangul with them. */
export const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3400 && unit <= 0x4dbf) ||
  (unit >= 0x3041 && unit <= 0x30ff) ||
  (unit >= 0xac00 && unit <= 0xd7a3) ||
  unit === 0x3007;

/** Letters and digits of scripts that put blanks between their words. */
export const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit > 0xbf && unit < 0x2000);

/** Whether a name may begin or end between these two units. NaN is the end of the text. */
export const isEdge = (before: number, after: number): boolean => !(isLetter(before) && isLetter(after));
