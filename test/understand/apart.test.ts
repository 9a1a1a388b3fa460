import { expect, test } from 'vitest';
import { sureEnough, understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, zh } from './context.ts';

// What is told of several records one after the other is read part by part where it could not be read as one.

const names = knownNames();
const read = (text: string) => understand(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names });
const told = (text: string) =>
  read(text).intents.map(({ intent }) => {
    const { who, deal } = intent.input as { who?: string; deal?: string };
    return `${intent.name} ${who ?? deal}`;
  });

test.each([
  ['枫桥报价改成60万\n联创合同要点：3331付款，质保24个月', ['deal.update 枫桥', 'deal.update 联创']],
  ['Acme decision maker is Bob Keller\nKestrel no answer again', ['deal.update Acme', 'activity.log Kestrel']],
])('line by line: %s', (text, parts) => {
  expect(told(text)).toEqual(parts);
});

test.each(['恒通签了吗\n枫桥预算50万', '如果恒通下周签\n枫桥推进到报价', 'Acme maybe 55k?\nKestrel to quote'])(
  'nothing is written of two lines of which one is no news: %s',
  (text) => {
    const { intents } = read(text);
    expect(intents.filter(({ intent, confidence }) => intent.name !== 'unknown' && confidence >= sureEnough)).toEqual(
      [],
    );
  },
);

test('what is said of all of them is not read part by part', () => {
  const { intents } = read('two visits today: Acme, Kestrel, all moved to quote');
  expect(intents.every(({ confidence }) => confidence < sureEnough)).toBe(true);
});

test.each([
  ['ok so Acme budget 60k', 'deal.update Acme'],
  ['quick update: Acme budget 60k', 'deal.update Acme'],
  ['move Acme to quote pls log it', 'deal.move Acme'],
  ['那个 恒通推进到报价', 'deal.move 恒通'],
  ['汇报一下,恒通预算60万', 'deal.update 恒通'],
])('what is said before one begins and when one is done changes nothing: %s', (text, part) => {
  expect(told(text)).toEqual([part]);
});
