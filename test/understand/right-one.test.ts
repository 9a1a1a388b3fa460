import { describe, expect, test } from 'vitest';
import { sureEnough, understand } from '../../bot/understand/index.ts';
import { createNames } from '../../bot/understand/names.ts';
import { en, zh } from './context.ts';

const book = createNames();
for (const [index, company] of ['恒通', '宏达', '远景', '蓝海', 'Acme', 'Foxglove'].entries())
  book.add({ kind: 'customer', id: 11 + index, company, ownerId: 1 });
for (const [index, person] of ['陈梅', '王磊', '张伟', 'Tom Lee'].entries())
  book.add({ kind: 'person', id: 1 + index, person, teamId: 9 });
const names = book.view({ personId: 1, teamMates: null });

/** What would be done without asking: `intent record`, and for a move its stage. */
function done(text: string, about?: string): string[] {
  const base = /\p{Script=Han}/u.test(text) ? zh : en;
  const { intents } = understand(text, { ...base, names, ...(about ? { about: { deal: about } } : {}) });
  return intents.flatMap(({ intent, confidence }) => {
    const { who, deal, stage } = intent.input as Record<string, unknown>;
    const writes = intent.name !== 'unknown' && !/show|list|find/.test(intent.name) && confidence >= sureEnough;
    return writes ? [[intent.name, who ?? deal, stage].filter(Boolean).join(' ')] : [];
  });
}

describe('hearsay within a story changes nothing of the one it is about', () => {
  test.each([
    ['拜访了远景，听说宏达金额砍到20万', '宏达'],
    ['拜访了远景，他们说宏达金额改成20万', '宏达'],
    ['拜访了恒通，听说宏达赢单了', '宏达'],
    ['met Acme, they said Foxglove won', 'Foxglove'],
    ['visited Acme, heard Foxglove is lost', 'Foxglove'],
  ])('%s', (text, other) => expect(done(text).filter((one) => one.includes(other))).toEqual([]));
});

describe('what is said after another name is of that name, or is asked', () => {
  test.each([
    ['拜访了恒通。宏达没签，输单，因为价格', 'deal.move 恒通'],
    ['拜访了远景，宏达还没定，金额改成33万', 'deal.update 远景'],
    ['拜访了恒通。宏达还在犹豫，输单', 'deal.move 恒通'],
    ["met Acme. Foxglove isn't ready, mark it lost", 'deal.move Acme'],
    ['恒通推进到报价，宏达别动，金额50万', 'deal.update 恒通'],
  ])('%s', (text, wrong) => expect(done(text).filter((one) => one.startsWith(wrong))).toEqual([]));
});

describe('of two names beside one command not one is picked', () => {
  test.each([
    '恒通和宏达金额改成55万',
    '恒通和宏达推进到报价',
    '恒通、宏达推进到报价',
    '恒通或者宏达推进到报价',
    '把恒通和宏达转给王磊',
    '除了恒通都推进到报价',
    'everyone but Acme won',
    '恒通的客户宏达赢单了',
  ])('%s', (text) => expect([0, 2]).toContain(done(text).length));
});

test('all that were visited are told, or it is asked', () => {
  const all = done('今天跑了三家：恒通，宏达，蓝海，都推进到报价');
  if (all.length > 0) for (const name of ['恒通', '宏达', '蓝海']) expect(all).toContain(`deal.move ${name} quote`);
});

describe('the record named at the end is the one', () => {
  test.each([
    ['把金额改成77万，蓝海', '#7'],
    ['推进到报价, 恒通', '#7'],
    ['set amount to 50k, Acme', '#7'],
  ])('%s', (text, about) => expect(done(text, about).filter((one) => one.includes(about))).toEqual([]));
});

describe('plans, guesses and beliefs move nothing', () => {
  test.each([
    '我打算把恒通推进到报价',
    '准备把恒通推进到报价',
    '计划恒通月底赢单',
    '我以为恒通推进到报价了',
    '恒通应该是丢了',
    '恒通丢了吧',
    '恒通签了竞争对手的合同',
    'Acme is probably lost',
    'word is Acme won',
    'planning to move Acme to quote',
    'hmm I guess maybe something with Acme next week who knows',
    '说不定下周去恒通看看',
  ])('%s', (text) => expect(done(text)).toEqual([]));
});

describe('a paper, a look or a sum is not the deal', () => {
  test.each(['把恒通的报价转给张伟', '把恒通给王磊看看', '恒通的尾款转给财务', 'send the Acme quote to Tom Lee'])(
    '%s',
    (text) => expect(done(text).filter((one) => one.startsWith('deal.give'))).toEqual([]),
  );
});

test('a call with a colleague is not one with the customer one just spoke of', () => {
  expect(done('给张伟打了电话，没接', '#7')).toEqual([]);
});

describe('a condition stops what hangs on it and nothing else, and is not lost', () => {
  test('what comes after it with its own time is still asked for', () => {
    const text = '给恒通打了电话，同意就推进到赢单，明天提醒我发合同';
    expect(done(text).some((one) => one.startsWith('deal.move'))).toBe(false);
    const { intents } = understand(text, { ...zh, names });
    expect(intents.map(({ intent }) => intent.name)).toEqual(['activity.log', 'task.add']);
  });

  test('what depends is kept as a note', () => {
    const { intents } = understand('给恒通打了电话，如果他们同意就推进到报价', { ...zh, names });
    expect(JSON.stringify(intents)).toContain('如果他们同意');
  });

  test('a visit planned is no record', () => {
    const { intents } = understand('给恒通打了电话，要是价格合适就签，下周三去拜访，金额50万', { ...zh, names });
    expect(JSON.stringify(intents)).not.toContain('"deal":"拜访"');
  });
});

describe('a plain statement is no correction', () => {
  const last = { command: 9, text: 'Acme amount 55k', about: { deal: '#7' } };
  test.each(['budget is 60k', 'the amount is 60k', "it's 60k", 'should be 60k by Friday'])('%s', (text) => {
    const { intents } = understand(text, { ...en, names, about: { deal: '#8' }, last });
    expect(intents.some(({ intent, confidence }) => intent.name === 'amend' && confidence >= sureEnough)).toBe(false);
  });
});

test('a number in the sentence is the record, whatever the talk was about', () => {
  expect(done('刚拜访了 #21 嫌贵，下周三下午3点演示', '#7').filter((one) => one.includes('#7'))).toEqual([]);
});

test('the label of a button is understood when it is typed', () => {
  expect(understand('全部撤销', zh).intents[0]?.intent.name).toBe('undo');
  expect(understand('undo all', en).intents[0]?.intent.name).toBe('undo');
});
