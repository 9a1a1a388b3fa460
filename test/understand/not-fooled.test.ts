import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, zh } from './context.ts';

const refused: [string, string][] = [
  ['不要把恒通推进到报价', 'negated'],
  ['先别把恒通推到报价', 'negated'],
  ['恒通先不推进到报价', 'negated'],
  ['别推进恒通到报价', 'negated'],
  ['恒通还没赢', 'negated'],
  ['恒通推进到报价 先不要', 'negated'],
  ['没跟恒通打电话', 'unknown'],
  ['不要撤销', 'unknown'],
  ['如果恒通下周签了就推进到合同', 'conditional'],
  ['要是恒通赢了就好了', 'conditional'],
  ['等恒通签了再推进到合同', 'conditional'],
  ['恒通签了的话推进到合同', 'conditional'],
  ['恒通签了吗', 'question'],
  ['恒通被谁抢了', 'question'],
  ['恒通回我了没', 'question'],
  ['恒通回复了没', 'question'],
  ['恒通赢了吗', 'question'],
  ['恒通推进到报价了吗？', 'question'],
  ['恒通是不是赢了', 'question'],
  ['要不要把恒通推进到报价', 'question'],
  ['听说恒通赢了', 'hearsay'],
  ['王总说把恒通推进到报价', 'hearsay'],
  ['他写了"把恒通推进到报价"', 'quoted'],
  ['我没说"恒通赢了"啊', 'unknown'],
  ['恒通 推进到 报价 还有 宏达 也 推进', 'unclear'],
  ["don't move Northwind yet", 'negated'],
  ["don't move Northwind to quote", 'negated'],
  ['do not move Northwind to quote', 'negated'],
  ['move Northwind to quote? not yet', 'question'],
  ["we haven't won Northwind", 'negated'],
  ['if Northwind signs, move it to contract', 'conditional'],
  ['move Northwind to contract if they sign next week', 'conditional'],
  ['move Northwind to quote once they sign', 'conditional'],
  ['did we win Northwind?', 'question'],
  ['should I move Northwind to quote?', 'question'],
  ['has Northwind moved to quote?', 'question'],
  ['won Northwind?', 'question'],
  ['I heard we won Northwind', 'hearsay'],
  ['boss says move Northwind to quote', 'hearsay'],
  ["didn't call Dana at Northwind", 'unknown'],
];

describe('a sentence that only mentions a command changes nothing', () => {
  test.each(refused)('%s (%s)', (text, why) => {
    const { intents, refused } = understand(text, /\p{Script=Han}/u.test(text) ? zh : en);
    expect(intents.map(({ intent }) => intent.name)).toEqual(['unknown']);
    if (why !== 'unknown') expect(refused).toBe(why);
  });
});

const smallTalk = [
  '你好',
  '在吗',
  '谢谢',
  '哈哈哈哈',
  '今天天气真好',
  '晚上一起吃饭吗',
  '你吃了吗',
  '好的',
  '收到',
  '辛苦了',
  '周末愉快',
  '恭喜恭喜',
  '这个产品不错',
  '我觉得可以',
  '嗯',
  '1',
  '50w',
  '王总',
  '下周三',
  'hi',
  'hello there',
  'thanks!',
  'how are you',
  'nice weather today',
  'ok',
  'lol',
  'good morning',
  'see you tomorrow',
  'I like this',
  'the meeting was long',
  'what a day',
  'he went home',
  '🎉🎉',
  '...',
];

test.each(smallTalk)('%s is small talk', (text) => {
  expect(understand(text, /\p{Script=Han}/u.test(text) ? zh : en).intents).toMatchObject([
    { intent: { name: 'unknown' } },
  ]);
});

test('what a story tells with an "if" in it is still a story', () => {
  const { intents } = understand('刚跟恒通王总打了电话,他说如果降价就签', zh);
  expect(intents[0]?.intent).toMatchObject({
    name: 'activity.log',
    input: { who: '恒通', contacts: ['王总'], channel: 'call' },
  });
});

test('every intent given passes its schema, or is unknown', () => {
  const { intents, refused } = understand(`把${'很'.repeat(300)}推进到报价`, zh);
  expect(intents[0]?.intent.name).toBe('unknown');
  expect(refused === undefined || refused === 'unclear').toBe(true);
});

const nobodysNews = [
  '我听财务说蓝海那边账上没钱了',
  '据枫桥的人讲 他们预算砍到30万',
  '隔壁工位吹牛说恒通要签两百万',
  '群里都在传恒通输给金蝶了',
  '前两天网上看到恒通赢了个大单',
  '翻译成英文：我们下周二签合同',
  '合同模板里写的是：恒通 12月31日付清50万',
  '转发 王磊：恒通推进到报价',
  '培训里的案例 恒通嫌贵 最后丢了',
  '我老婆把恒通的报价砍到22万',
  '我同事小张昨天丢了个20万的单',
  '恒通今年能签就好了',
  '要是早知道恒通就签了',
  '凭什么恒通给50万',
  '难不成恒通又丢了',
  '恒通本月签单无望',
  '恒通周五过来签 前提是法务通过',
  '最好恒通下周能给100万',
  '周末跟哥们吃火锅 人均80',
  '恒通再不回话 就转给王磊得了',
  '我是不是该周五去拜访恒通',
  '恒通的合同周五能签下来不',
  '没跟恒通约上周三的演示',
  '我可没答应恒通下周二去演示',
  "someone in #random typed 'Northwind won 99k'",
  "a friend of mine says Northwind's budget is 60k",
  "according to Dana's assistant, Northwind budget is 80k now",
  "Tom told Sarah that Northwind's closing at 50k",
  'in this podcast a rep calls Northwind before they sign for 2 million',
  'the headline reads Northwind moved to contract',
  'fwd from Tom: Northwind moved to contract, 45k',
  'at another company I lost Northwind over price',
  "one day I'll close Northwind for a million",
  "it'd be sweet to get Northwind at 120k",
  'oh sure, Northwind signs friday at 50k',
  'was gonna call Northwind friday at 3',
  'wait, is Northwind still at 45k',
  'hopefully Northwind signs next week at 100k',
  'nobody at Northwind agreed to 60k',
  'some analyst expects Northwind to double its budget to 2 million',
  'the invoice template has Northwind at 45k',
  "I'd pay to see Northwind sign at 80k",
  "haven't called Dana at Northwind, haven't emailed her",
  '恒通没有30万的预算',
  '恒通没涨到70万',
  '恒通啥时候改到45万的',
  '恒通怎么会到50万',
  '是谁把恒通改成20万的',
  '本来恒通昨天要签的',
  '恒通差一口气就赢了',
  '打个比方:恒通推进到报价',
  "we shouldn't bump Northwind to 70k",
  'I refuse to put Northwind at 70k',
  'Dana joked that Northwind is worth 5 million',
  'testing: move Northwind to quote',
  'I seriously doubt Northwind signs at 80k',
  'praying Northwind signs friday',
];

test.each(nobodysNews)('%s is nobody’s news', (text) => {
  expect(understand(text, /\p{Script=Han}/u.test(text) ? zh : en).intents).toMatchObject([
    { intent: { name: 'unknown' } },
  ]);
});

const proposed = [
  '恒通当初是70万',
  '恒通去年给了20万',
  '恒通未必5月能签',
  '恒通市值50亿',
  '系统显示恒通是赢单',
  '理论上恒通这周能签',
  'after the demo, move Northwind to quote',
  'Northwind was at 40k last year',
  'Northwind lost their CFO',
  'Northwind signed with HubSpot for 40k',
  'the CRM says Northwind is at 80k',
  'in theory Northwind closes friday',
  '年底前把恒通拿下',
  '明天降温到5度 去恒通那边的穿秋裤啊',
  '恒通周三的演示取消了',
  '王磊猜恒通预算有80万',
];

test.each(proposed)('%s is written at most once it is confirmed', (text) => {
  expect(
    understand(text, /\p{Script=Han}/u.test(text) ? zh : en).intents.every(
      ({ intent, confidence }) => intent.name === 'unknown' || confidence < 0.6,
    ),
  ).toBe(true);
});

const ours: [string, string][] = [
  ['恒通原来80万,现在改成60万', 'deal.update'],
  ['we signed with Northwind for 40k', 'deal.update'],
  ['拜访了恒通，听王总说预算砍到30万', 'activity.log'],
  ['恒通的王总说他们预算有80万', 'deal.update'],
  ['提醒我明天下午三点给我老婆打电话', 'task.add'],
  ['called Dana at Northwind, she wishes it were cheaper', 'activity.log'],
  ['met Dana at Northwind, a friend of hers uses HubSpot', 'activity.log'],
  ['Northwind will sign by friday, remind me friday at 3 to call', 'task.add'],
];

test.each(ours)('%s is still our news', (text, name) => {
  const { intents } = understand(text, /\p{Script=Han}/u.test(text) ? zh : en);
  expect(intents.map(({ intent }) => intent.name)).toContain(name);
});

test.each(['别让我忘了', '别给我忘了', '千万别让我忘了啊'])('%s denies nothing', (reminder) => {
  expect(
    understand(`答应了恒通老板周五下班前把方案发他微信 ${reminder}`, { ...zh, names: knownNames() }).intents.map(
      ({ intent }) => intent,
    ),
  ).toEqual([{ name: 'task.add', input: { who: '恒通', what: '把方案发他微信', at: '2026-11-13T18:00:00+08:00' } }]);
});

test.each(['麻烦帮我看下恒通那边上次啥时候联系的', '恒通上次什么时候联系的', '上次联系恒通是哪天'])(
  '%s asks to see the deal',
  (text) => {
    expect(understand(text, { ...zh, names: knownNames() }).intents.map(({ intent }) => intent)).toEqual([
      { name: 'deal.show', input: { deal: '恒通' } },
    ]);
  },
);
