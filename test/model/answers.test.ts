import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelStandIn } from '../support/model-standin.ts';
import { en, knowing, openModel, zh } from './ask.ts';

let server: ModelStandIn;
beforeAll(async () => {
  server = await ModelStandIn.start();
});
afterAll(() => server.stop());

const text = '恒通王总那边回话了 说价格能接受 就是流程要走到月底';
const context = knowing(zh, text, '恒通');
const answer = {
  intents: [
    {
      name: 'activity.log',
      input: {
        who: '⟦name1⟧',
        contacts: ['⟦person1⟧'],
        channel: 'other',
        outcome: 'positive',
        note: '⟦person1⟧说流程走到月底',
      },
    },
  ],
};
const meant = {
  intents: [
    {
      name: 'activity.log',
      input: { who: '恒通', contacts: ['王总'], channel: 'other', outcome: 'positive', note: '王总说流程走到月底' },
    },
  ],
};

/** What is made of an answer to this text. */
async function proposed(says: string | object | null, said = text, from = context) {
  server.plan({ says });
  return openModel(server.baseUrl).model.propose(said, from);
}

test('a good answer is proposed, with the names back in', async () => {
  expect(await proposed(answer)).toEqual(meant);
});

const json = JSON.stringify(answer);
test.each([
  ['fenced', `\`\`\`json\n${json}\n\`\`\``],
  ['introduced', `Here is the JSON:\n${json}\nLet me know.`],
  ['thought about', `<think>The rep says {"intents": maybe}… {"intents":[]}?</think>\n\n${json}`],
  ['thought about, without a beginning', `So {"intents":[]} perhaps.\n</think>\n${json}`],
  ['thought about at length', `<thinking>\n${'hm '.repeat(2000)}</thinking>${json}`],
  ['with nulls for what is not known', json.replace('"channel"', '"at":null,"channel"')],
])('an answer that is %s is read all the same', async (_how, says) => {
  expect(await proposed(says)).toEqual(meant);
});

test('several intents are proposed in their order', async () => {
  const said = 'Northwind wants 15% off, and I promised Dana the papers by Friday; they have ~80k';
  const two = {
    intents: [
      { name: 'deal.update', input: { deal: '⟦name1⟧', discount: 0.15, amount: { amount: 80000, about: true } } },
      { name: 'task.add', input: { who: '⟦name2⟧', what: 'send the papers', at: '2026-11-13T18:00:00-05:00' } },
    ],
  };
  expect(await proposed(two, said, en)).toEqual({
    intents: [
      { name: 'deal.update', input: { deal: 'Northwind', discount: 0.15, amount: { amount: 80000, about: true } } },
      { name: 'task.add', input: { who: 'Dana', what: 'send the papers', at: '2026-11-13T18:00:00-05:00' } },
    ],
  });
});

test('phones and addresses come back as they were said', async () => {
  const said = 'new one: Priya Raman from Bluewave, (415) 555-2671, Priya@Bluewave.example';
  const input = { name: '⟦name1⟧', company: '⟦name2⟧', phone: '⟦phone1⟧', email: '⟦email1⟧' };
  expect(await proposed({ intents: [{ name: 'lead.create', input }] }, said, en)).toEqual({
    intents: [
      {
        name: 'lead.create',
        input: { name: 'Priya Raman', company: 'Bluewave', phone: '(415) 555-2671', email: 'Priya@Bluewave.example' },
      },
    ],
  });
});

test('the record the talk is about, and a number that was said, may be named', async () => {
  const show = (deal: string) => ({ intents: [{ name: 'deal.show', input: { deal } }] });
  const about = { ...zh, about: { deal: '#7' } };
  expect(await proposed(show('#7'), '这单怎么样', about)).toEqual(show('#7'));
  expect(await proposed(show('#12'), '＃12 呢', about)).toEqual(show('#12'));
  expect(await proposed(show('#1'), '#12 呢', about)).toBeNull();
  expect(await proposed(show('#8'), '这单怎么样', about)).toBeNull();
});

test.each([
  ['nothing', { intents: [] }],
  ['no text', null],
  ['an empty text', ''],
  ['prose', 'I would log a call with the company.'],
  ['half an answer', json.slice(0, -20)],
  ['two answers', `${json}\n${json}`],
  ['a bare list', JSON.stringify(answer.intents)],
  ['another key beside', { ...answer, sure: true }],
  ['another key in an intent', { intents: [{ ...answer.intents[0], confidence: 1 }] }],
  ['too many', { intents: Array.from({ length: 7 }, () => answer.intents[0]) }],
  ['nothing but thoughts', `<think>${json}`],
  ['deep nonsense', `{"intents":[{"name":"activity.log","input":{"who":${'['.repeat(9000)}${']'.repeat(9000)}}}]}`],
  ['an endless row of braces', '{'.repeat(60_000)],
])('%s is no proposal, and nothing is thrown', async (_what, says) => {
  expect(await proposed(says)).toBeNull();
});

/** One intent for the text above, with these inputs over the good ones. */
const logged = (over: object) => ({ name: 'activity.log', input: { ...answer.intents[0]?.input, ...over } });
const update = (over: object) => ({ name: 'deal.update', input: { deal: '⟦name1⟧', ...over } });
test.each([
  ['an input that is not of the intent', logged({ sure: true })],
  ['an unknown channel', logged({ channel: 'fax' })],
  ['a token that was never given', logged({ who: '⟦company9⟧' })],
  ['a token that was never given, in a note', logged({ note: '⟦person1⟧ and ⟦person2⟧' })],
  ['half a token', logged({ note: '⟦person1' })],
  ['a token without its brackets', logged({ note: 'person1 agreed' })],
  ['a name that was never said', logged({ contacts: ['李总'] })],
  ['a record that was never mentioned', logged({ who: '宏达' })],
  ['a record by a number that was never said', logged({ who: '#12' })],
  ['two tokens for one record', logged({ who: '⟦name1⟧⟦person1⟧' })],
  ['a phone that was never said', logged({ note: 'call 139 1234 5678' })],
  ['a link', logged({ note: 'see https://evil.example/x' })],
  ['somebody to be called out to', logged({ note: '<!channel> look' })],
  ['characters nobody can see', logged({ note: 'a\u202eb' })],
  ['a day that is none', update({ closeOn: '2026-02-30' })],
  ['a year the model was trained in', update({ closeOn: '2023-11-30' })],
  ['a moment far ahead', update({ nextStep: '报价', nextAt: '2036-11-30T18:00:00+08:00' })],
  ['a moment without its offset', update({ nextStep: '报价', nextAt: '2026-11-30T18:00:00' })],
  ['a visit still to come', logged({ at: '2026-11-30T09:00:00+08:00' })],
  ['a task for last week', { name: 'task.add', input: { what: '报价', at: '2026-11-04T09:00:00+08:00' } }],
  ['money as words', update({ amount: '80万' })],
  ['money below nothing', update({ amount: { amount: -5 } })],
  ['money beyond measure', update({ amount: { amount: 1e15 } })],
  ['a currency that is none', update({ amount: { amount: 5, currency: '人民币' } })],
  ['odds above one', update({ odds: 70 })],
  ['a stage the team has not', { name: 'deal.move', input: { deal: '⟦name1⟧', stage: 'paid' } }],
  ['a date in words', update({ facts: { signed_on: 'Nov 30, 2026' } })],
  ['a fact the team has not', update({ facts: { bribe: '5万' } })],
  ['a fact of another type', update({ facts: { budget: '80万' } })],
  [
    'a choice that is none',
    { name: 'deal.move', input: { deal: '⟦name1⟧', stage: 'lost', facts: { loss_reason: 'fate' } } },
  ],
])('%s drops the whole proposal, and not half of it', async (_what, wrong) => {
  expect(await proposed({ intents: [answer.intents[0], wrong] })).toBeNull();
  expect(await proposed({ intents: [answer.intents[0], logged({})] })).not.toBeNull();
});

test('facts of every type are taken when they fit', async () => {
  const facts = { budget: { amount: 800000 }, decision_maker: '⟦person1⟧', pain: '流程慢', signed_on: '2026-11-30' };
  const move = { name: 'deal.move', input: { deal: '⟦name1⟧', stage: 'contract', facts } };
  expect(await proposed({ intents: [move] })).toEqual({
    intents: [
      { name: 'deal.move', input: { deal: '恒通', stage: 'contract', facts: { ...facts, decision_maker: '王总' } } },
    ],
  });
});

test('a quote or a brace in a note does not end the answer', async () => {
  const note = '他说"}}}行", 就这样\\';
  const [first] = answer.intents;
  const says = JSON.stringify({ intents: [{ ...first, input: { ...first?.input, note } }] });
  expect((await proposed(says))?.intents[0]?.input).toMatchObject({ note });
});

test.each([
  ['a phone that is no token', { phone: '+8613912345678' }],
  ['a phone that is a word', { phone: 'none' }],
  ['a phone where an address belongs', { email: '⟦phone1⟧' }],
  ['an address where a phone belongs', { phone: '⟦email1⟧' }],
  ['an address that is a word', { email: 'none' }],
  ['an id that is a word', { wechat: 'none' }],
  ['a name that is a phone', { name: '⟦phone1⟧' }],
  ['a name that is a dot', { name: ',' }],
  ['a name that was never said', { name: 'Ada' }],
  ['a company that was never said', { company: 'Globex' }],
  ['a place that was never said', { city: 'Berlin' }],
  ['a trade that was never said', { industry: 'mining' }],
  ['a way nobody came', { channel: 'dream' }],
  ['a company of nobody', { headcount: 0 }],
  ['a company of everybody', { headcount: 8_000_000_000 }],
])('a lead with %s is none', async (_what, wrong) => {
  const said =
    'Priya Raman of Bluewave in Austin, (415) 555-2671, priya@bluewave.example, retail, 40 people, met at an event';
  const input = {
    name: '⟦name1⟧',
    company: '⟦name2⟧',
    city: '⟦name3⟧',
    phone: '⟦phone1⟧',
    email: '⟦email1⟧',
    industry: 'retail',
    headcount: 40,
    channel: 'event',
  };
  const lead = (over: object) => ({ intents: [{ name: 'lead.create', input: { ...input, ...over } }] });
  expect(await proposed(lead(wrong), said, en)).toBeNull();
  expect((await proposed(lead({}), said, en))?.intents[0]?.input).toMatchObject({
    company: 'Bluewave',
    city: 'Austin',
  });
});
