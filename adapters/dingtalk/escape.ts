/**
 * Whether DingTalk honours a backslash differs between its clients, so a character that would be markup is replaced by its
 * look-alike. All are full-width forms, which our grammar reads as
 * the plain ones: a sentence copied out of a message still means the same.
 */
export const lookalikes: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '｀',
  '<': '＜',
  '>': '＞',
  '#': '＃',
  _: '＿',
  '\\': '＼',
  '&': '＆',
  '@': '＠',
  '-': '－',
  '+': '＋',
  '=': '＝',
  '.': '．',
};

const swap = (found: string) => Array.from(found, (character) => lookalikes[character] ?? character).join('');

/** Text without what could break it: lone surrogates, control and direction characters. Lines end in \n. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '');
}

/** Somebody's words as part of a line of ours: they cannot become a link, a picture, emphasis, HTML or an @all. */
export function escapeInline(text: string): string {
  return tidy(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[[\]*`<\\]/g, swap)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, swap)
    .replace(/~(?=~)|(?<=~)~/g, '～')
    .replace(/&(?=#?\w+;)/g, swap)
    .replace(/(?<![\w.%+-])@|@(?=(?:all|everyone)(?![\w.-])|所有人)/gi, swap)
    .replace(/\b(?:dtmd|dingtalk|javascript):/gi, (found) => `${found.slice(0, -1)}：`);
}

/** The same where the words begin a line: they cannot become a heading, a quote, a list or a rule either. */
export function escapeStart(text: string): string {
  return escapeInline(text)
    .replace(/^[#>]+/, swap)
    .replace(/^(?:[-+](?=\s|$)|=+(?=\s*$)|-{2,}|(?:-\s*){2,}$)/, swap)
    .replace(/^(\d{1,9})\.(?=\s|$)/, (_, digits: string) => digits + swap('.'));
}

/** Several lines, each one safe; empty ones are left out. */
export function escapeLines(text: string): string[] {
  return tidy(text)
    .split('\n')
    .map(escapeStart)
    .filter((line) => line !== '');
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** At most `bytes` of UTF-8, cut between characters as a reader sees them, with … when something is gone. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let left = bytes - Buffer.byteLength('…');
  for (const { segment } of graphemes.segment(text.slice(0, Math.max(0, bytes)))) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return left < 0 || kept.length < text.length ? `${kept}…` : kept;
}
