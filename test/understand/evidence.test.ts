import { expect, test } from 'vitest';
import { sureEnough, understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, zh } from './context.ts';

const names = knownNames();
const writes = (text: string) => {
  const { intents } = understand(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names });
  return intents.filter(({ intent, confidence }) => intent.name !== 'unknown' && confidence >= sureEnough);
};

test.each([
  '想问下拜访记录怎么加',
  '枫桥那边老板说采购说咱们贵',
  "Kestrel 20k or 30k, couldn't hear him",
  'somebody from our side called Acme I think',
  '众诚没接电话 因为我压根没打',
  'heard from a friend that Acme is picking SAP',
])('who does not know it is asked before it is written: %s', (text) => {
  expect(writes(text)).toEqual([]);
});

test.each([
  ['刚见了恒通王总,嫌贵', 'activity.log'],
  ['恒通预算60万', 'deal.update'],
  ['called Acme, too expensive', 'activity.log'],
  ['move Acme to quote', 'deal.move'],
  ['明天下午3点拜访恒通', 'task.add'],
])('a plain sentence is written at once: %s', (text, name) => {
  expect(writes(text).map(({ intent }) => intent.name)).toEqual([name]);
});

test.each([
  ['宏达让我们再降5个点', 'a discount that is asked for'],
  ['恒通要求最多付9折', 'a discount at most'],
  ['Acme wants another 5 points off', 'another five'],
  ['枫桥的李经理离职了 接手的是赵工 13700001111', 'the number of who came after'],
])('what is not settled is not written: %s (%s)', (text) => {
  expect(writes(text)).toEqual([]);
});

test.each([
  '见了恒通王总 他说他们下个月要搬厂',
  'met Dana at Acme, she said the new plant opens in March',
  '周末跟恒通王总打了球',
  '恒通招标要等到明年三月',
])('news of theirs is no to-do: %s', (text) => {
  expect(writes(text).some(({ intent }) => intent.name === 'task.add')).toBe(false);
});

test.each([
  ['明天要给恒通、蓝海、宏达三家发节日祝福', ['恒通', '蓝海', '宏达']],
  ['call Acme and Kestrel tomorrow', ['Acme', 'Kestrel']],
])('the same to do for several is one for each: %s', (text, who) => {
  expect(writes(text).map(({ intent }) => (intent.input as { who: string }).who)).toEqual(who);
});

test('who was met stands in for who was away', () => {
  const [visit] = writes('刚从恒通出来 王总不在 见了他们采购刘工 说价格比同行高');
  expect(visit?.intent.input).toMatchObject({ who: '恒通', contacts: ['刘工'], channel: 'visit' });
  expect(visit?.intent.input).not.toHaveProperty('outcome', 'silent');
});

test('a note is never torn out of a sentence: then it is the sentence', () => {
  const [visit] = writes('刚从恒通出来 王总不在 见了他们采购刘工 说价格比同行高一截 让我们周四前重新报一版');
  expect(visit?.intent.input).toMatchObject({ note: expect.stringContaining('见了他们采购刘工') });
});

test('what was sent is kept in the words it was told in', () => {
  const [sent] = writes('把恒通的报价单发过去了');
  expect(sent?.intent.input).toMatchObject({ channel: 'other', note: '把恒通的报价单发过去了' });
});

test('a reminder may be asked for at the end', () => {
  expect(writes('3pm demo Acme dont forget')[0]?.intent.input).toMatchObject({ who: 'Acme', what: 'demo' });
});

test('who decides is told by contrast', () => {
  expect(writes('恒通决策人不是王总 是新来的李副总')[0]?.intent.input).toMatchObject({
    facts: { decision_maker: '李副总' },
  });
  expect(writes('恒通决策人不是王总')).toEqual([]);
});

test('what others take off is no discount of ours', () => {
  expect(writes('枫桥黄了 他们用了别家 便宜两成').some(({ intent }) => intent.name === 'deal.update')).toBe(false);
});

test('what is heard at the door is a note of the visit', () => {
  const parts = writes('枫桥今天没见着人 前台说都去开会了 周四再跑一趟').map(({ intent }) => intent.name);
  expect(parts.filter((name) => name === 'activity.log')).toHaveLength(1);
});

test('asked to be told before it begins, that is no part of what it is', () => {
  const [demo] = writes('明天下午三点半给枫桥演示 提前半小时叫我');
  expect(demo?.intent.input).toMatchObject({ who: '枫桥', what: '演示' });
});
