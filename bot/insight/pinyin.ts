import { pinyin } from 'pinyin-pro';

const longest = 200;

/**
 * What a name is found by in Latin letters: its words in full pinyin without tones, its initials, and what is Latin in
 * it already. 「恒通精密」 → `hengtongjingmi htjm`. Empty when the name has no letter. Only the first 200 characters count.
 */
export function searchKey(name: string): string {
  const parts = name
    .normalize('NFKC')
    .slice(0, longest)
    .split(/[\s·,;|/]+/u);
  const keys = parts.flatMap((part) => {
    const syllables = pinyin(part, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
      .map((syllable) =>
        syllable
          .toLowerCase()
          .replace(/ü/g, 'v')
          .replace(/[^a-z0-9]/g, ''),
      )
      .filter((syllable) => syllable !== '');
    if (syllables.length === 0) return [];
    const initials = syllables.map((syllable) => syllable[0]).join('');
    return syllables.length > 1 ? [syllables.join(''), initials] : [syllables.join('')];
  });
  return [...new Set(keys)].join(' ');
}
