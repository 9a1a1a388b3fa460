const same: Record<string, string> = {
  '：': ':',
  '，': ',',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '、': ',',
  '。': '.',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‘': "'",
  '’': "'",
  '～': '~',
  '—': '-',
  '–': '-',
  '−': '-',
  '￥': '¥',
  '　': ' ',
  '》': '"',
  '《': '"',
};

/**
 * One way of writing the same thing: full width becomes half width, curly quotes straight, control and invisible
 * characters go, blanks fold into one and lines keep their breaks. Names and numbers keep their case and order.
 */
export function normalize(text: string): string {
  return text
    .replace(/[\uff01-\uff5e\u3000-\u301f\u2013\u2014\u2018\u2019\u201c\u201d\u2212\uffe5]/g, (char) => {
      const known = same[char];
      if (known !== undefined) return known;
      const code = char.charCodeAt(0);
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
    })
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Mark that stands for words already made sense of; never part of a normalized text. */
export const gone = '\ue000';

/** Puts `gone` in place of each stretch, so that what is left keeps its place. */
export function mask(text: string, spans: readonly { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of spans) {
    left = left.slice(0, start) + gone.repeat(end - start) + left.slice(end);
  }
  return left;
}

/** The words still there after masking, without the punctuation between them. */
export function pieces(masked: string): string[] {
  return masked
    .split(/[\s\ue000,;.!|?]+/)
    .map((piece) => piece.replace(/^["'():[\]=-]+|["'():[\]=-]+$/g, ''))
    .filter((piece) => piece !== '');
}

/** Words without which a command says the same. */
const fillers =
  /^(请|麻烦|帮我|帮忙|一下|了|吧|哈|啊|呀|哦|呢|的|谢谢|谢了|多谢|辛苦|好吗|阶段|please|pls|thanks|thank you|thx|now|asap|the|a|an|for me|stage|and|then|也|已经|现在|马上|ok|好的|:|-)$/i;

/** What is left of a sentence once small words are gone; empty when nothing that matters is. */
export const leftovers = (masked: string): string =>
  pieces(masked)
    .filter((piece) => !fillers.test(piece))
    .join(' ');
