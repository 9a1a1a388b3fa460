import { expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const usd = (amount: number) => ({ amount, currency: 'USD' });

test.each([
  [
    '给恒通报价 68万 九五折 有效期到12月20日 付款方式3331',
    'quote.make',
    { deal: '恒通', amount: cny(680000), discount: 0.05, validUntil: '2026-12-20', terms: '3331' },
  ],
  ['给恒通报个价 68万 一个月内有效', 'quote.make', { deal: '恒通', amount: cny(680000), validUntil: '2026-12-12' }],
  ['恒通的报价记录', 'quote.list', { deal: '恒通' }],
  ['恒通接受了报价', 'quote.accept', { deal: '恒通' }],
  ['最低打92折', 'approval.decide', { verdict: 'counter', discount: 0.08 }],
  ['恒通最多8个点', 'approval.decide', { approval: '恒通', verdict: 'counter', discount: 0.08 }],
  ['驳回', 'approval.decide', { verdict: 'reject' }],
  ['已经给恒通报价68万', 'quote.make', { deal: '恒通', amount: cny(680000) }],
  ['拒绝恒通的折扣 太低了', 'approval.decide', { approval: '恒通', verdict: 'reject', reason: '太低了' }],
  ['撤回恒通的申请', 'approval.answer', { approval: '恒通', verdict: 'withdraw' }],
  [
    '复盘恒通：价格合适，下次早点带技术去',
    'deal.review',
    { deal: '恒通', reason: '价格合适', review: '下次早点带技术去' },
  ],
  [
    '复盘 恒通\n原因：价格\n竞争对手：金蝶\n下次：先谈价值',
    'deal.review',
    { deal: '恒通', reason: '价格', competitor: '金蝶', review: '先谈价值' },
  ],
])('%s', (text, name, input) => {
  expect(meaning(text, zh)).toEqual({ [name]: input });
});

test.each([
  [
    'quote Northwind at $60,000, 5% discount, valid for 30 days, terms: net 30',
    'quote.make',
    { deal: 'Northwind', amount: usd(60000), discount: 0.05, validUntil: '2026-12-12', terms: 'net 30' },
  ],
  [
    'quote Northwind 60k valid until Dec 20',
    'quote.make',
    { deal: 'Northwind', amount: usd(60000), validUntil: '2026-12-20' },
  ],
  ['Northwind accepted our quote', 'quote.accept', { deal: 'Northwind' }],
  ['at most 8%', 'approval.decide', { verdict: 'counter', discount: 0.08 }],
  ['Northwind: max 8% off', 'approval.decide', { approval: 'Northwind', verdict: 'counter', discount: 0.08 }],
  [
    "reject Northwind's discount: too low",
    'approval.decide',
    { approval: 'Northwind', verdict: 'reject', reason: 'too low' },
  ],
  ['withdraw the request', 'approval.answer', { verdict: 'withdraw' }],
])('%s', (text, name, input) => {
  expect(meaning(text, en)).toEqual({ [name]: input });
});

test.each([
  '恒通不接受报价',
  '恒通接受报价了吗',
  '如果恒通同意就给恒通报价68万',
  '不要给恒通报价68万',
  '给恒通报价了68万他们嫌贵',
  '给恒通报价 68万或者70万',
  '月底前给蓝海发报价',
  '恒通同意预算了',
  'call Dana to review the contract',
  'review the contract with Northwind tomorrow',
  'send Northwind the quote',
  'should I quote Northwind 60k',
  "Northwind didn't accept the quote",
  'Dana approved the budget',
  '恒通说最多只能给九折',
  '恒通希望最多让5个点',
  '他们最多给到九折',
  '恒通王总最低要85折',
  'Northwind said 92% at most',
  'Northwind wants max 8% off',
  '恒通拒绝了我们的报价',
  '恒通收到了我们的报价',
  '恒通看过报价记录',
  '对手的报价',
])('no quote, no decision and no review is made of: %s', (text) => {
  const { intents } = understand(text, /\p{Script=Han}/u.test(text) ? zh : en);
  const sure = intents.filter((one) => one.confidence >= 0.75).map((one) => one.intent.name);
  expect(sure.filter((name) => /^(?:quote|approval)\.|deal\.review/.test(name))).toEqual([]);
});

test('what is said of the deal one talks about needs no name', () => {
  const about = { deal: '#34' };
  const said = (text: string) => understand(text, { ...zh, about }).intents[0]?.intent.input;
  expect(said('复盘 价格合适 下次早点去')).toEqual({ deal: '#34', reason: '价格合适', review: '下次早点去' });
  expect(said('复盘：关系到位')).toEqual({ deal: '#34', reason: '关系到位' });
});
