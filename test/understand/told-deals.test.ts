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
  ['Larkfield budget got trimmed to 30 grand smh', { deal: 'Larkfield', facts: { budget: usd(30000) } }],
  ['Larkfield went from 40k to 55k', { deal: 'Larkfield', amount: usd(55000) }],
  [
    'next step w larkfield: send the deck by the 20th',
    { deal: 'larkfield', nextStep: 'send the deck', nextAt: '2026-11-20T18:00:00-05:00' },
  ],
  ['dana is the decision maker at larkfield', { deal: 'larkfield', facts: { decision_maker: 'dana' } }],
  [
    "The decision maker at Larkfield isn't Lou Hart, it's Dana Bright",
    { deal: 'Larkfield', facts: { decision_maker: 'Dana Bright' } },
  ],
  [
    'The decision maker at Larkfield is their COO, Dana Bright',
    { deal: 'Larkfield', facts: { decision_maker: 'Dana Bright' } },
  ],
  ['larkfield is also looking at zynth', { deal: 'larkfield', facts: { competitor: 'zynth' } }],
  ['at Larkfield it is down to us and Zynth', { deal: 'Larkfield', facts: { competitor: 'Zynth' } }],
  ['Larkfield closing dec 9, call it 8 in 10', { deal: 'Larkfield', closeOn: '2026-12-09', odds: 0.8 }],
  ['格林预算批下来了 八十万', { deal: '格林', facts: { budget: cny(800000) } }],
  ['格林的预算啊老板又松了口现在是九十万了', { deal: '格林', facts: { budget: cny(900000) } }],
  ['格林预算也就三四十万的样子吧', { deal: '格林', facts: { budget: cny(350000, true) } }],
  ['格林要拖到明年2月底才能签', { deal: '格林', closeOn: '2027-02-28' }],
  ['格林预计年底成交，七成把握', { deal: '格林', closeOn: '2026-12-31', odds: 0.7 }],
  ['格林这边拍板的不是李工，是范总', { deal: '格林', facts: { decision_maker: '范总' } }],
  ['格林说了算的是小林总', { deal: '格林', facts: { decision_maker: '小林总' } }],
  ['格林那边用友也来报价了', { deal: '格林', facts: { competitor: '用友' } }],
  ['格林痛点你记一下是交货老拖', { deal: '格林', facts: { pain: '交货老拖' } }],
  ['格林想把签约推到二月底', { deal: '格林', closeOn: '2027-02-28' }],
  ['格林签单要拖到明年三月', { deal: '格林', closeOn: '2027-03-31' }],
  ['格林范总说预算80万', { deal: '格林', facts: { budget: cny(800000) } }],
  ['格林预算批下来了一百二十万', { deal: '格林', facts: { budget: cny(1200000) } }],
  ['格林那边最多给110万', { deal: '格林', facts: { budget: cny(1100000) } }],
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
  ['格林被金蝶截胡 记输单', { deal: '格林', stage: 'lost', facts: { loss_reason: 'competitor', competitor: '金蝶' } }],
  ['格林半年没回音，按丢单处理', { deal: '格林', stage: 'lost', facts: { loss_reason: 'silent' } }],
  [
    '格林lost to 用友，记一下',
    { deal: '格林', stage: 'lost', facts: { loss_reason: 'competitor', competitor: '用友' } },
  ],
  ['格林合同签完了 88万', { deal: '格林', stage: 'won', facts: { amount: cny(880000) } }],
  ['格林从需求推进到报价，报的是42万8', { deal: '格林', stage: 'quote', facts: { amount: cny(428000) } }],
  ['move Larkfield from quote to contract', { deal: 'Larkfield', stage: 'contract' }],
  [
    'Larkfield picked Zynth over us. Closed lost.',
    { deal: 'Larkfield', stage: 'lost', facts: { loss_reason: 'competitor', competitor: 'Zynth' } },
  ],
  ['我们被格林刷掉了，价格原因', { deal: '格林', stage: 'lost', facts: { loss_reason: 'price' } }],
])('a deal moves by the words reps use: %s', (text, input) => {
  expect(read(text)).toEqual({ 'deal.move': input });
});

test.each([
  ['格林那边想再加一套，建个商机，大概20万', { customer: '格林', amount: cny(200000, true) }],
  ['给Larkfield开个deal，30万', { customer: 'Larkfield', amount: cny(300000) }],
  ['格林 仓库改造 新单 18w', { customer: '格林', title: '仓库改造', amount: cny(180000) }],
  ['给格林开个商机，名字叫仓库扩容', { customer: '格林', title: '仓库扩容' }],
  ['new oppty: Larkfield, 32k', { customer: 'Larkfield', amount: usd(32000) }],
  ['open opportunity Larkfield 25k', { customer: 'Larkfield', amount: usd(25000) }],
  ['convert #52 from lead to deal', { lead: '#52' }],
  ['lead #52 is ready, convert it to a deal, 15k', { lead: '#52', amount: usd(15000) }],
])('a deal is opened whatever stands before it: %s', (text, input) => {
  expect(read(text)).toEqual({ 'deal.open': input });
});

test('who would open a deal and names nobody gets the form', () => {
  expect(read('我想录个新商机')).toEqual({ 'deal.form': {} });
  expect(read('I need to add a new deal')).toEqual({ 'deal.form': {} });
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
  ['格林人家最后选了本地的绿源这单算丢了', { loss_reason: 'competitor', competitor: '绿源' }],
  ['格林lose给Bosch了', { loss_reason: 'competitor', competitor: 'Bosch' }],
  ['格林这单关了吧客户一直不回消息算输单', { loss_reason: 'silent' }],
  ['格林这单丢了，没批下来预算', { loss_reason: 'no_budget' }],
])('a loss is told with who won or why, in the words of a chat: %s', (text, facts) => {
  expect(read(text)).toEqual({ 'deal.move': { deal: '格林', stage: 'lost', facts } });
});

test('what they would spend without its 万, and whom they chose without a word of a loss, are proposed', () => {
  for (const text of ['格林那边最多给110', '格林最后定了绿源'])
    expect(understand(text, zh).intents.map(({ confidence }) => confidence)).toEqual([0.5]);
});

test('a figure in front of a day is no hour', () => {
  expect(read('格林赢了 28万5 昨天下午盖的章')).toEqual({
    'deal.move': { deal: '格林', stage: 'won', facts: { amount: cny(285000), signed_on: '2026-11-11' } },
  });
});

test('what those spoken of object to is proposed with nobody named', () => {
  const { intents } = understand('老板觉得130万太离谱', { ...zh, about: { deal: '#7' } });
  expect(intents).toEqual([
    { intent: { name: 'activity.log', input: { who: '#7', channel: 'other', objection: 'price' } }, confidence: 0.5 },
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

test.each(['格林保密协议签好了', '格林合同签完了吗', '如果格林不回就按输单处理', "don't mark it as lost"])(
  'is no end of a deal: %s',
  (text) => expect(Object.keys(read(text))).not.toContain('deal.move'),
);
