import { expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const usd = (amount: number, about = false) => ({ amount, currency: 'USD', ...(about ? { about } : {}) });
const cny = (amount: number, about = false) => ({ amount, currency: 'CNY', ...(about ? { about } : {}) });
const read = (text: string) => meaning(text, /\p{Script=Han}/u.test(text) ? zh : en);

test.each([
  ['Larkfield came down to 40 grand', { deal: 'Larkfield', amount: usd(40000) }],
  ['took five percent off for Larkfield', { deal: 'Larkfield', discount: 0.05 }],
  ["I'd say Larkfield is 7 out of 10", { deal: 'Larkfield', odds: 0.7 }],
  ['Larkfield is a coin flip', { deal: 'Larkfield', odds: 0.5 }],
  ['ballpark 70k for Larkfield', { deal: 'Larkfield', amount: usd(70000, true) }],
  ['Larkfield slipped to Jan 29', { deal: 'Larkfield', closeOn: '2027-01-29' }],
  ['Dana Bright calls the shots at Larkfield', { deal: 'Larkfield', facts: { decision_maker: 'Dana Bright' } }],
  ['Larkfield is considering Zynth too', { deal: 'Larkfield', facts: { competitor: 'Zynth' } }],
  ['budget at Larkfield is between 60 and 80k', { deal: 'Larkfield', facts: { budget: usd(70000, true) } }],
  ['格林我打了个九二折', { deal: '格林', discount: 0.08 }],
  ['格林缩水到20万', { deal: '格林', amount: cny(200000) }],
  ['格林最多拿得出二十五个w', { deal: '格林', facts: { budget: cny(250000) } }],
  ['格林是老板娘说了算', { deal: '格林', facts: { decision_maker: '老板娘' } }],
  ['格林预计成交往后挪到1月8号', { deal: '格林', closeOn: '2027-01-08' }],
  ['格林竞争对手里多了用友', { deal: '格林', facts: { competitor: '用友' } }],
  ['格林痛点是加班太多', { deal: '格林', facts: { pain: '加班太多' } }],
])('what is told of a deal is read in any order of words: %s', (text, input) => {
  expect(read(text)).toEqual({ 'deal.update': input });
});

test.each([
  ['drop Larkfield back a stage to demo', { deal: 'Larkfield', stage: 'solution' }],
  ["we've started pricing with Larkfield", { deal: 'Larkfield', stage: 'quote' }],
  [
    'Larkfield inked the deal on Monday for 140k',
    { deal: 'Larkfield', stage: 'won', facts: { signed_on: '2026-11-09', amount: usd(140000) } },
  ],
  [
    'Larkfield chose Zynth over us',
    { deal: 'Larkfield', stage: 'lost', facts: { loss_reason: 'competitor', competitor: 'Zynth' } },
  ],
  ['Larkfield bailed, too expensive', { deal: 'Larkfield', stage: 'lost', facts: { loss_reason: 'price' } }],
  ['格林回到需求那步了', { deal: '格林', stage: 'need' }],
  ['格林签约啦🎉 30万整', { deal: '格林', stage: 'won', facts: { amount: cny(300000) } }],
  ['我们被格林刷掉了，价格原因', { deal: '格林', stage: 'lost', facts: { loss_reason: 'price' } }],
])('a deal moves by the words reps use: %s', (text, input) => {
  expect(read(text)).toEqual({ 'deal.move': input });
});

test('two deals named together both move, and a discount beside a move is kept', () => {
  const names = (text: string) =>
    understand(text, zh).intents.map(({ intent }) => [intent.name, (intent.input as { deal: string }).deal]);
  expect(names('格林和永昌都推到报价')).toEqual([
    ['deal.move', '格林'],
    ['deal.move', '永昌'],
  ]);
  expect(names('格林进报价，九五折')).toEqual([
    ['deal.move', '格林'],
    ['deal.update', '格林'],
  ]);
});

test.each([
  'Larkfield asked for a 12% discount',
  "Larkfield's revenue is 80k",
  'heard Larkfield went with Zynth',
  'Larkfield bailed on the meeting',
  'Larkfield grew 30% last year',
  '格林毛利30%',
  '格林预付三成',
  '格林想让我们便宜5个点',
  '我们没被格林刷掉',
])('what is asked, heard or of something else changes no deal: %s', (text) => {
  expect(Object.keys(read(text)).filter((name) => name.startsWith('deal.'))).toEqual([]);
});
