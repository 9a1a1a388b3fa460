import { pinyin } from 'pinyin-pro';

const most = 6;
const usual = new Map<string, string>();

const latin = (syllable: string) => syllable.toLowerCase().replace(/ü/g, 'v');

function usualReading(letter: string): string {
  const known = usual.get(letter);
  if (known !== undefined) return known;
  const read = latin(pinyin(letter, { toneType: 'none' }));
  usual.set(letter, read);
  return read;
}

/**
 * The first syllables of a Chinese word in pinyin. `stored` is the record's search key: where the characters' usual
 * readings are found in it they are right, and only 重庆 and its like are read as a whole, which takes ten times as long.
 */
export function syllables(word: string, stored?: string | null): string[] {
  const han = /^\p{Script=Han}+/u.exec(word)?.[0].slice(0, most) ?? '';
  const alone = Array.from(han, usualReading);
  if (stored?.includes(alone.join(''))) return alone.every(isSyllable) ? alone : [];
  const read = pinyin(han, { toneType: 'none', type: 'array' }).map(latin);
  return read.every(isSyllable) ? read : [];
}

const isSyllable = (text: string) => /^[a-z]+$/.test(text);
