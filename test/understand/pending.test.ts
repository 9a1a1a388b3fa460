import { describe, expect, test } from 'vitest';
import type { Pending } from '../../bot/understand/index.ts';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const usd = (amount: number) => ({ amount, currency: 'USD' });
const move = { name: 'deal.move' as const, input: { deal: '#34', stage: 'quote' } };
const asked = (missing: string[], base = zh) => ({ ...base, pending: { intent: move, missing } });

describe('the answer to what is missing fills it in and goes on', () => {
  test.each<[string[], string, Record<string, unknown>]>([
    [['decision_maker', 'budget'], '决策人王总 预算50w', { decision_maker: '王总', budget: cny(500_000) }],
    [
      ['pain', 'decision_maker', 'budget'],
      '痛点是交付慢 决策人王总 预算50w',
      { pain: '交付慢', decision_maker: '王总', budget: cny(500_000) },
    ],
    [['pain', 'decision_maker'], '痛点：交期，质量\n决策人：王总', { pain: '交期,质量', decision_maker: '王总' }],
    [['decision_maker', 'budget'], '王总 50w', { decision_maker: '王总', budget: cny(500_000) }],
    [['decision_maker', 'budget'], '王总', { decision_maker: '王总' }],
    [['decision_maker'], '王总', { decision_maker: '王总' }],
    [['decision_maker'], '是王总拍板', { decision_maker: '王总' }],
    [['decision_maker'], '采购总监', { decision_maker: '采购总监' }],
    [['budget'], '50w', { budget: cny(500_000) }],
    [['budget'], '五十万左右吧', { budget: { ...cny(500_000), about: true } }],
    [['budget'], '80000', { budget: cny(80_000) }],
    [['amount', 'close_on'], '80万 月底', { amount: cny(800_000), close_on: '2026-11-30' }],
    [['signed_on'], '今天', { signed_on: '2026-11-12' }],
    [['pain'], '交付太慢', { pain: '交付太慢' }],
    [['loss_reason'], '嫌贵', { loss_reason: 'price' }],
    [['loss_reason'], '被金蝶抢了', { loss_reason: 'competitor', competitor: '金蝶' }],
    [['loss_reason'], '搬厂了', { loss_reason: '搬厂了' }],
  ])('%j: %s', (missing, text, facts) =>
    expect(meaning(text, asked(missing))).toEqual({ 'deal.move': { ...move.input, facts } }),
  );

  test.each<[string[], string, Record<string, unknown>]>([
    [
      ['decision_maker', 'budget'],
      'decision maker Mr Wang, budget 50k',
      { decision_maker: 'Mr Wang', budget: usd(50_000) },
    ],
    [
      ['pain', 'decision_maker', 'budget'],
      'pain: slow delivery, decision maker Mr Wang, budget 50k',
      { pain: 'slow delivery', decision_maker: 'Mr Wang', budget: usd(50_000) },
    ],
    [['decision_maker'], 'Mr Wang', { decision_maker: 'Mr Wang' }],
    [['decision_maker', 'budget'], 'Mr Wang, 50k', { decision_maker: 'Mr Wang', budget: usd(50_000) }],
    [['budget'], '$50k', { budget: usd(50_000) }],
    [['amount', 'close_on'], '60k by Dec 15', { amount: usd(60_000), close_on: '2026-12-15' }],
    [['pain'], 'delivery is too slow', { pain: 'delivery is too slow' }],
    [['loss_reason'], 'price', { loss_reason: 'price' }],
  ])('%j: %s', (missing, text, facts) =>
    expect(meaning(text, asked(missing, en))).toEqual({ 'deal.move': { ...move.input, facts } }),
  );

  test('what was said before stays', () => {
    const pending = {
      intent: { name: 'deal.move' as const, input: { deal: '#34', stage: 'quote', facts: { pain: '慢' } } },
      missing: ['budget'],
    };
    expect(meaning('50w', { ...zh, pending })).toEqual({
      'deal.move': { deal: '#34', stage: 'quote', facts: { pain: '慢', budget: cny(500_000) } },
    });
  });

  test.each<[Pending, string, Record<string, unknown>]>([
    [
      { intent: { name: 'deal.move', input: { stage: 'quote' } }, missing: ['deal'] },
      '恒通那个单子',
      { 'deal.move': { deal: '恒通', stage: 'quote' } },
    ],
    [
      { intent: { name: 'activity.log', input: { channel: 'call' } }, missing: ['who'] },
      '宏达',
      { 'activity.log': { who: '宏达', channel: 'call' } },
    ],
    [{ intent: { name: 'touch.snooze', input: {} }, missing: ['touch'] }, '#99', { 'touch.snooze': { touch: '#99' } }],
    [
      { intent: { name: 'deal.open', input: {} }, missing: ['customer'] },
      '恒通',
      { 'deal.open': { customer: '恒通' } },
    ],
    [
      { intent: { name: 'deal.update', input: { deal: '#3' } }, missing: ['close_on'] },
      '月底',
      { 'deal.update': { deal: '#3', closeOn: '2026-11-30' } },
    ],
  ])('a part of the intent itself: %j', (pending, text, meant) =>
    expect(meaning(text, { ...zh, pending })).toEqual(meant),
  );
});

describe('what does not answer is not taken for an answer', () => {
  test.each<[string[], string, string]>([
    [['pain'], '今天跟进谁', 'plan.today'],
    [['pain'], '取消', 'cancel'],
    [['decision_maker', 'budget'], '恒通推进到合同', 'deal.move'],
    [['pain'], '撤销', 'undo'],
    [['decision_maker'], '刚跟宏达李总打了电话', 'activity.log'],
    [['pain'], '不知道', 'unknown'],
    [['decision_maker'], '你好', 'unknown'],
    [['decision_maker'], '是谁来着？', 'unknown'],
    [['budget'], '好的', 'unknown'],
    [['budget'], '下次再说', 'unknown'],
  ])('%j: %s', (missing, text, name) => expect(understand(text, asked(missing)).intents[0]?.intent.name).toBe(name));

  test.each([
    ['loss_reason', { name: 'deal.move' as const, input: { deal: '#34', stage: 'lost' } }, '还没输，只是嫌贵'],
    ['loss_reason', { name: 'deal.move' as const, input: { deal: '#34', stage: 'lost' } }, '搞错了 嫌贵的是宏达'],
    ['deal', { name: 'deal.give' as const, input: { to: '王磊' } }, '先不转'],
    ['deal', { name: 'deal.give' as const, input: { to: '王磊' } }, '我再想想'],
    ['deal', { name: 'deal.give' as const, input: { to: '王磊' } }, '谁'],
    ['who', { name: 'activity.log' as const, input: { channel: 'call' } }, '今天天气真不错'],
  ])('who takes it back or thinks it over does not fill in %s: %j %s', (key, intent, text) => {
    const { intents } = understand(text, { ...zh, pending: { intent: intent as never, missing: [key] } });
    expect(intents[0]?.intent.name).not.toBe(intent.name);
  });

  test('half an answer is asked about again, with what it belongs to', () => {
    expect(understand('预算不要超过50w', asked(['budget']))).toMatchObject({
      refused: 'unclear',
      asks: { intent: move, missing: ['budget'] },
    });
  });
});

describe('a sentence that names nobody', () => {
  test('asks once, and the name completes all of it', () => {
    const first = understand('打了电话，聊得不错，金额改成90万', { ...zh, about: {} });
    expect(first).toMatchObject({ refused: 'missing', asks: { intent: { name: 'several' } } });
    const pending = first.asks as Pending;
    const { intents } = understand('恒通', { ...zh, about: {}, pending });
    expect(intents[0]?.intent).toMatchObject({
      name: 'several',
      input: {
        parts: [
          { name: 'activity.log', input: { who: '恒通', channel: 'call' } },
          { name: 'deal.update', input: { deal: '恒通', amount: cny(900_000) } },
        ],
      },
    });
  });

  test('a reminder without a time asks when, and the time completes it', () => {
    const first = understand('提醒我给恒通打电话', zh);
    expect(first).toMatchObject({ refused: 'missing', asks: { missing: ['at'] } });
    const { intents } = understand('明天下午3点', { ...zh, pending: first.asks as Pending });
    expect(intents[0]?.intent).toMatchObject({ name: 'task.add', input: { at: '2026-11-13T15:00:00+08:00' } });
  });
});

describe('one of several', () => {
  const options = ['永兴上海', '永兴北京', 'Acme'].map((label, index) => ({
    label,
    intent: { name: 'deal.show' as const, input: { deal: `#${index + 1}` } },
  }));
  test.each([
    ['1', 1],
    ['第一个', 1],
    ['2.', 2],
    ['第二个吧', 2],
    ['选第3个', 3],
    ['二', 2],
    ['永兴北京', 2],
    ['北京', 2],
    ['最后一个', 3],
    ['the second one', 2],
    ['first', 1],
    ['acme', 3],
    ['option 2', 2],
    ['#2', 2],
  ] as const)('%s', (text, number) =>
    expect(meaning(text, { ...zh, pending: { options } })).toEqual({ 'deal.show': { deal: `#${number}` } }),
  );
  test.each([
    ['永兴', 'unknown'],
    ['4', 'unknown'],
    ['都不是', 'unknown'],
    ['今天跟进谁', 'plan.today'],
    ['取消', 'cancel'],
  ])('%s picks none', (text, name) => {
    expect(understand(text, { ...zh, pending: { options } }).intents[0]?.intent.name).toBe(name);
  });
});

describe('whom a story means and does not name is asked once, for all of it', () => {
  test.each([
    ['刚从第一家出来 聊得不错 他们说预算大概四五十万 下周二再过去一趟', '恒通', zh],
    ['just left the first place, they liked it, budget around 40k, back there next tuesday', 'Northwind', en],
    ['打了电话 嫌贵 预算30万 下周三下午3点演示', '恒通', zh],
  ] as const)('%s', (told, name, base) => {
    const first = understand(told, base);
    expect(first.refused).toBe('missing');
    const { intents } = understand(name, { ...base, pending: first.asks as Pending });
    expect(intents).toHaveLength(1);
    const { parts } = JSON.parse(JSON.stringify(intents[0])).intent.input;
    expect(parts.map((part: { name: string }) => part.name)).toEqual(['activity.log', 'deal.update', 'task.add']);
    for (const { input } of parts) expect(input.who ?? input.deal).toBe(name);
  });

  test('also while one speaks of another: nothing of it goes there', () => {
    const { asks } = understand('第二家聊得不错 预算40万', { ...zh, about: { deal: '#7' } });
    expect(JSON.stringify(asks)).not.toContain('#7');
  });
});
