import { expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, zh } from './context.ts';

const intents = (text: string) =>
  understand(text, /\p{Script=Han}/u.test(text) ? zh : en).intents.map(({ intent }) => {
    const { note: _, ...input } = intent.input as Record<string, unknown>;
    return [intent.name, input];
  });

test.each([
  [
    'New lead. Ruth Hale. Tamar Clinics. 350 staff. Boston. They keep losing files.',
    { name: 'Ruth Hale', company: 'Tamar Clinics', headcount: 350, city: 'Boston', pain: 'keep losing files' },
  ],
  [
    'add prospect rob pike torvane rob@torvane.com came via a reseller',
    { name: 'rob pike', company: 'torvane', email: 'rob@torvane.com', channel: 'partner' },
  ],
  [
    '朋友介绍了个客户 博锐的李工 微信 libr_88 预算20万左右',
    {
      name: '李工',
      company: '博锐',
      wechat: 'libr_88',
      channel: 'referral',
      budget: { amount: 200000, currency: 'CNY', about: true },
    },
  ],
  [
    '新客户 何婷 电话13388889999 公司叫恒润食品 行业食品 规模150人',
    { name: '何婷', phone: '+8613388889999', company: '恒润食品', industry: 'food', headcount: 150 },
  ],
  [
    '录一条：腾远集团 采购 孔雯 预算三十到四十万 八百人的厂',
    {
      name: '孔雯',
      title: '采购',
      company: '腾远集团',
      headcount: 800,
      budget: { amount: 350000, currency: 'CNY', about: true },
    },
  ],
])('a lead is read from its parts in any order: %s', (text, input) => {
  expect(intents(text)).toEqual([['lead.create', input]]);
});

test('what is to be done with a new lead is said in the same breath', () => {
  expect(intents('新线索 罗敏 卓立的运营经理 13577778888 明天上午十点半给她打电话')).toEqual([
    ['lead.create', { name: '罗敏', company: '卓立', title: '运营经理', phone: '+8613577778888' }],
    ['task.add', { who: '罗敏', what: '打电话', at: '2026-11-13T10:30:00+08:00' }],
  ]);
});

test.each([
  ['格林新联系人：周敏，行政总监，13300001111', { contact: '周敏', title: '行政总监', phone: '+8613300001111' }],
  ['格林的韩总升总经理了', { contact: '韩总', title: '总经理' }],
  ['格林总部搬到苏州了', { city: '苏州' }],
  ['格林那家是做财税的，人数五十左右', { industry: 'services', headcount: 50 }],
])('what became known of a customer is read: %s', (text, input) => {
  expect(intents(text)).toEqual([['profile.update', { who: '格林', ...input }]]);
});

test.each(['格林来了5个人参观', "Larkfield's manager liked the demo", 'Larkfield had 20 people at the demo'])(
  'who was there is no size and no title: %s',
  (text) => {
    expect(intents(text).filter(([name]) => name === 'profile.update')).toEqual([]);
  },
);
