import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proposal } from '../../bot/cards/confirm.ts';
import { readerOf } from '../../bot/cards/reader.ts';
import { isWriting } from '../../bot/commands/writing.ts';
import { type Intent, type IntentName, intents, readIntent } from '../../bot/intents.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';

const playbook = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));
const now = new Date('2026-11-12T10:00:00+08:00');

/** By intent and input: what is given, and what a person must read of it. */
const given: { [N in IntentName]?: Record<string, [value: unknown, shown: string]> } = {
  'lead.create': {
    name: ['Dana Reyes', 'Dana Reyes'],
    title: ['Buyer', 'Position Buyer'],
    company: ['Northwind', 'Northwind'],
    phone: ['+8613912345678', '139 1234 5678'],
    email: ['dana@northwind.example', 'dana@northwind.example'],
    wechat: ['dana_88', 'WeChat dana_88'],
    industry: ['manufacturing', 'Industry Manufacturing'],
    city: ['Suzhou', 'City Suzhou'],
    headcount: [420, 'People 420'],
    budget: [{ amount: 60_000, currency: 'USD' }, '60,000'],
    pain: ['slow picking', 'Pain slow picking'],
    channel: ['event', 'Source Event'],
    source: ['booth 7', 'Sub-source booth 7'],
    campaign: ['autumn', 'Campaign autumn'],
    note: ['likes tea', 'Note likes tea'],
  },
  'lead.recycle': { leads: [['#7', 'Kestrel'], 'Kestrel'] },
  'lead.claim': { lead: ['Kestrel', 'Kestrel'] },
  'lead.reject': { lead: ['Kestrel', 'Kestrel'], reason: ['wrong number', 'wrong number'] },
  'lead.merge': { keep: ['Kestrel', 'Kestrel'], drop: ['Krestel', 'Krestel'] },
  'phones.export': { of: ['customers', 'Contacts of customers'], whose: ['team', "your team's"] },
  'profile.update': {
    who: ['Northwind', 'Northwind'],
    contact: ['Dana', 'Dana'],
    title: ['Buyer', 'Position Buyer'],
    phone: ['+8613912345678', '139 1234 5678'],
    email: ['dana@northwind.example', 'dana@northwind.example'],
    wechat: ['dana_88', 'dana_88'],
    industry: ['manufacturing', 'Manufacturing'],
    city: ['Suzhou', 'Suzhou'],
    headcount: [420, '420'],
    budget: [{ amount: 60_000, currency: 'USD' }, '60,000'],
  },
  'task.move': {
    who: ['Northwind', 'Northwind'],
    what: ['demo', 'demo'],
    on: ['2026-12-30', 'Dec 30'],
    day: ['2026-12-31', 'Dec 31'],
    time: ['15:30', '15:30'],
  },
  'deal.open': {
    lead: ['Dana Reyes', 'Dana Reyes'],
    customer: ['Northwind', 'Northwind'],
    title: ['Second line', 'Title Second line'],
    amount: [{ amount: 60_000, currency: 'USD' }, '60,000'],
    closeOn: ['2026-12-31', 'Dec 31'],
    pipeline: ['standard', 'Standard'],
  },
  'deal.move': {
    deal: ['Northwind', 'Northwind'],
    stage: ['quote', 'Quote'],
    facts: [{ pain: 'slow picking' }, 'slow picking'],
    reason: ['in a hurry', 'Reason: in a hurry'],
  },
  'deal.pipeline': { deal: ['Northwind', 'Northwind'], pipeline: ['standard', 'Standard'] },
  'process.change': {
    do: ['add', 'add'],
    pipeline: ['standard', 'Standard'],
    stage: ['quote', 'Quote'],
    after: ['need', 'after Need'],
    name: ['Trial', 'Trial'],
    field: ['pain', 'Pain'],
    question: ['why now?', 'why now?'],
    days: [14, '14'],
    role: ['manager', 'manager'],
    rule: ['reason', 'with a reason'],
    to: ['solution', '→ Solution'],
  },
  'deal.update': {
    deal: ['Northwind', 'Northwind'],
    amount: [{ amount: 60_000, currency: 'USD' }, '60,000'],
    closeOn: ['2026-12-31', 'Dec 31'],
    closeLater: ['P1M', '1 month'],
    nextStep: ['send papers', 'send papers'],
    nextAt: ['2026-11-20T10:00:00+08:00', 'Nov 20'],
    odds: [0.7, '70%'],
    discount: [0.15, '15%'],
    facts: [{ pain: 'slow picking' }, 'slow picking'],
  },
  'quote.make': {
    deal: ['Northwind', 'Northwind'],
    amount: [{ amount: 60_000, currency: 'USD' }, '60,000'],
    discount: [0.05, '5%'],
    validUntil: ['2026-11-26', 'Nov 26'],
    terms: ['net 30', 'net 30'],
  },
  'quote.accept': { deal: ['Northwind', 'Northwind'] },
  'approval.decide': {
    approval: ['#7', 'Kestrel'],
    verdict: ['counter', 'at most'],
    discount: [0.08, '8%'],
    reason: ['too low', 'too low'],
  },
  'approval.answer': { approval: ['#7', 'Kestrel'], verdict: ['take', 'granted'] },
  'deal.review': {
    deal: ['Northwind', 'Northwind'],
    reason: ['good price', 'good price'],
    competitor: ['Kingdee', 'Kingdee'],
    review: ['bring the engineer', 'bring the engineer'],
  },
  'deal.give': { deal: ['Northwind', 'Northwind'], to: ['Sam', 'Sam'] },
  'talk.used': { track: ['price_quote', 'price_quote'], deal: ['Northwind', 'Northwind'] },
  'talk.add': { objection: ['price', 'Price'], words: ['ask what downtime costs', 'ask what downtime costs'] },
  'talk.decide': { track: ['#31', '#31'], yes: [true, 'Let'] },
  'risk.act': { deal: ['Northwind', 'Northwind'], act: ['price', 'Talk about the price'] },
  'risk.snooze': { deal: ['Northwind', 'Northwind'], until: ['2027-01-11', 'Jan 11'] },
  'promise.broken': { touch: ['#9', 'tea time'] },
  'deal.pause': { deal: ['Northwind', 'Northwind'], until: ['2027-01-11', 'Jan 11'] },
  'deal.forecast': {
    deal: ['Northwind', 'Northwind'],
    as: ['best_case', 'best case'],
    from: ['2026-11-01', 'Nov 1'],
    to: ['2026-11-30', 'Nov 30'],
  },
  'touch.change': {
    touch: ['#9', 'tea time'],
    channel: ['email', 'e-mail'],
    contact: ['Omar', 'Omar'],
    value: [1, 'peer'],
  },
  'leave.add': {
    person: ['Sam', 'Sam'],
    from: ['2026-12-08', 'Dec 8'],
    to: ['2026-12-10', 'Dec 10'],
    cover: ['Tom', 'Cover: Tom'],
    note: ['wedding', 'wedding'],
  },
  'leave.cancel': { person: ['Sam', 'Sam'] },
  'activity.log': {
    who: ['Northwind', 'Northwind'],
    contacts: [['Dana'], 'Dana'],
    channel: ['visit', 'visit'],
    outcome: ['negative', 'has doubts'],
    objection: ['too far', 'too far'],
    note: ['likes tea', 'likes tea'],
    at: ['2026-11-10T09:00:00+08:00', 'Nov 10'],
  },
  'task.add': {
    who: ['Northwind', 'Northwind'],
    what: ['send papers', 'send papers'],
    at: ['2026-11-20T10:00:00+08:00', 'Nov 20'],
    kind: ['meeting', 'Appointment'],
    side: ['them', 'They promised'],
  },
  'touch.done': { touch: ['#9', 'tea time'] },
  'touch.snooze': { touch: ['#9', 'tea time'], until: ['2026-11-20T10:00:00+08:00', 'Nov 20'] },
  undo: { only: ['amount', 'Amount'] },
  several: {
    parts: [
      [
        { name: 'lead.claim', input: { lead: 'Kestrel' } },
        { name: 'help', input: {} },
      ],
      'Kestrel',
    ],
  },
  amend: { parts: [[{ name: 'lead.claim', input: { lead: 'Kestrel' } }], 'Kestrel'] },
  'people.invite': {
    name: ['Sam', 'Sam'],
    role: ['manager', 'manager'],
    team: ['East', 'East'],
    language: ['zh', 'Chinese'],
  },
  'people.change': {
    person: ['Sam', 'Sam'],
    role: ['manager', 'manager'],
    team: ['East', 'East'],
    language: ['zh', 'Chinese'],
    active: [false, 'No'],
  },
  'people.map': { person: ['Sam', 'Sam'], platform: ['slack', 'Slack'], id: ['U0SAM', 'U0SAM'] },
  language: { language: ['zh', 'Chinese'] },
};
/** Inputs that nothing is written of: a person's yes to a check, and numbers of ours. */
const silent = new Set(['anyway', 'sure', 'seen', 'version', 'command', 'silentDays']);
const names = Object.keys(intents) as IntentName[];
const writing = names.filter((name) =>
  isWriting({ name, input: name === 'several' ? { parts: [{ name: 'lead.claim', input: {} }] } : {} } as Intent),
);

test.each(writing)('a proposal tells everything that a yes writes: %s', (name) => {
  const fields = given[name] ?? {};
  expect(Object.keys(fields)).toEqual(Object.keys(intents[name].shape).filter((key) => !silent.has(key)));
  const input = Object.fromEntries(Object.entries(fields).map(([key, [value]]) => [key, value]));
  const intent = readIntent({ name, input: name === 'amend' ? { ...input, command: 1 } : input });
  if (!intent) throw new Error('it is one of ours');
  const known = new Map([
    ['#7', 'Kestrel'],
    ['#9', 'tea time'],
  ]);
  const { blocks } = proposal(readerOf({ language: 'en', zone: 'Asia/Shanghai' }, now, playbook), intent, known);
  const told = blocks
    .map((block) => (block.kind === 'list' ? block.items.map((item) => item.text).join('\n') : ''))
    .join('');
  for (const [, shown] of Object.values(fields)) expect(told).toContain(shown);
});

test('a proposal without a customer calls the deal by its title, once', () => {
  const intent: Intent = { name: 'deal.open', input: { title: 'Second line' } };
  const { summary } = proposal(readerOf({ language: 'en', zone: 'Asia/Shanghai' }, now, playbook), intent, new Map());
  expect(summary.split('Second line')).toHaveLength(2);
});
