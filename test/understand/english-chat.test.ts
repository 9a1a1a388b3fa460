import { expect, test } from 'vitest';
import { type Context, understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en } from './context.ts';

const names = knownNames();
const told = (text: string, about?: Context['about']) => {
  const { intents } = understand(text, { ...en, names, ...(about ? { about } : {}) });
  return intents.map(({ intent }) => {
    const { note: _, ...input } = intent.input as Record<string, unknown>;
    return [intent.name, input];
  });
};
const usd = (amount: number) => ({ amount, currency: 'USD' });

test.each([
  ['Blue Harbor is lost', 'Blue Harbor'],
  ['Stonehill Kestrel is lost', 'Stonehill Kestrel'],
  ['Harbor & Pine is lost', 'Harbor & Pine'],
  ['Kestrel is lost', 'Kestrel'],
  ['Redgrove Group is lost', 'Redgrove Group'],
])('a longer name is another one: %s', (text, deal) => {
  expect(told(text)).toEqual([['deal.move', { deal, stage: 'lost' }]]);
});

test.each([
  ['acmes budget is 40k', ['deal.update', { deal: 'acme', facts: { budget: usd(40_000) } }]],
  ['kestrels at 60% now', ['deal.update', { deal: 'kestrel', odds: 0.6 }]],
  ['oscar linds based out of seattle', ['profile.update', { who: 'oscar lind', city: 'seattle' }]],
])('the apostrophe may be left out: %s', (text, intent) => {
  expect(told(text)).toEqual([intent]);
});

test.each([
  [
    'Raj Mehta just got bumped up to VP of infrastructure at Nimbus',
    { who: 'Nimbus', contact: 'Raj Mehta', title: 'VP of infrastructure' },
  ],
  ['amy at kestrel got promoted, ops director now', { who: 'kestrel', contact: 'amy', title: 'ops director' }],
  ['the new CFO at Cobalt is Owen Pratt', { who: 'Cobalt', contact: 'Owen Pratt', title: 'CFO' }],
  ['our new contact at summit payroll is lena ortiz', { who: 'summit payroll', contact: 'lena ortiz' }],
  [
    'rita voss @ lumen: RVoss@lumenfoods.com, head of sourcing, 702-555-0118',
    {
      who: 'lumen',
      contact: 'rita voss',
      title: 'head of sourcing',
      email: 'rvoss@lumenfoods.com',
      phone: '+17025550118',
    },
  ],
  ['Dana Ruiz can be reached at 617-555-0122 now', { who: 'Dana Ruiz', phone: '+16175550122' }],
  ['new # for mark doyle 404.555.0173', { who: 'mark doyle', phone: '+14045550173' }],
  ['best email for carl boone is cboone@pioneersteel.com', { who: 'carl boone', email: 'cboone@pioneersteel.com' }],
  [
    'Orchid Software is a software firm with 220 people',
    { who: 'Orchid Software', industry: 'software', headcount: 220 },
  ],
])('what became known of somebody: %s', (text, input) => {
  expect(told(text)).toEqual([['profile.update', input]]);
});

test.each([
  ['how are we doing with Kestrel', 'Kestrel'],
  ['when did I last talk to Raj', 'Raj'],
  ['did I ever hear back from Opal about the nda?', 'Opal'],
  ['any word from granite state yet', 'granite state'],
  ['whats up with orchid', 'orchid'],
  ['where did we leave things with Halcyon', 'Halcyon'],
  ['has Rita gotten back to us', 'Rita'],
])('asked how things stand, one is shown it: %s', (text, deal) => {
  expect(told(text)).toEqual([['deal.show', { deal }]]);
});

test.each(["what's up with the printer", 'any updates on the demo?', "what's new with you"])(
  'of no record there is nothing to show: %s',
  (text) => expect(told(text).map(([name]) => name)).toEqual(['unknown']),
);

test.each([
  ['Orchid signed at 47,250', { deal: 'Orchid', stage: 'won', facts: { amount: usd(47_250) } }],
  [
    'thrilled to say umbra signed the order form yesterday',
    { deal: 'umbra', stage: 'won', facts: { signed_on: '2026-11-11' } },
  ],
  ['nimbus sent back the signed contract', { deal: 'nimbus', stage: 'won' }],
  [
    'falcon ridge went silent on us, closed lost',
    { deal: 'falcon ridge', stage: 'lost', facts: { loss_reason: 'silent' } },
  ],
  ['gable partners no budget, lost', { deal: 'gable partners', stage: 'lost', facts: { loss_reason: 'no_budget' } }],
  ['kill the opal deal, they have no budget', { deal: 'opal', stage: 'lost', facts: { loss_reason: 'no_budget' } }],
  ['Umbra said no, lost', { deal: 'Umbra', stage: 'lost' }],
  ['Quarry Brothers in quotation stage', { deal: 'Quarry Brothers', stage: 'quote' }],
  ['put #31 in quote stage at 47,250', { deal: '#31', stage: 'quote', facts: { amount: usd(47_250) } }],
  ['Halcyon gave the thumbs up so bump it to contract', { deal: 'Halcyon', stage: 'contract' }],
])('a deal moves in the words of a chat: %s', (text, input) => {
  expect(told(text)).toEqual([['deal.move', input]]);
});

test.each([
  'kestrel signed the nda',
  'Bluebird signed the rate sheet',
  'acme signed off on the floor plan',
  "acme's a no-show",
])('a paper that is signed wins no deal, and a no-show loses none: %s', (text) =>
  expect(told(text).map(([name]) => name)).not.toContain('deal.move'),
);

test('where nothing is written large, a rival is guessed at and proposed', () => {
  const [one] = understand('beacon marine went with garmin', { ...en, names }).intents;
  expect(one?.intent.input).toMatchObject({ stage: 'lost', facts: { competitor: 'garmin' } });
  expect(one?.confidence).toBeLessThan(0.6);
});

const at = (day: string, time = '09:00') => `2026-11-${day}T${time}:00-05:00`;

test.each([
  ['drop off samples at harbor & pine sat', { who: 'harbor & pine', what: 'drop off samples', at: at('14') }],
  ['demo for opal sun 2pm', { who: 'opal', what: 'demo', at: at('15', '14:00'), kind: 'meeting' }],
  ['emailing kestrel the deck friday', { who: 'kestrel', what: 'email the deck', at: at('13') }],
  ['ringing raj back tomorrow', { who: 'raj', what: 'ring back', at: at('13') }],
  ['follow up w acme mon 1030', { who: 'acme', what: 'follow up', at: at('16', '10:30') }],
  ['zoom w cobalt tue 230p', { who: 'cobalt', what: 'zoom', at: at('17', '14:30'), kind: 'meeting' }],
  ['swing by tulip dental weds', { who: 'tulip dental', what: 'swing by', at: at('18') }],
  ['Kestrel demo booked for the 19th at 2pm', { who: 'Kestrel', what: 'demo', at: at('19', '14:00'), kind: 'meeting' }],
])('a plan as thumbs type it: %s', (text, input) => {
  expect(told(text)).toEqual([['task.add', input]]);
});

test.each(['acme sat on the proposal', 'kestrel sat'])('sat is no day where somebody sits: %s', (text) => {
  expect(told(text).map(([name]) => name)).not.toContain('task.add');
});

test('what is to be done with both is done with each, and what comes then is a matter of its own', () => {
  expect(told('left vms for Kestrel and Umbra, emailing both tomorrow').slice(2)).toEqual([
    ['task.add', { who: 'Kestrel', what: 'email', at: at('13') }],
    ['task.add', { who: 'Umbra', what: 'email', at: at('13') }],
  ]);
  expect(told('Umbra site tour nov 30 10am then lunch with their vp 1pm same day')).toEqual([
    ['task.add', { who: 'Umbra', what: 'site tour', at: at('30', '10:00'), kind: 'meeting' }],
    ['task.add', { who: 'Umbra', what: 'lunch with their vp', at: at('30', '13:00'), kind: 'meeting' }],
  ]);
});

test.each([
  ['Kestrel wants to push signing to end of Feb', { deal: 'Kestrel', closeOn: '2027-02-28' }],
  ['opal asked to move the signature to Feb 20', { deal: 'opal', closeOn: '2027-02-20' }],
  ['gave umbra 10% off for the volume commit', { deal: 'umbra', discount: 0.1 }],
])('what changes of a deal is told in passing: %s', (text, input) => {
  expect(told(text)).toEqual([['deal.update', input]]);
});

test.each([
  [
    'met Ida Marsh, project lead at Torvel Mills, wants a demo, 60 seats',
    { name: 'Ida Marsh', title: 'project lead', company: 'Torvel Mills', headcount: 60 },
  ],
  [
    "New lead from last week's webinar. Jon Abt, IT Manager, Welby Motors, jon.abt@welbymotors.com.",
    {
      name: 'Jon Abt',
      title: 'IT Manager',
      company: 'Welby Motors',
      email: 'jon.abt@welbymotors.com',
      channel: 'webinar',
    },
  ],
  [
    'add lead sue stone warehouse supervisor at corvell, detroit, 300 employees',
    { name: 'sue stone', title: 'warehouse supervisor', company: 'corvell', city: 'detroit', headcount: 300 },
  ],
  [
    'got a referral from bob keller: lisa hart, cfo of dunmore glass, lisa@dunmoreglass.com',
    { name: 'lisa hart', title: 'cfo', company: 'dunmore glass', email: 'lisa@dunmoreglass.com', channel: 'referral' },
  ],
  [
    'add nora quist, buyer at pell bakery, nora@pellbakery.com as a lead',
    { name: 'nora quist', title: 'buyer', company: 'pell bakery', email: 'nora@pellbakery.com' },
  ],
  [
    'new lead ray bost, gm purchase, bost castings, mob +1 303 555 0142, from the fabtech show',
    {
      name: 'ray bost',
      title: 'gm purchase',
      company: 'bost castings',
      phone: '+13035550142',
      channel: 'event',
      source: 'fabtech show',
    },
  ],
])('a lead as one types it on the way out: %s', (text, input) => {
  expect(told(text)).toEqual([['lead.create', input]]);
});

test.each([
  ['they can do 65', 65_000],
  ["budget's signed off, 40 grand", 40_000],
  ["they've got 40k to spend", 40_000],
  ['she said 70k is the max', 70_000],
])('what they can pay is proposed as the budget of the deal one talks about: %s', (text, amount) => {
  const [one] = understand(text, { ...en, names, about: { deal: '#104' } }).intents;
  expect(one?.intent).toEqual({ name: 'deal.update', input: { deal: '#104', facts: { budget: usd(amount) } } });
  expect(one?.confidence).toBeLessThan(0.6);
  expect(told(text).map(([name]) => name)).toEqual(['unknown']);
});

const visit = (who: string, more: object) => ['activity.log', { who, channel: 'visit', ...more }];

test('a round of visits is told place by place, on the day it was', () => {
  expect(told('two stops yesterday: Opal first, they loved it, then Umbra, nobody in')).toEqual([
    visit('Opal', { outcome: 'positive', at: at('11') }),
    visit('Umbra', { outcome: 'silent', at: at('11') }),
  ]);
  expect(told('made two visits today. Acme, Bob was happy. Umbra wants a lower price')).toEqual([
    visit('Acme', { contacts: ['Bob'], outcome: 'positive' }),
    visit('Umbra', { objection: 'price' }),
  ]);
  expect(understand('two visits today: Acme, Umbra, all moved to quote', { ...en, names }).intents[0]?.confidence).toBe(
    0.5,
  );
});

test('who it was may be named only then', () => {
  expect(told('they liked the call today, Opal budget about $40k')).toEqual([
    ['activity.log', { who: 'Opal', channel: 'call', outcome: 'positive' }],
    ['deal.update', { deal: 'Opal', facts: { budget: { ...usd(40_000), about: true } } }],
  ]);
});

test.each([
  ['Umbra wants to think it over until next quarter', { who: 'Umbra', channel: 'other', objection: 'timing' }],
  ['umbra stood me up on the 9am zoom', { who: 'umbra', channel: 'meeting', outcome: 'silent' }],
  ['tried willow creek, got through', { who: 'willow creek', channel: 'call', outcome: 'reached' }],
])('what came of it: %s', (text, input) => {
  expect(told(text)).toEqual([['activity.log', input]]);
});

test('terms may have a comma, and a new contact is one of the customer spoken of', () => {
  expect(told('contract terms for nimbus: net 45, auto renew')).toEqual([
    ['deal.update', { deal: 'nimbus', facts: { contract_terms: 'net 45, auto renew' } }],
  ]);
  expect(told('Bluebird: deal now 38k, new contact Omar, cell 503-555-0190').slice(1)).toEqual([
    ['profile.update', { who: 'Bluebird', contact: 'Omar', phone: '+15035550190' }],
  ]);
});

test('a name said again behind the word that takes it begins nothing new', () => {
  expect(told('Redwood email no reply, Opal ok already so move Opal to contract').at(-1)).toEqual([
    'deal.move',
    { deal: 'Opal', stage: 'contract' },
  ]);
  expect(told('Raj at Nimbus cell is 415-555-0199, next step for Nimbus: send SOW Friday').at(-1)).toEqual([
    'deal.update',
    { deal: 'Nimbus', nextStep: 'send SOW', nextAt: at('13') },
  ]);
});
