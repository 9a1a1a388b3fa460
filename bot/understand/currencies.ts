/** ISO 4217 code → what people write for it after an amount, as the source of a pattern. */
const names: Record<string, string> = {
  CNY: '人民币|元人民币|(?:chinese\\s)?yuan|kuai|rmb',
  USD: '美元|美金|美圆|美刀|刀(?!具|片)|us\\sdollars?|u\\.s\\.\\sdollars?|dollars?|bucks',
  EUR: '欧元|euros?',
  GBP: '英镑|british\\spounds?|pounds?(?:\\ssterling)?|quid',
  JPY: '日元|日圆|(?:japanese\\s)?yen',
  HKD: '港币|港元|港纸|hong\\skong\\sdollars?',
  TWD: '新?台币|ntd|new\\staiwan\\sdollars?',
  AUD: '澳元|澳币|australian\\sdollars?',
  SGD: '新币|新加坡元|singapore\\sdollars?',
  CAD: '加元|加币|canadian\\sdollars?',
  CHF: '瑞士法郎|swiss\\sfrancs?',
  NZD: '纽币|新西兰元|new\\szealand\\sdollars?',
  KRW: '韩元|韩币|(?:korean\\s)?won',
  INR: '卢比|(?:indian\\s)?rupees?',
  MXN: '墨西哥比索|mexican\\spesos?',
};
const dollars: Record<string, string> = {
  us: 'USD',
  'u.s': 'USD',
  'u.s.': 'USD',
  usd: 'USD',
  hk: 'HKD',
  hkd: 'HKD',
  nt: 'TWD',
  c: 'CAD',
  ca: 'CAD',
  cad: 'CAD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  s: 'SGD',
  sg: 'SGD',
  sgd: 'SGD',
  nz: 'NZD',
  nzd: 'NZD',
  mex: 'MXN',
  mx: 'MXN',
  mxn: 'MXN',
};
const signs: Record<string, string> = { '¥': 'CNY', '€': 'EUR', '£': 'GBP', '₩': 'KRW', '₹': 'INR' };
const codes = [...Object.keys(names), 'RMB'].join('|');
const escaped = (word: string) => word.replaceAll('.', '\\.');

/** "a $5 book" is in no Australian dollars: one letter stands at the sign itself. */
const dollarWords = Object.keys(dollars)
  .map((word) => `${escaped(word)}${/^[as]$/.test(word) ? '' : '\\s?'}`)
  .join('|');

const before = new RegExp(
  `(?:(?<![a-z])(${dollarWords})\\$|([$¥€£₩₹])|(?<![a-z])([km]?)(${codes}|rs\\.?)|(人民币))\\s{0,2}$`,
  'i',
);
const after = new RegExp(
  `[\\s-]?(?:(元整|块钱|元(?!人民币|宵|旦)|块(?!大)|圆)|([km]?)(${codes})(?![a-z\\d])|([$¥€£₩₹])(?!\\d)|${Object.values(
    names,
  )
    .map((name) => `(${name})(?![a-z])`)
    .join('|')})`,
  'iy',
);
const scaleAfter = /\s(million|billion|thousand|k|m|bn)(?![a-z])/iy;
const scales: Record<string, number> = { million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, thousand: 1e3, k: 1e3 };
const iso = (code: string) => (/rmb/i.test(code) ? 'CNY' : /^rs/i.test(code) ? 'INR' : code.toUpperCase());
const byLetter = (letter: string | undefined) => scales[(letter ?? '').toLowerCase()] ?? 1;

/** A currency beside a number: its code (of a plain $ or 元 what these mean here), where it begins or ends, and what it multiplies by. */
export interface Beside {
  currency: string;
  /** Only 元, 块 or $: the team's own yuan or dollar may be meant. */
  plain?: '元' | '$';
  at: number;
  by: number;
  sign: boolean;
}

/** The currency written before the number that begins at `start`, looking back to `from`. */
export function currencyBefore(text: string, from: number, start: number): Beside | null {
  if (!/[$¥€£₩₹a-z币]\s{0,2}$/i.test(text.slice(Math.max(from, start - 3), start))) return null;
  const head = text.slice(Math.max(from, start - 12), start);
  const match = before.exec(head);
  if (!match) return null;
  const [said, dollar, sign, letter, code] = match;
  const at = start - said.length;
  if (dollar) return { currency: dollars[dollar.trim().toLowerCase()] as string, at, by: 1, sign: true };
  if (sign === '$') return { currency: 'USD', plain: '$', at, by: 1, sign: true };
  if (sign) return { currency: signs[sign] as string, at, by: 1, sign: true };
  return { currency: code ? iso(code) : 'CNY', at, by: byLetter(letter), sign: false };
}

/** The currency written after a number that ends at `end`. */
export function currencyAfter(text: string, end: number): Beside | null {
  after.lastIndex = end;
  const match = after.exec(text);
  if (!match) return null;
  const [, yuan, letter, code, sign, ...named] = match;
  let at = after.lastIndex;
  let by = byLetter(letter);
  scaleAfter.lastIndex = at;
  const scale = scaleAfter.exec(text);
  if (scale && !yuan) {
    by *= scales[(scale[1] as string).toLowerCase()] as number;
    at = scaleAfter.lastIndex;
  }
  if (yuan) return { currency: 'CNY', plain: '元', at, by: 1, sign: false };
  if (code) return { currency: iso(code), at, by, sign: false };
  if (sign)
    return { currency: signs[sign] ?? 'USD', ...(sign === '$' ? { plain: '$' as const } : {}), at, by, sign: true };
  const which = Object.keys(names)[named.findIndex((one) => one !== undefined)];
  return which ? { currency: which, at, by, sign: false } : null;
}
