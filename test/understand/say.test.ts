import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Intent, type IntentName, intents, languages, readIntent } from '../../bot/intents.ts';
import { say, understand } from '../../bot/understand/index.ts';
import { en, zh } from './context.ts';

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.integer({ min: 0, max: 1e6 }).map((id) => `#${id}`),
  fc.constantFrom(
    '恒通精密',
    'Acme Corp',
    '报价',
    'quote',
    'a | b:c',
    '"x"',
    '到',
    '50w',
    '/do',
    '１２',
    ' @3',
    'Contract signed',
    '明天',
    '取消',
  ),
);
const amount = fc.record(
  {
    amount: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    currency: fc.constantFrom('CNY', 'USD'),
    about: fc.boolean(),
  },
  { requiredKeys: ['amount'] },
);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((at) =>
    fc.constantFrom(
      at.toISOString(),
      `${at.toISOString().slice(0, 16)}:00+08:00`,
      `${at.toISOString().slice(0, 16)}:00Z`,
      `${at.toISOString().slice(0, 19)}-05:00`,
    ),
  );

/** Values that suit a part of an intent's input, by its name; what does not pass the schema is thrown away after. */
function valueFor(key: string): fc.Arbitrary<unknown> {
  if (key === 'amount' || key === 'budget') return amount;
  if (key === 'closeOn') return day;
  if (key === 'nextAt' || key === 'until') return moment;
  if (key === 'headcount' || key === 'version' || key === 'command') return fc.integer({ min: -5, max: 1e9 });
  if (key === 'anyway' || key === 'active') return fc.boolean();
  if (key === 'facts')
    return fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.oneof(word, fc.boolean(), amount, fc.integer()), {
      maxKeys: 3,
    });
  if (key === 'next') return fc.record({ what: word, at: moment });
  if (key === 'code') return fc.oneof(fc.stringMatching(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/), word);
  const choice: Record<string, string[]> = {
    whose: ['mine', 'team', 'all'],
    role: ['rep', 'manager', 'admin'],
    language: ['zh', 'en'],
    platform: ['slack', 'dingtalk', 'local'],
    outcome: ['reached', 'silent', 'positive', 'negative'],
    channel: ['call', 'visit', 'wechat', 'email', 'event', '展会'],
  };
  return choice[key] ? fc.constantFrom(...(choice[key] as string[])) : word;
}

const anyIntent: fc.Arbitrary<Intent> = fc
  .constantFrom(...(Object.keys(intents) as IntentName[]))
  .chain((name) => {
    const keys = Object.keys(intents[name].shape);
    const parts = Object.fromEntries(keys.map((key) => [key, fc.option(valueFor(key), { nil: undefined, freq: 2 })]));
    return fc.record(parts).map((input) => readIntent({ name, input: JSON.parse(JSON.stringify(input)) }));
  })
  .filter((intent) => intent !== null);

describe('what a button says', () => {
  test.each([...languages])(
    'is understood as the intent it stands for, whatever it is (%s)',
    (language) => {
      fc.assert(
        fc.property(anyIntent, fc.boolean(), (intent, busy) => {
          const context = {
            ...(language === 'zh' ? zh : en),
            ...(busy ? { pending: { intent, missing: ['pain'] }, about: { deal: '#1' } } : {}),
          };
          expect(understand(say(intent, language), context).intents[0]?.intent).toEqual(intent);
        }),
        { numRuns: 1500 },
      );
    },
    120_000,
  );

  test.each<[Intent, string, string]>([
    [{ name: 'deal.move', input: { deal: '#34', stage: '报价' } }, '推进 #34 到 报价', 'move #34 to 报价'],
    [
      { name: 'deal.move', input: { deal: '#34', stage: 'quote', version: 3 } },
      '推进 #34 到 quote @3',
      'move #34 to quote @3',
    ],
    [
      { name: 'deal.move', input: { deal: '#34', stage: 'Contract signed' } },
      '推进 #34 到 "Contract signed"',
      'move #34 to "Contract signed"',
    ],
    [{ name: 'touch.done', input: { touch: '#99' } }, '完成 #99', 'done #99'],
    [{ name: 'touch.snooze', input: { touch: '#99' } }, '延后 #99', 'snooze #99'],
    [
      { name: 'touch.snooze', input: { touch: '#99', until: '2026-11-13T09:00:00+08:00' } },
      '延后 #99 到 2026-11-13 09:00 +08:00',
      'snooze #99 to 2026-11-13 09:00 +08:00',
    ],
    [{ name: 'undo', input: { command: 12 } }, '撤销 #12', 'undo #12'],
    [{ name: 'undo', input: { command: 12, only: 'objection' } }, '撤销 #12 的顾虑', 'undo objection of #12'],
    [{ name: 'undo', input: { command: 12, only: 'facts.pain' } }, '撤销 #12 的 facts.pain', 'undo facts.pain of #12'],
    [{ name: 'confirm', input: { question: 12 } }, '确认 #12', 'confirm #12'],
    [{ name: 'deal.show', input: { deal: '#34' } }, '查看 商机 #34', 'show deal #34'],
    [{ name: 'plan.today', input: {} }, '今天跟进谁', 'who should I follow up today'],
    [{ name: 'deal.list', input: { whose: 'mine', stage: 'quote' } }, '我的商机 阶段 quote', 'my deals at stage quote'],
    [
      {
        name: 'lead.create',
        input: {
          name: '王建国',
          company: '恒通',
          phone: '+8613862011234',
          budget: { amount: 500000, currency: 'CNY' },
          anyway: true,
        },
      },
      '仍新建线索 姓名:王建国 | 公司:恒通 | 电话:+8613862011234 | 预算:500000 CNY',
      'new lead anyway name:王建国 | company:恒通 | phone:+8613862011234 | budget:500000 CNY',
    ],
  ])('reads like something a person would type: %j', (intent, inChinese, inEnglish) => {
    expect(say(intent, 'zh')).toBe(inChinese);
    expect(say(intent, 'en')).toBe(inEnglish);
  });

  test('a /do that is no intent of ours is not obeyed', () => {
    for (const text of ['/do drop.table {}', '/do deal.move {"deal":"#1"}', '/do deal.move {bad', '/do __proto__ {}']) {
      expect(understand(text, zh).intents[0]?.intent.name).toBe('unknown');
    }
  });
});
