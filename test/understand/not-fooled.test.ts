import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
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
