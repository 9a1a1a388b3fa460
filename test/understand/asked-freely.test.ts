import { describe, expect, test } from 'vitest';
import type { KnownName } from '../../bot/understand/context.ts';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const book: [string, KnownName['kind'], number][] = [
  ['恒通', 'customer', 1],
  ['海城机械', 'customer', 2],
  ['Harbor Foods', 'customer', 3],
  ['Lumen', 'customer', 4],
  ['马晓东', 'lead', 5],
  ['罗佳', 'lead', 6],
  ['Dana Cole', 'lead', 7],
  ['王磊', 'person', 8],
  ['Maria', 'person', 9],
];
const names = {
  find: (text: string): KnownName[] =>
    book
      .flatMap(([name, kind, id]) => {
        const start = text.indexOf(name);
        return start < 0 ? [] : [{ start, end: start + name.length, name, kind, ids: [id], how: 'whole' as const }];
      })
      .sort((a, b) => a.start - b.start),
};
const inZh = { ...zh, names };
const inEn = { ...en, names };
const said = (text: string) => meaning(text, /\p{Script=Han}/u.test(text) ? inZh : inEn);

type Row = [string, string, Record<string, unknown>];
const rows: Record<string, Row[]> = {
  'lists and records are shown in whatever order they are asked for': [
    ['手上的单子给我列出来', 'deal.list', { whose: 'mine' }],
    ['拉一下全公司的商机', 'deal.list', { whose: 'all' }],
    ['我们团队报价阶段的单子有哪些', 'deal.list', { whose: 'team', stage: 'quote' }],
    ['王磊手上都有哪些单子', 'deal.list', { person: '王磊' }],
    ['线索列表发我瞅一眼，下午开会用', 'lead.list', {}],
    ['恒通那单现在到哪一步了，看一眼', 'deal.show', { deal: '恒通' }],
    ['海城机械的客户档案调出来', 'customer.show', { customer: '海城机械' }],
    ['线索#18啥情况', 'lead.show', { lead: '#18' }],
    ['which deals is Maria working on', 'deal.list', { person: 'Maria' }],
    ["pull up the team's deals in quote", 'deal.list', { whose: 'team', stage: 'quote' }],
    ['company-wide pipeline list', 'deal.list', { whose: 'all' }],
    ['Harbor Foods customer record, show me', 'customer.show', { customer: 'Harbor Foods' }],
  ],
  'what is asked of the bot itself': [
    ['今天还有哪些客户要联系', 'plan.today', {}],
    ['who do I need to ping today', 'plan.today', {}],
    ['把昨天的日报发来看看', 'digest.show', {}],
    ['你能帮我干些啥呀', 'help', {}],
    ['nah, never mind, forget it', 'cancel', {}],
  ],
  'leads go back, are taken, are one, and their numbers go out': [
    ['马晓东和罗佳放回公海池，没戏了', 'lead.recycle', { leads: ['马晓东', '罗佳'] }],
    ['put #14 and #15 back in the pool', 'lead.recycle', { leads: ['#14', '#15'] }],
    ['公海里的#22我要了，领一下', 'lead.claim', { lead: '#22' }],
    ['罗佳这条线索我来跟', 'lead.claim', { lead: '罗佳' }],
    ["I'll take lead Dana Cole", 'lead.claim', { lead: 'Dana Cole' }],
    ['#31 is a duplicate of lead #30, merge them', 'lead.merge', { keep: '#30', drop: '#31' }],
    ['线索#8和#9重复了，合并，保留#9', 'lead.merge', { keep: '#9', drop: '#8' }],
    ['导出我们团队客户的手机号，寄样品用', 'phones.export', { of: 'customers', whose: 'team' }],
    ["pull all my leads' phone numbers into a csv", 'phones.export', { of: 'leads', whose: 'mine' }],
  ],
  'a deal goes to a colleague with or without why': [
    ['我明天开始休假，恒通交给王磊', 'deal.give', { deal: '恒通', to: '王磊' }],
    ['#41给王磊跟吧', 'deal.give', { deal: '#41', to: '王磊' }],
    ['Lumen should go to Maria, she knows them', 'deal.give', { deal: 'Lumen', to: 'Maria' }],
  ],
  'a reminder is put off with or without why': [
    ['#52今天没空，挪到下周一', 'touch.snooze', { touch: '#52', until: '2026-11-16T09:00:00+08:00' }],
    ['slammed today, push #52 to Monday', 'touch.snooze', { touch: '#52', until: '2026-11-16T09:00:00-05:00' }],
    ['#52标成done', 'touch.done', { touch: '#52' }],
  ],
};
for (const [promise, all] of Object.entries(rows))
  test.each(all)(`${promise}: %s`, (text, name, input) => expect(said(text)).toEqual({ [name]: input }));

test('several deals go to one colleague', () => {
  const { intents } = understand('恒通和海城机械都转给王磊', inZh);
  expect(intents.map(({ intent }) => intent.input)).toEqual([
    { deal: '恒通', to: '王磊' },
    { deal: '海城机械', to: '王磊' },
  ]);
});

describe('what only sounds like one of these does nothing', () => {
  test.each([
    '恒通先别转给王磊',
    '要是我休假，恒通就给王磊',
    '恒通给王磊了吗？',
    '马晓东别放回公海',
    "don't put #14 back in the pool",
    'Should Lumen go to Maria?',
    '导出客户手机号要谁批？',
  ])('%s', (text) => {
    for (const { intent } of understand(text, /\p{Script=Han}/u.test(text) ? inZh : inEn).intents)
      expect(intent.name).not.toMatch(/give|recycle|claim|merge|export|snooze|done/);
  });
});

describe('a deal is opened however it is told', () => {
  test.each<[string, Record<string, unknown>]>([
    [
      '博创想再上一套，新建一单，65万左右',
      { customer: '博创', amount: { amount: 650_000, currency: 'CNY', about: true } },
    ],
    ['给新客户德润开个单子 20万', { customer: '德润', amount: { amount: 200_000, currency: 'CNY' } }],
    ['线索#38聊得差不多了，转商机吧', { lead: '#38' }],
    ['帮我给博创开一个商机，名字叫年度投放', { customer: '博创', title: '年度投放' }],
  ])('%s', (said, input) => expect(meaning(said, zh)).toEqual({ 'deal.open': input }));

  test.each<[string, Record<string, unknown>]>([
    ['new oppty: Summit Payroll, 32k', { customer: 'Summit Payroll', amount: { amount: 32_000, currency: 'USD' } }],
    ['convert #47 from lead to deal', { lead: '#47' }],
    [
      'start a new opportunity for Opal: store rollout, 85k',
      { customer: 'Opal', title: 'store rollout', amount: { amount: 85_000, currency: 'USD' } },
    ],
  ])('%s', (said, input) => expect(meaning(said, en)).toEqual({ 'deal.open': input }));

  test('without a name it is the form, and what is only asked or wished opens nothing', () => {
    expect(meaning('那个 我想录个新商机', zh)).toEqual({ 'deal.form': {} });
    for (const said of ['不要给博创开商机', '博创要不要开个商机', '如果博创点头就新建一单'])
      expect(meaning(said, zh)).toHaveProperty('refused');
  });
});
