import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { missed } from '../../bot/understand/missed.ts';
import { createNames } from '../../bot/understand/names.ts';
import { en, zh } from './context.ts';

// What a sentence says besides what was read of it is offered with a button: nothing is lost unseen.

const names = createNames();
for (const [at, company] of ['科岭装备', '五谷机械', '若水饮料', 'Valeford Dairy', 'Greyfriars Dairy'].entries())
  names.add({ kind: 'customer', id: 101 + at, company, ownerId: 1 });
names.add({ kind: 'lead', id: 201, company: 'Gatehouse Chemicals', ownerId: 1 });
const known = names.view({ personId: 1, teamMates: null });

function besides(text: string) {
  const context = { ...(/\p{Script=Han}/u.test(text) ? zh : en), names: known };
  const read = understand(text, context).intents.map(({ intent }) => intent);
  return missed(
    text,
    read.filter(({ name }) => name !== 'unknown'),
    context,
  );
}

describe('is offered', () => {
  test('the sum that a deal came down to', () => {
    expect(besides('科岭那边预算砍了,29万估计只能做到24万左右,下周二再过去谈')).toMatchObject([
      { name: 'deal.update', input: { deal: '科岭', amount: { amount: 240_000 } } },
    ]);
  });

  test('the day by which they want something', () => {
    const text = 'just left Valeford, their plant mgr likes the tracing demo, wants a proposal by Friday';
    expect(besides(text)).toMatchObject([
      {
        name: 'task.add',
        input: {
          who: 'Valeford',
          what: expect.stringContaining('proposal'),
          at: expect.stringContaining('2026-11-13'),
        },
      },
    ]);
  });

  test('the visit they asked for behind a call', () => {
    expect(besides('早上跟若水饮料的秦婷通了电话,她有兴趣,让我这周五下午两点去她们厂里看看')).toMatchObject([
      { name: 'task.add', input: { who: '若水饮料', at: '2026-11-13T14:00:00+08:00' } },
    ]);
  });
});

test('the other record that a sentence names, and a rest until a day far off', () => {
  expect(besides('打了6个电话 只有两家接 若水和五谷 都说下周联系')).toMatchObject([
    { name: 'activity.log', input: { who: '五谷', channel: 'note' } },
  ]);
  expect(besides('called Valeford, no budget until March 15')).toMatchObject([
    { name: 'deal.pause', input: { deal: 'Valeford', until: '2027-03-15' } },
  ]);
});

test.each([
  '刚从五谷机械出来,他们法务说合同第7条违约金要改,110万不变',
  'the Greyfriars 70k one, they want 10% off',
  'met Yasmin from Gatehouse Chemicals at the expo, she can do 120k',
  '五谷机械付了30万首付',
  '科岭金额改成50万',
  '科岭下周二演示',
  '你好',
])('nothing is offered that is no news, or that was read: %s', (text) => {
  expect(besides(text)).toEqual([]);
});

test('a name that begins like a condition or a refusal is a name', () => {
  const text = '早上跟若水饮料的秦婷通了电话,她有兴趣';
  const { intents, refused } = understand(text, { ...zh, names: known });
  expect([refused, intents[0]?.intent.name]).toEqual([undefined, 'activity.log']);
});
