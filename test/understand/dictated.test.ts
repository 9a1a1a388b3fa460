import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { zh } from './context.ts';

const parts = (text: string) => understand(text, zh).intents.map(({ intent }) => [intent.name, intent.input]);
const cny = (amount: number, about = false) => ({ amount, currency: 'CNY', ...(about ? { about } : {}) });

describe('a dictation without a mark is read clause by clause', () => {
  test('who was met, what they object, what they can spend and the next appointment', () => {
    expect(parts('刚见完博创的秦总啊他觉得报价高了点预算嘛说是七十万左右然后约了下周四下午两点给他们演示')).toEqual([
      ['activity.log', { who: '博创', channel: 'visit', contacts: ['秦总'], objection: 'price' }],
      ['deal.update', { deal: '博创', facts: { budget: cny(700_000, true) } }],
      ['task.add', { who: '博创', what: '演示', at: '2026-11-19T14:00:00+08:00', kind: 'meeting' }],
    ]);
  });

  test('what they can spend, right behind how they liked it', () => {
    expect(parts('今天去了博创 他们挺有兴趣的预算三十万左右')).toContainEqual([
      'deal.update',
      { deal: '博创', facts: { budget: cny(300_000, true) } },
    ]);
  });

  test('a slip of the tongue counts for nothing', () => {
    expect(parts('明天上午九点哦不十点给博创秦总打电话')).toEqual(parts('明天上午十点给博创秦总打电话'));
    expect(parts('博创预计成交十二月七号不对是八号')).toEqual(parts('博创预计成交十二月八号'));
  });

  test('what was said to have it written down is not written down', () => {
    expect(parts('博创的痛点记一下就是换线太慢')).toEqual(parts('博创的痛点是换线太慢'));
    expect(parts('博创金额改一下吧改成三十二万')).toEqual(parts('博创金额改成三十二万'));
  });

  test('a correction stays one', () => {
    const last = { command: 41, text: '博创预算50万' };
    expect(understand('是68w不是50w', { ...zh, last }).intents[0]?.intent.name).toBe('amend');
  });
});

describe('万 left out in speech', () => {
  test('a budget of 70 is proposed as 70万 and not written as ¥70', () => {
    const [one] = understand('博创预算被砍到70了', zh).intents;
    expect(one?.intent.input).toEqual({ deal: '博创', facts: { budget: cny(700_000) } });
    expect(one?.confidence).toBeLessThan(0.6);
  });

  test('with its unit said it is what was said', () => {
    expect(understand('博创金额改成800元', zh).intents).toEqual([
      { intent: { name: 'deal.update', input: { deal: '博创', amount: cny(800) } }, confidence: 0.9 },
    ]);
  });
});
