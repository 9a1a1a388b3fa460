import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, meaning, zh } from './context.ts';

const context = (text: string) => (/\p{Script=Han}/u.test(text) ? zh : en);

const tasks: [string, Record<string, unknown>][] = [
  ['明天把样机寄给华东医疗', { who: '华东医疗', what: '寄样机', at: '2026-11-13T09:00:00+08:00' }],
  ['永兴的发票我下周二寄', { who: '永兴', what: '寄发票', at: '2026-11-17T09:00:00+08:00' }],
  ['我答应华东医疗周五前出方案', { who: '华东医疗', what: '出方案', at: '2026-11-13T18:00:00+08:00' }],
  ['约华东医疗下周三看样机', { who: '华东医疗', what: '看样机', at: '2026-11-18T09:00:00+08:00', kind: 'meeting' }],
  ['后天上午十点去永兴开会', { who: '永兴', what: '开会', at: '2026-11-14T10:00:00+08:00', kind: 'meeting' }],
  ['老板让我明天给恒通回电', { who: '恒通', what: '回电', at: '2026-11-13T09:00:00+08:00' }],
  ['后天下午去永兴给魏工送图纸记一下', { who: '永兴', what: '送图纸', at: '2026-11-14T14:00:00+08:00' }],
  ['周五下班前把方案发给永兴魏工别忘了', { who: '永兴', what: '发方案', at: '2026-11-13T18:00:00+08:00' }],
  ['明天跟永兴的厂长吃个饭', { who: '永兴', what: '吃饭', at: '2026-11-13T09:00:00+08:00', kind: 'meeting' }],
  ['周五约了陈姐看样板间', { who: '陈姐', what: '看样板间', at: '2026-11-13T09:00:00+08:00', kind: 'meeting' }],
  ['周一上午跟永兴把旧账对一下', { who: '永兴', what: '对旧账', at: '2026-11-16T09:00:00+08:00' }],
  ['聽日下晝三點去永興開會', { who: '永興', what: '開會', at: '2026-11-13T15:00:00+08:00', kind: 'meeting' }],
  [
    "promised Zenith I'd get them the proposal by EOD Fri",
    { who: 'Zenith', what: 'get the proposal', at: '2026-11-13T18:00:00-05:00' },
  ],
  [
    "I told Zenith we'd send a trial plan by Tuesday",
    { who: 'Zenith', what: 'send a trial plan', at: '2026-11-17T18:00:00-05:00' },
  ],
  [
    'told Zenith that we would send the contract by Friday',
    { who: 'Zenith', what: 'send the contract', at: '2026-11-13T18:00:00-05:00' },
  ],
  [
    'could you pls put a call with Zenith in for next tues 11ish',
    { who: 'Zenith', what: 'call', at: '2026-11-17T11:00:00-05:00' },
  ],
  [
    'please set a call with Zenith next Tuesday at 11',
    { who: 'Zenith', what: 'call', at: '2026-11-17T11:00:00-05:00' },
  ],
  ['I promised Zenith a quote by Friday', { who: 'Zenith', what: 'quote', at: '2026-11-13T18:00:00-05:00' }],
  [
    'Need to get the redlined draft over to Zenith by close of business Monday',
    { who: 'Zenith', what: 'redlined draft', at: '2026-11-16T18:00:00-05:00' },
  ],
  [
    'Ann at Zenith wants me to call back Tuesday',
    { who: 'Zenith', what: 'call back', at: '2026-11-17T09:00:00-05:00' },
  ],
  [
    'grab coffee with Bob from Zenith on Friday',
    { who: 'Zenith', what: 'grab coffee', at: '2026-11-13T09:00:00-05:00', kind: 'meeting' },
  ],
  [
    'dinner w the zenith hr team Wednesday 6pm',
    { who: 'zenith hr', what: 'dinner', at: '2026-11-18T18:00:00-05:00', kind: 'meeting' },
  ],
  ['Ring Zenith on Tuesday at half two', { who: 'Zenith', what: 'Ring', at: '2026-11-17T14:30:00-05:00' }],
  [
    'catch-up with Zenith a week on Monday, 11am',
    { who: 'Zenith', what: 'catch-up', at: '2026-11-23T11:00:00-05:00', kind: 'meeting' },
  ],
];
const theirs: [string, Record<string, unknown>][] = [
  ['周五之前他们打预付款', { what: '打预付款', at: '2026-11-13T18:00:00+08:00' }],
  ['永兴的魏工答应周六给图纸', { who: '永兴', what: '给图纸', at: '2026-11-14T09:00:00+08:00' }],
  ['永兴老板说周五给准信', { who: '永兴', what: '给准信', at: '2026-11-13T09:00:00+08:00' }],
  ['永兴那边等周三他们来电话', { who: '永兴', what: '来电话', at: '2026-11-18T09:00:00+08:00' }],
  ['Zenith owes us an answer by Friday', { who: 'Zenith', what: 'answer', at: '2026-11-13T18:00:00-05:00' }],
  [
    'Zenith is sending us the drawings by Friday',
    { who: 'Zenith', what: 'send the drawings', at: '2026-11-13T18:00:00-05:00' },
  ],
  ['they will wire the deposit on Monday', { what: 'wire the deposit', at: '2026-11-16T09:00:00-05:00' }],
];

describe('a plan is who it is for and what is done, without the words around it', () => {
  test.each(tasks)('%s', (text, input) => {
    expect(meaning(text, context(text))).toEqual({ 'task.add': input });
  });
  test.each(theirs)('%s is theirs to do', (text, input) => {
    expect(meaning(text, context(text))).toEqual({ 'task.add': { ...input, side: 'them' } });
  });
});

test.each(['星期四给恒通发报价', '礼拜四一早给恒通发报价'])('%s, said on that day too late, is next week', (text) => {
  expect(meaning(text, zh)).toMatchObject({ 'task.add': { at: '2026-11-19T09:00:00+08:00' } });
});

test.each([
  'no need to call Zenith tomorrow',
  '永兴老板周末飞回来',
  '明天可能给恒通打电话',
  'we might meet Zenith on Friday',
])('%s is nothing to be done', (text) => {
  expect(understand(text, context(text)).intents.map(({ intent }) => intent.name)).toEqual(['unknown']);
});

test('永兴说年底预算用光了 is what they object, and nothing to be done', () => {
  expect(meaning('永兴说年底预算用光了', zh)).toMatchObject({ 'activity.log': { who: '永兴', objection: 'budget' } });
});

test('an appointment in place of a visit they had no time for is told with it', () => {
  expect(meaning('恒通王总今天没空约了下周一下午', zh)).toEqual({
    'activity.log': { who: '恒通', contacts: ['王总'], channel: 'other', objection: 'timing' },
    'task.add': { who: '恒通', what: '见面', at: '2026-11-16T14:00:00+08:00', kind: 'meeting' },
  });
});

test.each(['恒通答应周五发合同', '恒通老板答应周五发合同', '跟恒通说好了他们周五发合同', '跟恒通说好了周五付款'])(
  '%s is still theirs',
  (text) => {
    expect(meaning(text, zh)).toMatchObject({ 'task.add': { who: '恒通', side: 'them' } });
  },
);

const promised: [string, Record<string, unknown>][] = [
  ['答应恒通周五下班前发方案', { who: '恒通', what: '发方案', at: '2026-11-13T18:00:00+08:00' }],
  ['跟恒通说好了周五发合同', { who: '恒通', what: '发合同', at: '2026-11-13T09:00:00+08:00' }],
  ['答应了恒通老板周五下班前把方案发他微信', { who: '恒通', what: '把方案发他微信', at: '2026-11-13T18:00:00+08:00' }],
];

test.each(promised)('%s is ours to do, as it was promised to them', (text, input) => {
  expect(meaning(text, { ...zh, names: knownNames() })).toEqual({ 'task.add': input });
});
