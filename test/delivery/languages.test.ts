import { expect, test } from 'vitest';
import { en } from '../../bot/i18n/en.ts';
import { zh } from '../../bot/i18n/zh.ts';

/** Every string and phrase of a language by its path; a phrase is told from a string and by how much it takes. */
function shape(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'object' && words !== null) {
    return new Map(Object.entries(words).flatMap(([key, value]) => [...shape(value, path ? `${path}.${key}` : key)]));
  }
  return new Map([[path, typeof words === 'function' ? `phrase of ${words.length}` : typeof words]]);
}

function strings(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(strings) : [];
}

test('Chinese and English have the same strings and phrases', () => {
  const [chinese, english] = [shape(zh), shape(en)];
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  const kind = (one: Map<string, string>) => [...one].map(([path, is]) => `${path}: ${is.split(' ')[0]}`).sort();
  expect(kind(english)).toEqual(kind(chinese));
});

test('no string is empty, and no English one is Chinese', () => {
  for (const words of [zh, en]) expect(strings(words).filter((text) => text.trim() === '')).toEqual([]);
  const names = Object.values(en.languages);
  expect(strings(en).filter((text) => /\p{Script=Han}/u.test(text) && !names.includes(text))).toEqual([]);
});
