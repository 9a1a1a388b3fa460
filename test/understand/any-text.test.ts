import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIntent } from '../../bot/intents.ts';
import { examples, fillForm, understand } from '../../bot/understand/index.ts';
import { tediousTexts } from '../support/tedious.ts';
import { en, zh } from './context.ts';

const said = Object.values(examples).flatMap((one) => [...one.zh, ...one.en]);
const scraps = fc
  .array(
    fc.constantFrom(
      ...said,
      ...'推进 到 报价 把 恒通 王总 嫌贵 下周三 下午3点 预算 50w , 。 ; : " \n 不要 如果 吗 ? 万 亿 一二三 1234567 138 + - ( ) @ # / a.b@c move to won lost deal for next Wed called at says 5 k m | 明天 前 后 个 了'.split(
        ' ',
      ),
      ' ',
      '\n',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  scraps,
);

test('no text whatever throws, and whatever is made of it passes its schema', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(zh, en), fc.boolean(), (text, context, asked) => {
      const pending = asked
        ? {
            pending: {
              intent: { name: 'deal.move' as const, input: { deal: '#1', stage: 'quote' } },
              missing: ['decision_maker', 'budget', 'pain'],
            },
          }
        : {};
      const { intents } = understand(text, { ...context, ...pending });
      expect(intents.length).toBeGreaterThan(0);
      for (const { intent, confidence } of intents) {
        expect(readIntent(intent)).toEqual(intent);
        expect(confidence).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
}, 120_000);

test('no form value throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('name', 'phone', 'email', 'budget', 'headcount', 'channel', 'closeOn'), anyText),
      (values) => {
        fillForm('lead.create', {}, values, zh);
      },
    ),
    { numRuns: 500 },
  );
});

test('the longest and most tedious texts are answered', () => {
  for (const text of tediousTexts()) expect(understand(text, zh).intents.length).toBeGreaterThan(0);
}, 120_000);

test('the same text means the same again', () => {
  for (const text of said) expect(understand(text, zh)).toEqual(understand(text, zh));
});
