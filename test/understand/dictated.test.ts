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

  test.each([
    [
      '打了三个电话一个给博创没人接一个给永昌的秦总他嫌贵还有一个给德美约了下周二下午两点演示',
      [
        ['博创', 'call', 'silent'],
        ['永昌', 'call', 'price', '秦总'],
        ['德美', 'call'],
      ],
    ],
    [
      '今天跑了两家先是博创秦总说要等老板批后来又去永昌周姐挺感兴趣的',
      [
        ['博创', 'visit', 'boss', '秦总'],
        ['永昌', 'visit', 'positive', '周姐'],
      ],
    ],
    [
      '上午去了博创聊得不错下午去了永昌没见到人',
      [
        ['博创', 'visit', 'positive'],
        ['永昌', 'visit', 'silent'],
      ],
    ],
    [
      '今天打了俩电话博创没接永昌接了说考虑考虑',
      [
        ['博创', 'call', 'silent'],
        ['永昌', 'call', 'timing'],
      ],
    ],
  ])('several met or rung in one breath are as many touches: %s', (text, touches) => {
    const told = understand(text, zh).intents.flatMap(({ intent }) =>
      intent.name === 'activity.log' ? [intent.input] : [],
    );
    expect(
      told.map(({ who, channel, outcome, objection, contacts }) =>
        [who, channel, outcome ?? objection, contacts?.[0]].filter((one) => one !== undefined),
      ),
    ).toEqual(touches);
  });

  test('who showed one around, what hurts, who decides and when one comes again', () => {
    expect(
      parts('刚从博创出来秦总带我看了车间他们痛点是换线慢预算六十万左右拍板的是老板娘下周五上午十点我再过去演示').map(
        ([, input]) => ({ ...(input as object), note: undefined }),
      ),
    ).toEqual([
      { who: '博创', channel: 'visit', contacts: ['秦总'] },
      { deal: '博创', facts: { pain: '换线慢', budget: cny(600_000, true), decision_maker: '老板娘' } },
      { who: '博创', what: '演示', at: '2026-11-20T10:00:00+08:00', kind: 'meeting' },
    ]);
  });

  test('what is given, how likely it is and who else is in it, without a mark', () => {
    expect(parts('博创折扣定了九折总价三十六万')).toEqual([
      ['deal.update', { deal: '博创', amount: cny(360_000), discount: 0.1 }],
    ]);
    expect(parts('博创这个项目希望不大我给两成吧对手是用友')).toEqual([
      ['deal.update', { deal: '博创', odds: 0.2, facts: { competitor: '用友' } }],
    ]);
    expect(parts('博创签了博创签了一共二十六万昨天下午刚签的下周三上午十点给他们开启动会')).toEqual([
      ['deal.move', { deal: '博创', stage: 'won', facts: { amount: cny(260_000), signed_on: '2026-11-11' } }],
      ['task.add', { who: '博创', what: '开启动会', at: '2026-11-18T10:00:00+08:00', kind: 'meeting' }],
    ]);
  });

  test('whom one was named with was met, and what it is for is no other deal', () => {
    expect(parts('博创何总 腾讯会议开了一个小时 说要上董事会过一遍')).toMatchObject([
      ['activity.log', { who: '博创', channel: 'meeting', contacts: ['何总'], objection: 'boss' }],
    ]);
    expect(parts('刚跟博创刘总喝完茶 他说支架预算大概600万 我估摸六成把握')).toEqual([
      ['activity.log', { who: '博创', channel: 'meeting', contacts: ['刘总'] }],
      ['deal.update', { deal: '博创', odds: 0.6, facts: { budget: cny(6_000_000, true) } }],
    ]);
  });

  test('what they send back is sent back, in the characters it was typed in', () => {
    expect(parts('永昌推到報價了啊周姐說周五之前把蓋章的合約寄回來')[1]).toEqual([
      'task.add',
      { who: '永昌', what: '寄回蓋章的合約', at: '2026-11-13T18:00:00+08:00', side: 'them' },
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
