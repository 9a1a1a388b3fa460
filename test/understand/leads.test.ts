import { describe, expect, test } from 'vitest';
import { en, meaning, zh } from './context.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const usd = (amount: number) => ({ amount, currency: 'USD' });

const leads: [string, Record<string, unknown>][] = [
  [
    '新线索 王建国 苏州恒通精密 13862011234 制造业 预算50w 展会',
    {
      name: '王建国',
      company: '苏州恒通精密',
      phone: '+8613862011234',
      industry: 'manufacturing',
      budget: cny(500_000),
      channel: 'event',
    },
  ],
  [
    '新线索：王建国，苏州恒通精密，138 6201 1234，制造业，预算５０万，展会',
    {
      name: '王建国',
      company: '苏州恒通精密',
      phone: '+8613862011234',
      industry: 'manufacturing',
      budget: cny(500_000),
      channel: 'event',
    },
  ],
  [
    '录入线索 李梅 无锡永兴五金 138-1234-5678 老客户介绍 采购经理 200人 想换供应商',
    {
      name: '李梅',
      company: '无锡永兴五金',
      phone: '+8613812345678',
      channel: 'referral',
      title: '采购经理',
      headcount: 200,
      note: '想换供应商',
    },
  ],
  ['来了个新线索 恒通王总 13862011234', { name: '王总', company: '恒通', phone: '+8613862011234' }],
  ['新线索 张总 13900001111', { name: '张总', phone: '+8613900001111' }],
  ['新线索 华为 预算100万', { company: '华为', budget: cny(1_000_000) }],
  [
    '新线索 陈静 上海蓝海科技有限公司 微信chenjing88 上海 大概30万预算',
    {
      name: '陈静',
      company: '上海蓝海科技有限公司',
      wechat: 'chenjing88',
      city: '上海',
      budget: { ...cny(300_000), about: true },
    },
  ],
  [
    '新线索\n姓名：王建国\n公司：苏州恒通精密\n电话：138 6201 1234\n行业：制造业\n规模：200人\n预算：50w\n来源：展会\n痛点：交付慢，质量不稳\n备注：急',
    {
      name: '王建国',
      company: '苏州恒通精密',
      phone: '+8613862011234',
      industry: 'manufacturing',
      headcount: 200,
      budget: cny(500_000),
      channel: 'event',
      pain: '交付慢,质量不稳',
      note: '急',
    },
  ],
  [
    '姓名：王建国\n公司：苏州恒通精密\n电话：13862011234',
    { name: '王建国', company: '苏州恒通精密', phone: '+8613862011234' },
  ],
  ['新线索 姓名 王建国 电话：123', { name: '王建国', note: 'phone: 123' }],
  [
    'new lead: Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar',
    { name: 'Dana Ruiz', company: 'Northwind', email: 'dana@northwind.com', budget: usd(60_000), channel: 'webinar' },
  ],
  [
    'new lead Dana Ruiz from Northwind, +1 415 555 2671, $60k',
    { name: 'Dana Ruiz', company: 'Northwind', phone: '+14155552671', budget: usd(60_000) },
  ],
  [
    'lead: Bob Stone, CTO at Acme Inc, bob@acme.com, 120 seats, trade show, wants to switch vendor',
    {
      name: 'Bob Stone',
      title: 'CTO',
      company: 'Acme Inc',
      email: 'bob@acme.com',
      headcount: 120,
      channel: 'event',
      note: 'wants to switch vendor',
    },
  ],
  [
    'Name: Dana Ruiz\nCompany: Northwind\nEmail: dana@northwind.com\nBudget: 60k\nSource: webinar',
    { name: 'Dana Ruiz', company: 'Northwind', email: 'dana@northwind.com', budget: usd(60_000), channel: 'webinar' },
  ],
  [
    'new lead Name: Dana Ruiz; Company: Northwind; Phone: 415-555-2671',
    { name: 'Dana Ruiz', company: 'Northwind', phone: '+14155552671' },
  ],
  [
    'new lead: 王建国, Northwind China, 13862011234, 展会',
    { name: '王建国', company: 'Northwind China', phone: '+8613862011234', channel: 'event' },
  ],
  [
    '帮我录个线索朋友推荐的叫马晓东公司是福源乳业手机幺三七幺二三四五六七八',
    { name: '马晓东', company: '福源乳业', phone: '+8613712345678', channel: 'referral' },
  ],
  [
    '刚加了个人叫李明达是中泰机电的采购经理电话13855556666',
    { name: '李明达', title: '采购经理', company: '中泰机电', phone: '+8613855556666' },
  ],
  [
    '加个线索展会上认识的海拓仪器的技术主管罗敏在苏州电话13512345678预算三十万',
    {
      name: '罗敏',
      title: '技术主管',
      company: '海拓仪器',
      phone: '+8613512345678',
      channel: 'event',
      city: '苏州',
      budget: { amount: 300_000, currency: 'CNY' },
    },
  ],
  [
    '新线索 邵伟 润邦机械采购总监 13961234567',
    { name: '邵伟', title: '采购总监', company: '润邦机械', phone: '+8613961234567' },
  ],
];

describe('a lead in words', () => {
  test.each(leads)('%s', (text, lead) =>
    expect(meaning(text, /\p{Script=Han}/u.test(text) ? zh : en)).toEqual({ 'lead.create': lead }),
  );
});

test('a formula, a mention and a wildcard are words like any other', () => {
  expect(meaning('新线索 王建国 =HYPERLINK("x") 13862011234', zh)).toMatchObject({
    'lead.create': { name: '王建国', phone: '+8613862011234' },
  });
  expect(JSON.stringify(meaning('新线索 王建国 恒通% <!channel> 13862011234', zh))).toContain('<!channel>');
});
