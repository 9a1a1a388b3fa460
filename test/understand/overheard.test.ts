import { describe, expect, test } from 'vitest';
import { sureEnough, understand } from '../../bot/understand/index.ts';
import { createNames } from '../../bot/understand/names.ts';
import { en, zh } from './context.ts';

// Sentences that people who had never seen the bot typed, and that it once read wrong.

const names = createNames();
const companies =
  '赤霞食品 鲸舟储能 沙洲化工 三江仓储 麒岳光电 浪花电子 恒澜光电 初禾咨询 暮云乳业 Windermark·Circuits Jasperfield·Machine·Works Valeford·Mills Lanternfish·Foods Osprey·Semiconductors Quarrington·Steel';
for (const [at, company] of companies.split(' ').entries())
  names.add({ kind: 'customer', id: 101 + at, company: company.replaceAll('·', ' '), ownerId: 1 });
names.add({ kind: 'contact', id: 190, person: 'Alice Jarvis', customerId: 115, ownerId: 1 });
const known = names.view({ personId: 1, teamMates: null });
const read = (text: string, zone?: string) => {
  const context = /\p{Script=Han}/u.test(text) ? zh : en;
  return understand(text, { ...context, ...(zone ? { zone } : {}), names: known });
};
const told = (text: string) => read(text).intents.map(({ intent }) => [intent.name, intent.input]);

describe('words that nobody is called are no record, when one stands in front of them', () => {
  test.each([
    [
      '昨天跟初禾的王总吃了个饭 聊得还行 他说预算没问题 主要看效果',
      'activity.log',
      { who: '初禾', contacts: ['王总'] },
    ],
    [
      '三江仓储最近冒出来一家海康的方案 比我们便宜两成',
      'deal.update',
      { deal: '三江仓储', facts: { competitor: '海康' } },
    ],
  ])('%s', (text, name, input) => {
    const { intents } = read(text);
    expect(intents.map(({ intent }) => intent)).toMatchObject([{ name, input }]);
    expect(intents.every(({ confidence }) => confidence < sureEnough)).toBe(true);
  });
});

describe('a deal that closes later', () => {
  test.each([
    ['初禾那单估计年底签不了 往后推一个月吧', '初禾', 'P1M'],
    ['把恒澜往后推两周', '恒澜', 'P2W'],
    ['浪花合同要拖半个月', '浪花', 'P15D'],
    ['恒澜推迟一个季度', '恒澜', 'P3M'],
    ['push osprey out two weeks', 'osprey', 'P2W'],
    ['osprey slipped a month', 'osprey', 'P1M'],
  ])('by how much: %s', (text, deal, closeLater) => {
    expect(told(text)).toEqual([['deal.update', { deal, closeLater }]]);
  });

  test.each([
    ['赤霞客户说他们老板出差 签字要拖到下下周一了', '赤霞', '2026-11-23'],
    ['Osprey close date is slipping to Dec 15', 'Osprey', '2026-12-15'],
    ['osprey close date 18th', 'osprey', '2026-11-18'],
  ])('until when: %s', (text, deal, closeOn) => {
    expect(told(text)).toContainEqual(['deal.update', { deal, closeOn }]);
  });

  test.each(['明天拜访恒澜推迟一周', 'push the osprey demo out a week'])(
    'is not a visit that is put off: %s',
    (text) => {
      expect(JSON.stringify(told(text))).not.toContain('closeLater');
    },
  );
});

describe('of two records in one breath each keeps its own words', () => {
  test('what could not be read is a note, and all of it is asked about', () => {
    const { intents } = read(
      '鲸舟储能秦总回话了说有兴趣 我答应他今晚发过去 沙洲化工那边蒋雪说不是她管 让我找动力科的孙工',
    );
    const said = intents.map(({ intent }) => [intent.name, (intent.input as { who: string }).who]);
    expect(said).toContainEqual(['activity.log', '鲸舟储能']);
    expect(said).toContainEqual(['activity.log', '沙洲化工']);
    expect(Math.min(...intents.map(({ confidence }) => confidence))).toBeLessThan(sureEnough);
  });

  test('a clause begins with who is there', () => {
    const parts = told(
      "valeford want to push everything to q2. and daniel at lanternfish isn't picking up, will try again tmrw pm",
    );
    expect(parts).toContainEqual([
      'activity.log',
      { who: 'lanternfish', channel: 'note', note: "daniel at lanternfish isn't picking up, will try again tmrw pm" },
    ]);
  });
});

describe('what one asks of the stock', () => {
  test.each([
    ['这周我还有哪些客户没跟的', { silentDays: 7 }],
    ['哪些客户一个月没联系了', { silentDays: 30 }],
    ["which deals haven't I touched this week", { silentDays: 7 }],
    ['how much have i got closing this month', { closeBy: '2026-11-30' }],
    ["what's closing this month", { closeBy: '2026-11-30' }],
    ['how many deals do I have closing next month', { closeBy: '2026-12-31' }],
    ['这个月能签几单', { closeBy: '2026-11-30' }],
  ])('%s', (text, input) => {
    expect(told(text)).toEqual([['deal.list', input]]);
  });

  test.each(['今天还有啥要跑的', '今天要去哪些地方'])('%s shows the plan of today', (text) => {
    expect(told(text)).toEqual([['plan.today', {}]]);
  });
});

describe('a new lead in the words of a fair', () => {
  test.each([
    [
      'met a guy at the hannover stand, Pete Kowalski from Brackenridge Castings, wants alerts on 3 lines, said call him thurs',
      { name: 'Pete Kowalski', company: 'Brackenridge Castings', channel: 'event', source: 'hannover stand' },
    ],
    [
      '刚认识一个做注塑的老板 姓冯 宁波的 手机13857400123 有兴趣看看我们系统',
      { name: '冯老板', city: '宁波', note: '做注塑; 有兴趣看看我们系统' },
    ],
    [
      '昨天加了个微信 苏州恒力达精工的钱总 大概三四十万的盘子 电话13862145507',
      { company: '苏州恒力达精工', note: '大概三四十万的盘子' },
    ],
  ])('%s', (text, input) => {
    expect(told(text)[0]).toEqual(['lead.create', expect.objectContaining(input)]);
  });

  test('a number without a country is of where one works', () => {
    const [lead] = read('new lead: Pete Kowalski, Brackenridge, 07700 900412', 'Europe/London').intents;
    expect(lead?.intent.input).toMatchObject({ phone: '+447700900412' });
  });
});

test.each([
  ['浪花的联系人换成赵经理了 电话13912340987', 'profile.update', { who: '浪花', contact: '赵经理' }],
  ['麒岳那边换了采购 新来的叫周倩 13811112222', 'profile.update', { who: '麒岳', contact: '周倩' }],
  ['浪花对接人换成赵敏了', 'profile.update', { who: '浪花', contact: '赵敏' }],
  ['恒澜竞争对手是用友 报得比我们低', 'deal.update', { facts: { competitor: '用友' } }],
  ['osprey should be 55k not 48k', 'deal.update', { amount: { amount: 55000, currency: 'USD' } }],
  [
    'sorry scratch that, jasperfield is 46k not 43',
    'deal.update',
    { deal: 'jasperfield', amount: { amount: 46000, currency: 'USD' } },
  ],
  ['ping me friday morning about osprey', 'task.add', { who: 'osprey', what: 'follow up' }],
  [
    "just out of windermark, they're happy",
    'activity.log',
    { who: 'windermark', channel: 'visit', outcome: 'positive' },
  ],
  ['osprey lost, went with an in house build', 'deal.move', { facts: { loss_reason: 'in_house' } }],
])('%s', (text, name, input) => {
  expect(read(text).intents.map(({ intent }) => intent)).toContainEqual(
    expect.objectContaining({ name, input: expect.objectContaining(input as object) }),
  );
});

test.each([
  [
    '鲸舟那单他们砍到120万了，月底签不了，推到1月15号吧',
    { deal: '鲸舟', amount: { amount: 1200000, currency: 'CNY' }, closeOn: '2027-01-15' },
  ],
  ['push osprey to end of jan, their budget got frozen til new year', { deal: 'osprey', closeOn: '2027-01-31' }],
  ['刚才说错了，鲸舟是125万不是120', { deal: '鲸舟', amount: { amount: 1250000, currency: 'CNY' } }],
])('what was understood is proposed, and the rest is kept beside it: %s', (text, input) => {
  const { intents } = read(text);
  expect(intents).toEqual([{ intent: { name: 'deal.update', input }, confidence: 0.5 }]);
});

test.each([
  ['初禾咨询上次聊到哪了', { customer: '初禾咨询' }],
  ['when did I last talk to Osprey?', { customer: 'Osprey' }],
])('when one last talked is in the timeline: %s', (text, input) => {
  expect(told(text)).toEqual([['customer.show', input]]);
});

test('a reminder before an appointment is one of its own', () => {
  expect(told('明天下午两点半去初禾拜访，提前一小时提醒我')).toEqual([
    ['task.add', { who: '初禾', what: '拜访', at: '2026-11-13T14:30:00+08:00', kind: 'meeting' }],
    ['task.add', { who: '初禾', what: '准备拜访', at: '2026-11-13T13:30:00+08:00' }],
  ]);
});

test('what is settled with legal is no objection, nor is our own boss', () => {
  expect(JSON.stringify(told('浪花合同法务那边过了，就等盖章，下周三去拿'))).not.toContain('objection');
  expect(JSON.stringify(told('called Osprey, they like the quote, gonna check w my boss'))).not.toContain('objection');
});

test('a month is when it begins for whom one gets back to', () => {
  expect(told('恒澜说今年没预算了，明年3月再联系')).toContainEqual([
    'task.add',
    { who: '恒澜', what: '联系', at: '2027-03-01T09:00:00+08:00' },
  ]);
});

test.each(['暮云那个下一步是啥', '三江仓储决策人是谁'])('a question is no value: %s', (text) => {
  expect(read(text).intents.every(({ intent }) => !/^deal\.(?:update|move)$/.test(intent.name))).toBe(true);
});

test('what another asks is at most asked about', () => {
  expect(read('浪花又杀价 说同行报18万').intents.every(({ confidence }) => confidence < sureEnough)).toBe(true);
});

test('a round of calls is told one by one, and who is in a meeting was not reached', () => {
  expect(told('早上打了一圈电话 恒澜没接 浪花说在开会 初禾约了周五下午')).toEqual([
    ['activity.log', { who: '恒澜', channel: 'call', outcome: 'silent' }],
    ['activity.log', { who: '浪花', channel: 'call', outcome: 'silent' }],
    ['task.add', { who: '初禾', what: '见面', at: '2026-11-13T14:00:00+08:00', kind: 'meeting' }],
  ]);
});

test.each([
  ['lunch fri with xavier yates osprey 12:30', { who: 'osprey', at: '2026-11-13T12:30:00-05:00' }],
  ['osprey push the demo to the 14th', { who: 'osprey', what: 'demo', at: '2026-11-14T09:00:00-05:00' }],
  ['约了三江仓储周五上午十点 在他们公司', { who: '三江仓储', what: '见面（他们公司）' }],
  ['lanternfish circle back in feb', { who: 'lanternfish', what: 'circle back', at: '2027-02-01T09:00:00-05:00' }],
])('when and what: %s', (text, input) => {
  expect(told(text)).toEqual([['task.add', expect.objectContaining(input)]]);
});

test.each([
  [
    '新来一个 老客户浪花介绍的 叫蓝鲸精工 李总 139 1234 5678',
    { name: '李总', company: '蓝鲸精工', channel: 'referral' },
  ],
  [
    'bumped into tom from brightline packaging at the station, wants a quote',
    { name: 'Tom', company: 'Brightline Packaging' },
  ],
])('who is new is no contact of whom we know: %s', (text, input) => {
  expect(told(text)).toEqual([['lead.create', expect.objectContaining(input)]]);
});

test('a saying rests no deal', () => {
  expect(told('该推的推一推 该放的放一放').map(([name]) => name)).not.toContain('deal.pause');
});

test('how much cheaper another is, is no discount of ours', () => {
  expect(JSON.stringify(told('三江仓储那家比我们便宜两成'))).not.toContain('discount');
});

test('who was taken to lunch was met', () => {
  expect(told("took farid from lanternfish to lunch, he's worried about rollout time")).toEqual([
    ['activity.log', expect.objectContaining({ who: 'lanternfish', contacts: ['farid'], channel: 'meeting' })],
  ]);
});

test('to-dos say what is to be done', () => {
  expect(told('明天上午十点提醒我再打一个 三江仓储')).toEqual([
    ['task.add', expect.objectContaining({ what: '打电话' })],
  ]);
});

test.each([
  ['这个月我能签下来的有哪几个,加起来多少钱', 'deal.list', { closeBy: '2026-11-30' }],
  ['which of mine are likely to sign this month and how much is that', 'deal.list', { closeBy: '2026-11-30' }],
  ['浪花电子可以报价了', 'deal.move', { deal: '浪花电子', stage: 'quote' }],
  ['恒澜下周三去不是周二', 'task.add', { who: '恒澜', at: '2026-11-18T09:00:00+08:00' }],
])('a new user says %s', (text, name, input) => {
  expect(read(text).intents.map(({ intent }) => intent)).toMatchObject([{ name, input }]);
});

test('what was signed tells what it was worth in the end', () => {
  expect(told('Windermark signed!! 75k in the end')).toEqual([
    ['deal.move', { deal: 'Windermark', stage: 'won', facts: { amount: { amount: 75_000, currency: 'USD' } } }],
  ]);
});

test.each(['they want 10% off', 'Osprey wants 10% off'])('a discount they wish for is given by nobody: %s', (text) => {
  expect(JSON.stringify(told(text))).not.toContain('discount');
});

test('of two sentences the first may be a question', () => {
  expect(read('浪花电子报价单发了没?上次是哪天跟他们聊的')).toMatchObject({ refused: 'question' });
});

describe('said by reps in their fifth set of sentences', () => {
  test('a price they asked for and did not get is no new amount', () => {
    const parts = told('三江仓储那单客户压价压到98万 我没松口 说回去请示领导');
    expect(JSON.stringify(parts)).not.toContain('980000');
    expect(parts[0]?.[0]).toBe('activity.log');
  });

  test.each([
    ['恒澜竞争对手是明源 报价比我们低15%', 'odds'],
    ['lost Windermark to Quadrant, they undercut us by 20%', 'odds'],
  ])('how much cheaper another is, is no chance: %s', (text, never) => {
    expect(JSON.stringify(told(text))).not.toContain(never);
  });

  test.each([
    ['恒澜先缓缓 年后再谈', { deal: '恒澜', until: '2027-02-15' }],
    ['Osprey not interested till budget reset in April, park it', { deal: 'Osprey', until: '2027-04-01' }],
  ])('a rest ends when the sentence says: %s', (text, input) => {
    expect(told(text)).toContainEqual(['deal.pause', input]);
  });

  test('what they say they do is their promise', () => {
    expect(told('恒澜对方财务说首付款这周五到账')).toMatchObject([['task.add', { what: '首付款到账', side: 'them' }]]);
  });

  test('somebody new at a customer is no new lead', () => {
    const text = "had coffee w/ Nils at Osprey, he's leaving in Feb, new contact is Priya Nair, priya@osprey.example";
    expect(told(text)).toEqual([
      ['activity.log', expect.objectContaining({ who: 'Osprey', contacts: ['Nils'] })],
      ['profile.update', { who: 'Osprey', contact: 'Priya Nair', email: 'priya@osprey.example' }],
    ]);
  });

  test.each([
    ["who's my hottest lead", 'lead.list'],
    ['最有希望的商机', 'deal.list'],
    ["I'm off sick tomorrow and wed", 'leave.add'],
    ['帮我看下恒澜光电最近进展', 'deal.show'],
  ])('%s', (text, name) => {
    expect(told(text).map(([one]) => one)).toEqual([name]);
  });

  test('a reason without a comma is told along', () => {
    expect(told('bump Osprey up to 85k they added two lines')).toContainEqual([
      'deal.update',
      { deal: 'Osprey', amount: { amount: 85_000, currency: 'USD' } },
    ]);
  });
});

describe('what was planned moves', () => {
  test.each([
    ['帮我把后天的拜访改到大后天同一时间', { what: '拜访', on: '2026-11-14', day: '2026-11-15' }],
    ['恒澜的演示改到周五下午3点', { who: '恒澜', what: '演示', day: '2026-11-13', time: '15:00' }],
    ['把明天下午跟恒澜的会推迟到下周二', { who: '恒澜', what: '会', on: '2026-11-13', day: '2026-11-17' }],
    ['拜访恒澜改到周五', { who: '恒澜', what: '拜访', day: '2026-11-13' }],
    ['跟恒澜改约到下周三了', { who: '恒澜', what: '约', day: '2026-11-18' }],
    [
      'the demo w/ Osprey moved from Wed to Fri 2pm',
      { who: 'Osprey', what: 'demo', on: '2026-11-11', day: '2026-11-13', time: '14:00' },
    ],
    ['move the Osprey call to Monday', { who: 'Osprey', what: 'call', day: '2026-11-16' }],
    ['actually Osprey CFO meeting is at 4:30', { who: 'Osprey', what: 'CFO meeting', time: '16:30' }],
    ['reschedule Osprey to next Tuesday', { who: 'Osprey', what: 'appointment', day: '2026-11-17' }],
  ])('%s', (text, input) => {
    expect(told(text)).toEqual([['task.move', input]]);
  });

  test.each(['把恒澜的预计签约改到12月底', 'Osprey close date moved to Dec 15', 'push osprey to end of Feb'])(
    'and a close date is no appointment: %s',
    (text) => {
      expect(told(text).map(([name]) => name)).toEqual(['deal.update']);
    },
  );

  test('a deal goes to a day of next month', () => {
    expect(told('恒澜推到下个月15号')).toEqual([['deal.update', { deal: '恒澜', closeOn: '2026-12-15' }]]);
  });
});

describe('said by reps in their sixth set of sentences', () => {
  test.each([
    ['今天上午十点我约了谁', 'plan.today', {}],
    ['what have I got on today', 'plan.today', {}],
    ["who haven't I called since last month", 'deal.list', { silentDays: 30 }],
  ])('%s', (text, name, input) => {
    expect(told(text)).toEqual([[name, input]]);
  });

  test('what they have this year is their budget', () => {
    expect(told("Osprey: spoke w/ Farid, they've got 90k this year, but board only meets Jan 14")).toContainEqual([
      'deal.update',
      { deal: 'Osprey', facts: { budget: { amount: 90_000, currency: 'USD' } } },
    ]);
  });

  test('a company nobody knows is not whom one spoke of before', () => {
    const { intents } = understand('启明电气那边招标 我们入围了 下周四讲标', {
      ...zh,
      names: known,
      about: { deal: '#101' },
    });
    expect(intents.every(({ confidence }) => confidence < sureEnough)).toBe(true);
  });
});

describe('said by the fourth new user', () => {
  test.each([
    ['今天有啥安排 还有哪些事拖着没办', 'plan.today'],
    ['恒澜光电上次聊到哪了 我明天要去拜访', 'customer.show'],
    ["what's going on with Osprey, when did i last talk to them", 'customer.show'],
  ])('of two questions the first is answered: %s', (text, name) => {
    expect(told(text).map(([one]) => one)).toEqual([name]);
  });

  test('what a date is not tells nothing more', () => {
    expect(told('osprey is now 55k and closing end of january not the 14th')).toEqual([
      ['deal.update', { deal: 'osprey', amount: { amount: 55_000, currency: 'USD' }, closeOn: '2027-01-31' }],
    ]);
  });

  test('whom to call is the one just met, whatever one spoke of before', () => {
    const text =
      'met a guy at the trade fair, Tom Hadley from Brackenridge Foods, ops director, 07700 900482, call him monday';
    const { intents } = understand(text, { ...en, names: known, about: { deal: '#115' } });
    expect(intents.map(({ intent }) => intent)).toMatchObject([
      { name: 'lead.create', input: { name: 'Tom Hadley' } },
      { name: 'task.add', input: { who: 'Brackenridge Foods', what: 'call' } },
    ]);
  });

  test('a close date goes to a month', () => {
    const text = "Osprey says we're too pricey, push close to feb and remind me to talk to my boss tmrw";
    expect(told(text)).toContainEqual(['deal.update', { deal: 'Osprey', closeOn: '2027-02-28' }]);
  });
});

describe('what is planned on another day', () => {
  test.each([
    ["what's on friday", { from: '2026-11-13', to: '2026-11-13' }],
    ['my to dos this week', { from: '2026-11-12', to: '2026-11-15' }],
    ['who am i meeting tomorrow', { from: '2026-11-13', to: '2026-11-13' }],
    ['这周有哪些待办', { from: '2026-11-12', to: '2026-11-15' }],
    ['后天我约了谁', { from: '2026-11-14', to: '2026-11-14' }],
    ['下周的安排', { from: '2026-11-16', to: '2026-11-22' }],
  ])('%s', (text, input) => {
    expect(told(text)).toEqual([['plan.agenda', input]]);
  });

  test.each(['明天跟进', '明天下午三点开会', 'call Osprey friday', '周五前发报价'])('%s plans something', (text) => {
    expect(told(text).map(([name]) => name)).not.toContain('plan.agenda');
  });
});

describe('said by reps in their seventh set of sentences', () => {
  test('whom we know already is no new lead for being added on WeChat', () => {
    expect(told('跟恒澜光电的蒋雪加了微信 发了资料')[0]).toEqual([
      'activity.log',
      { who: '恒澜光电', contacts: ['蒋雪'], channel: 'wechat', note: '发了资料' },
    ]);
  });

  test('of two sums both are of thousands', () => {
    expect(told("Osprey 220k is too much for them, budget's 180")).toContainEqual([
      'deal.update',
      { deal: 'Osprey', facts: { budget: { amount: 180_000, currency: 'USD' } } },
    ]);
  });

  test.each(['恒澜估计春节前定不下来', '恒澜明年3月再说'])(
    'that nothing comes of it by then is nothing to do: %s',
    (text) => {
      expect(told(text).map(([name]) => name)).not.toContain('task.add');
    },
  );

  test('whom to follow up this week is asked', () => {
    expect(told('我这周还要跟哪些客户')).toEqual([['plan.agenda', { from: '2026-11-12', to: '2026-11-15' }]]);
  });
});
