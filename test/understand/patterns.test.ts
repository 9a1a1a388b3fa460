import { readdirSync, readFileSync } from 'node:fs';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import ts from 'typescript';
import { expect, test } from 'vitest';

const bot = new URL('../../bot/', import.meta.url);
const parser = new RegExpParser({ ecmaVersion: 2025 });

/** Every regular expression that is written in the bot, with its file. */
function patterns(): { file: string; pattern: string }[] {
  return readdirSync(bot, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(new URL(file, bot), 'utf8'), ts.ScriptTarget.Latest, true);
      const found: { file: string; pattern: string }[] = [];
      const walk = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.push({ file, pattern: node.text });
        ts.forEachChild(node, walk);
      };
      walk(source);
      return found;
    });
}

/** A group behind a mark that cannot stand in it (1,234,567; a.b.c): there is one way to read each, however many. */
const oneWay = /^\(\?:(?:,\\d\{3\}|\\\.\[[^\]]+\]\+|\\s\\d\{3\}|\[\\s\(\)\.\/-\]\{0,2\}\\d)\)/;

/** The groups of a pattern that are repeated more than a dozen times: with several ways to read each, they may never end. */
function endless(pattern: string): string[] {
  const found: string[] = [];
  visitRegExpAST(parser.parseLiteral(pattern), {
    onQuantifierEnter({ max, element, raw }) {
      if (max > 12 && /Group$/.test(element.type) && !oneWay.test(raw)) found.push(raw);
    },
  });
  return found;
}

test('no regular expression of the bot can be made to try without end: what it repeats is one character, or at most a dozen words', () => {
  const all = patterns();
  expect(all.length).toBeGreaterThan(1000);
  expect(all.flatMap(({ file, pattern }) => endless(pattern).map((raw) => `${file}: ${raw}`))).toEqual([]);
});

test('the check sees what would hang', () => {
  expect(endless('/^(?:a|ab|b)*$/')).toHaveLength(1);
  expect(endless('/^(?:\\d+[\\s,]*){1,30}$/')).toHaveLength(1);
  expect(endless('/^[a-z]+(?:,\\d{3})+(?:x|y){0,10}$/')).toEqual([]);
});
