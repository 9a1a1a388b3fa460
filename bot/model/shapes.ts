import { days, labelled, long, mobile, short, spoken, withoutSum } from './phones.ts';

/** What a stretch of text is, once it is hidden; its token says as much: ⟦phone1⟧. */
export type Kind = 'company' | 'person' | 'name' | 'phone' | 'email' | 'wechat' | 'link' | 'number';

export interface Span {
  start: number;
  end: number;
  kind: Kind;
}

/** Stands where something was found already, so that nothing is found across it. */
export const gone = '\ue000';

/** Blanks a stretch and keeps everything else in its place. */
export const blank = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(0, start) + gone.repeat(end - start) + text.slice(end);

/** Half width for full width, character by character, so that every place stays; our own brackets are nobody else's. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[⟦⟪]/g, '[')
    .replace(/[⟧⟫\ue000]/g, ']');
}

const email = /[\p{Script=Latin}\d][\p{Script=Latin}\d._%+'-]*\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const link =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+|(?<![\w@-])[a-z\d-]{2,}(?:\.[a-z\d-]+)*\.(?:com|cn|net|org|io|ai|co|edu|gov|dev|app|tech|info|biz|top|vip|cc|de|fr|uk|us|jp|hk|tw|sg|eu)(?![a-z\d])/giu;
const mention = /<[@#!][^>]{1,80}>|@[\p{L}\p{N}_.-]{1,40}/gu;
const wechat =
  /(?:微信号?|v信|(?<![a-z])(?:wechat|weixin|wx|vx|qq)(?![a-z\d_]))(?:\s?id)?\s?(?:号|是|为|is|:|=|\s){0,10}\s?([a-z\d][\w-]{4,29})/giu;
const code = /(?<![\w-])(?=[a-z_-]*\d)[a-z][\w-]{5,}(?![\w-])|(?<![\w-])(?=\d+[a-z])[\da-z_-]{6,}(?![\w-])/giu;
/** Figures that are no phone number: a date, a time, a sum, a share, a record's number. */
const figures =
  /(?<!\d)(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2})?(?:T\d\d:\d\d\S*)?|(?<!\d)\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)|#\s?\d{1,9}(?!\d)|[¥$€£]\s?\d[\d,.]*(?:\s\d{3})*|(?:CNY|RMB|USD|EUR|GBP|HKD|JPY)\s?\d[\d,.]*|\d[\d,.]*\s?(?:[万亿千百元块%折]|(?:k|m|w|CNY|RMB|USD|EUR|GBP|HKD|JPY|dollars?|yuan)(?![a-z]))|(?<!\d)\d{1,5}0{4}(?!\d)|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/giu;

/** What reaches somebody: phones, addresses, WeChat ids, links; and long rows of figures, whatever they number. */
export function findContacts(text: string): Span[] {
  const found: Span[] = [];
  let left = text;
  const take = (
    pattern: RegExp,
    kind: Kind | ((said: string) => Kind),
    end = (said: string, _after: string) => said,
  ) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(left); match; match = pattern.exec(left)) {
      const whole = match[1] ?? match[0];
      const start = match.index + match[0].length - whole.length;
      const said = end(whole, left.slice(start + whole.length));
      const span = { start, end: start + said.length, kind: typeof kind === 'string' ? kind : kind(said) };
      found.push(span);
      // What comes next is looked for as if this were not there: a second number after a comma is one too.
      left = blank(left, span);
      pattern.lastIndex = span.end;
    }
  };
  const setAside = (pattern: RegExp) => {
    for (const match of left.matchAll(pattern))
      left = blank(left, { start: match.index, end: match.index + match[0].length });
  };
  const numbered = (said: string): Kind => (said.replace(/\P{Nd}/gu, '').length > 15 ? 'number' : 'phone');
  take(email, 'email');
  take(link, 'link');
  take(mention, 'person');
  take(wechat, (said) => (/^1\d{10}$/.test(said) ? 'phone' : 'wechat'));
  take(mobile, 'phone');
  setAside(days);
  take(labelled, numbered, withoutSum);
  take(long, numbered, withoutSum);
  setAside(figures);
  take(short, numbered);
  take(spoken, 'phone');
  take(code, 'wechat');
  return found;
}
