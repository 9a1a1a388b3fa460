import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIntent } from '../../bot/intents.ts';
import { examples, fillForm, understand } from '../../bot/understand/index.ts';
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

const units = [
  'a',
  ' ',
  '1',
  '1,',
  '一',
  '万',
  '十',
  '推进',
  '到',
  '把',
  '恒通 ',
  '王总',
  ',',
  ':',
  '"',
  '(',
  '@',
  'a@',
  'a.',
  '-',
  '+1 ',
  '138 ',
  'move ',
  'to ',
  'for ',
  '下',
  '下下',
  '周',
  '说',
  '如果',
  '的',
  '了',
  '预算',
  '姓名:',
  'name: ',
  'x\n',
  '嫌贵',
  'no reply ',
  '1:00',
  '3点',
  '被',
  'called ',
  'at ',
  'with ',
  'half a ',
  'one hundred and ',
  '大概',
  '、',
  '~',
  '。',
  '😀',
  '#1 ',
  '| ',
];
const starts = [
  '',
  '把',
  '新线索 ',
  'new lead: ',
  '刚跟',
  'called ',
  '给',
  '恒通',
  'move ',
  '/deal ',
  '/lead ',
  '/talk ',
  '"',
];

test('the longest and most tedious texts take less than 50 ms of work', () => {
  const slow: string[] = [];
  for (const start of starts) {
    for (const unit of units) {
      const text = (start + unit.repeat(4000)).slice(0, 4000);
      let best = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < 3 && best > 50; tries += 1) {
        const from = process.threadCpuUsage().user;
        understand(text, zh);
        best = Math.min(best, (process.threadCpuUsage().user - from) / 1000);
      }
      if (best > 50) slow.push(`${start}${unit}… ${Math.round(best)} ms`);
    }
  }
  expect(slow).toEqual([]);
}, 300_000);

test('the same text means the same again', () => {
  for (const text of said) expect(understand(text, zh)).toEqual(understand(text, zh));
});
