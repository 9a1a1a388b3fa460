import { describe, expect, test } from 'vitest';
import { createNames } from '../../bot/understand/names.ts';
import { en, meaning, zh } from './context.ts';

const names = createNames();
for (const [id, company] of [
  [6, '恒通精密'],
  [7, 'Northwind'],
] as const)
  names.add({ kind: 'customer', id, company, companyKey: company.toLowerCase(), pinyin: '', ownerId: 3 });
const view = names.view({ personId: 9, teamMates: null });
const read = (text: string, about?: { deal: string }) =>
  meaning(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names: view, ...(about ? { about } : {}) });

describe('what the month or quarter brings', () => {
  test.each([
    ['预测', {}],
    ['看下预测', {}],
    ['销售预测', {}],
    ['/crm forecast', {}],
    ['/crm 预测', {}],
    ['本月预测', { period: 'month' }],
    ['这个月的预测怎么样', { period: 'month' }],
    ['这个月能签多少', { period: 'month' }],
    ['这个月大概能签多少？', { period: 'month' }],
    ['我们这个月能成交多少', { period: 'month' }],
    ['这个季度能签多少钱', { period: 'quarter' }],
    ['本季度预测', { period: 'quarter' }],
    ['预测一下本季度', { period: 'quarter' }],
    ['下个月预测', { period: 'month', ahead: 1 }],
    ['下季度能签多少', { period: 'quarter', ahead: 1 }],
    ['我的预测', { whose: 'mine' }],
    ['团队本季度预测', { period: 'quarter', whose: 'team' }],
    ['全公司预测', { whose: 'all' }],
    ['forecast', {}],
    ['show me the forecast', {}],
    ["what's the forecast?", {}],
    ["what's the forecast this quarter", { period: 'quarter' }],
    ["what's our forecast for this quarter?", { period: 'quarter' }],
    ['forecast for next month', { period: 'month', ahead: 1 }],
    ['my forecast', { whose: 'mine' }],
    ['team forecast this quarter', { period: 'quarter', whose: 'team' }],
    ['how much will we close this month?', { period: 'month' }],
    ['how much can I sign this quarter', { period: 'quarter' }],
  ])('%s', (text, input) => expect(read(text)).toEqual({ 'forecast.show': input }));

  test.each([
    ['这个月有哪些单子要签', 'deal.list'],
    ['what deals are closing this month', 'deal.list'],
    ['how much is closing this month', 'deal.list'],
    ['报价阶段的商机', 'deal.list'],
  ])('what is to close stays a list: %s', (text, name) => expect(Object.keys(read(text))).toEqual([name]));
});

const november = { from: '2026-11-01', to: '2026-11-30' };
const quarter = { from: '2026-10-01', to: '2026-12-31' };

describe('what a deal counts as', () => {
  test.each([
    ['恒通这个月必签', { deal: '恒通', as: 'commit', ...november }],
    ['恒通本季度必签', { deal: '恒通', as: 'commit', ...quarter }],
    ['恒通下个月必签', { deal: '恒通', as: 'commit', from: '2026-12-01', to: '2026-12-31' }],
    ['恒通必成', { deal: '恒通', as: 'commit' }],
    ['恒通算承诺', { deal: '恒通', as: 'commit' }],
    ['把恒通放进承诺', { deal: '恒通', as: 'commit' }],
    ['恒通算争取', { deal: '恒通', as: 'best_case' }],
    ['恒通这个月算争取', { deal: '恒通', as: 'best_case', ...november }],
    ['把恒通列为最好情况', { deal: '恒通', as: 'best_case' }],
    ['恒通算在谈', { deal: '恒通', as: 'pipeline' }],
    ['恒通不计入预测', { deal: '恒通', as: 'omitted' }],
    ['commit Northwind', { deal: 'Northwind', as: 'commit' }],
    ['commit Northwind this month', { deal: 'Northwind', as: 'commit', ...november }],
    ['commit Northwind for this quarter', { deal: 'Northwind', as: 'commit', ...quarter }],
    ['mark Northwind as commit', { deal: 'Northwind', as: 'commit' }],
    ['put Northwind in best case', { deal: 'Northwind', as: 'best_case' }],
    ['Northwind is best case', { deal: 'Northwind', as: 'best_case' }],
    ['Northwind is pipeline', { deal: 'Northwind', as: 'pipeline' }],
    ['leave Northwind out of the forecast', { deal: 'Northwind', as: 'omitted' }],
    ['omit Northwind', { deal: 'Northwind', as: 'omitted' }],
  ])('%s', (text, input) => expect(read(text)).toEqual({ 'deal.forecast': input }));

  test('a stage that a team calls so is a stage', () => {
    const stages = [...en.stages, { key: 'commit', words: ['Commit'] }];
    expect(meaning('move Northwind to commit', { ...en, stages, names: view })).toEqual({
      'deal.move': { deal: 'Northwind', stage: 'commit' },
    });
  });

  test('a deal that was spoken of need not be named', () => {
    expect(read('这单这个月必签', { deal: '#12' })).toEqual({
      'deal.forecast': { deal: '#12', as: 'commit', ...november },
    });
  });

  test.each([
    '恒通这个月必签吗',
    '恒通不是必签',
    '如果恒通这个月必签',
    '行行行 金桥三天内必签 我信你个鬼',
    '争取这个月把海纳签掉',
    '恒通承诺这个月签',
    "don't commit Northwind",
    'should we commit Northwind?',
    'commit changes to the repo',
    'if Northwind is best case',
    'commit to sending the quote',
    '新线索 必成',
    '看下必成',
  ])('is not sorted by: %s', (text) => expect(Object.keys(read(text))).not.toContain('deal.forecast'));
});

describe('how likely a deal is', () => {
  test.each([
    ['恒通把握有多大', '恒通'],
    ['恒通的把握多大？', '恒通'],
    ['恒通有几成把握', '恒通'],
    ['恒通赢面怎么样', '恒通'],
    ['how likely is Northwind', 'Northwind'],
    ['How likely is Northwind to close?', 'Northwind'],
    ['what are the odds on Northwind', 'Northwind'],
    ["what's the probability of Northwind closing?", 'Northwind'],
  ])('%s', (text, deal) => expect(read(text)).toEqual({ 'deal.odds': { deal } }));

  test('what one thinks oneself is still told', () => {
    expect(read('恒通七成把握')).toEqual({ 'deal.update': { deal: '恒通', odds: 0.7 } });
    expect(read('Northwind 70% likely')).toEqual({ 'deal.update': { deal: 'Northwind', odds: 0.7 } });
  });
});
