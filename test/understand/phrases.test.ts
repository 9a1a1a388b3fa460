import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { examples } from '../../bot/understand/examples.ts';
import { nearest } from '../../bot/understand/nearest.ts';
import { phrases, readmes } from '../support/phrases.ts';
import { en, meaning, zh } from './context.ts';

test.each(readmes)("%s: its list of phrases is the grammar's own examples", (name, language) => {
  // The formatter pads the table's columns.
  const bare = (text: string) => text.replace(/\s*\|\s*/g, '|').replace(/-{3,}/g, '---');
  expect(bare(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))).toContain(bare(phrases(language)));
});

describe('every example means what it stands for', () => {
  for (const [name, { zh: inChinese, en: inEnglish }] of Object.entries(examples)) {
    const check = (text: string, context: typeof zh) => {
      const names = Object.keys(meaning(text, context));
      if (name === 'several') expect(names).toContain('activity.log');
      else expect(names).toEqual([name]);
    };
    test.each(inChinese)(`${name}: %s`, (text) => check(text, zh));
    test.each(inEnglish)(`${name}: %s`, (text) => check(text, en));
  }
});

test('who is not understood is told the two nearest things, made of their own record', () => {
  expect(nearest('海川那个预算好像涨了', 'zh', '海川精工')).toEqual(['海川精工预算从50万涨到80万', expect.any(String)]);
  const [first, second] = nearest('gimme the digest thing', 'en', 'Foxglove');
  expect(first).toBe('digest');
  expect(second).not.toBe(first);
  expect(nearest('qwerty', 'en', 'Foxglove')).toEqual([
    'called Dana at Foxglove, says too expensive',
    'move Foxglove to quote',
  ]);
});
