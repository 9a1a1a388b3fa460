import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const context = (text: string) => (/\p{Script=Han}/u.test(text) ? zh : en);

const said: [string, Record<string, unknown>][] = [
  ['刚才记的不要了 撤回', { undo: {} }],
  ['上一条作废', { undo: {} }],
  ['撤回第41号', { undo: { command: 41 } }],
  ['oops take that back', { undo: {} }],
  ['forget what I just said', { undo: {} }],
  ['tick #88 off', { 'touch.done': { touch: '#88' } }],
  ['#45 做好了', { 'touch.done': { touch: '#45' } }],
  ['12和15重复了 合并一下', { 'lead.merge': { keep: '#12', drop: '#15' } }],
  ['#12 and #15 are duplicates, merge them', { 'lead.merge': { keep: '#12', drop: '#15' } }],
  ['一个月没动的线索都扔回公海', { 'lead.recycle': { silentDays: 30 } }],
  ['leads nobody has touched in 6 weeks: back to the pool', { 'lead.recycle': { silentDays: 42 } }],
  ['#31 我来跟', { 'lead.claim': { lead: '#31' } }],
  ["I'll take lead #31", { 'lead.claim': { lead: '#31' } }],
  ['any tips when they say it is too expensive', { 'talk.find': { objection: 'price' } }],
  ['对方说没预算咋破', { 'talk.find': { objection: 'budget' } }],
  ['list一下报价的deal', { 'deal.list': { stage: 'quote' } }],
];

describe('what is not said in a command is understood by its words', () => {
  test.each(said)('%s', (text, means) => {
    expect(meaning(text, context(text))).toEqual(means);
  });
});

test.each(['不要撤销', "don't undo that", '撤销了吗', '客户把订单撤回了', '#9 没完成', '#12 和 #15 是同一个人吗'])(
  '%s changes nothing',
  (text) => {
    expect(understand(text, context(text)).intents.map(({ intent }) => intent.name)).toEqual(['unknown']);
  },
);

describe('asked nicely, a request is the same request', () => {
  for (const [said, plain] of [
    ['那个 嗯 麻烦把恒通推进到报价 谢谢啦', '把恒通推进到报价'],
    ['帮我看下恒通呗', '看下恒通'],
  ] as const)
    test(said, () => expect(meaning(said, zh)).toEqual(meaning(plain, zh)));
  for (const [said, plain] of [
    ['hey can u move Northwind to quote? thx', 'move Northwind to quote'],
    ['could you show me lead #52 please', 'show lead #52'],
  ] as const)
    test(said, () => expect(meaning(said, en)).toEqual(meaning(plain, en)));
  test('can you believe … asks for nothing', () =>
    expect(meaning('can you believe Northwind won', en)).toHaveProperty('refused'));
});
