import { describe, expect, test } from 'vitest';
import { fillForm } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });

test('a form is read as a sentence would be', () => {
  expect(fillForm('deal.open', {}, { customer: '恒通', amount: '50w', closeOn: '下周三', title: ' ' }, zh)).toEqual({
    intent: { name: 'deal.open', input: { customer: '恒通', amount: cny(500_000), closeOn: '2026-11-18' } },
  });
  expect(
    fillForm(
      'lead.create',
      {},
      {
        company: '恒通',
        phone: '138 6201 1234',
        channel: '展会',
        industry: 'manufacturing',
        headcount: '200人',
        budget: '８万５',
      },
      zh,
    ),
  ).toEqual({
    intent: {
      name: 'lead.create',
      input: {
        company: '恒通',
        phone: '+8613862011234',
        channel: 'event',
        industry: 'manufacturing',
        headcount: 200,
        budget: cny(85_000),
      },
    },
  });
  expect(
    fillForm('deal.update', { deal: '#3' }, { nextAt: 'tomorrow 10am', nextStep: 'demo', amount: '$1,200,000' }, en),
  ).toEqual({
    intent: {
      name: 'deal.update',
      input: {
        deal: '#3',
        amount: { amount: 1_200_000, currency: 'USD' },
        nextStep: 'demo',
        nextAt: '2026-11-13T10:00:00-05:00',
      },
    },
  });
});

test('fields of the playbook become facts, with or without their prefix', () => {
  expect(
    fillForm(
      'deal.move',
      { deal: '#3', stage: 'quote', facts: { pain: '慢' } },
      { budget: '50w', 'facts.decision_maker': '王总', signed_on: '今天', loss_reason: '价格' },
      zh,
    ),
  ).toEqual({
    intent: {
      name: 'deal.move',
      input: {
        deal: '#3',
        stage: 'quote',
        facts: {
          pain: '慢',
          budget: cny(500_000),
          decision_maker: '王总',
          signed_on: '2026-11-12',
          loss_reason: 'price',
        },
      },
    },
  });
});

test('every value that cannot be read is named', () => {
  expect(fillForm('lead.create', {}, { company: '恒通', phone: '123', budget: '很多', email: 'x@' }, zh)).toEqual({
    wrong: [
      { field: 'phone', value: '123' },
      { field: 'budget', value: '很多' },
      { field: 'email', value: 'x@' },
    ],
  });
  expect(fillForm('deal.open', {}, { customer: 'x'.repeat(300) }, zh)).toEqual({
    wrong: [{ field: 'customer', value: 'x'.repeat(300) }],
  });
  expect(fillForm('deal.show', {}, {}, zh)).toEqual({ wrong: [{ field: 'deal', value: '' }] });
  expect(fillForm('deal.show', {}, { deal: '#1', shoe: 'x' }, zh)).toEqual({ wrong: [{ field: 'shoe', value: 'x' }] });
});

test("the browser's own dates and times are read by the clock of the person", () => {
  expect(fillForm('touch.snooze', { touch: '#3' }, { until: '2026-11-20T10:30' }, zh)).toEqual({
    intent: { name: 'touch.snooze', input: { touch: '#3', until: '2026-11-20T10:30:00+08:00' } },
  });
});

describe('a form filled in as words', () => {
  test('of a deal', () => {
    expect(meaning('开商机\n客户：恒通\n金额：80万\n预计成交：12月底', zh)).toEqual({
      'deal.open': { customer: '恒通', amount: cny(800_000), closeOn: '2026-12-31' },
    });
    expect(meaning('open a deal\nCustomer: Northwind\nAmount: 60k\nExpected close: Dec 15', en)).toEqual({
      'deal.open': { customer: 'Northwind', amount: { amount: 60_000, currency: 'USD' }, closeOn: '2026-12-15' },
    });
  });
  test('of a lead, with its empty lines left empty', () => {
    expect(meaning('新线索\n姓名：王建国\n公司：苏州恒通\n电话：\n邮箱：\n行业：\n预算：\n来源：', zh)).toEqual({
      'lead.create': { name: '王建国', company: '苏州恒通' },
    });
    expect(
      meaning('new lead\nName: Dana\nCompany: Northwind\nPhone:\nE-mail: d@n.com\nIndustry:\nBudget:\nSource:', en),
    ).toEqual({ 'lead.create': { name: 'Dana', company: 'Northwind', email: 'd@n.com' } });
  });
});
