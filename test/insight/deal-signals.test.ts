import { describe, expect, test } from 'vitest';
import { type DealFacts, dealSignals, quantile, type SignalRules, stageLimit } from '../../bot/insight/deal-signals.ts';

const now = new Date('2026-11-12T02:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const rules: SignalRules = { enough: 5, lookBack: 30, slipDays: 7, cut: 0.2, silentDays: 14, settledDays: 14 };
const well: DealFacts = {
  createdAt: ago(10),
  stage: 'quote',
  stageAt: ago(3),
  place: 2,
  priceFrom: 2,
  dueDays: 14,
  stays: [],
  moves: [],
  amounts: [],
  closes: [],
  lastReply: ago(1),
  tries: 0,
  contacts: 2,
  nextStep: true,
  priceTalked: true,
  missed: [],
};
const own = [1, 2, 3, 4, 5, 6, 7, 8, 9, 30];
const step = <T>(days: number, old: T | null, next: T | null) => ({ at: ago(days), old, now: next });

const cases: [string, Partial<DealFacts>, object | null][] = [
  ['a deal that goes its way has none', {}, null],
  [
    'past the playbook’s days while few were here',
    { stageAt: ago(20), stays: [1, 2] },
    { kind: 'overdue', days: 20, limit: 14, n: 2, own: false },
  ],
  ['on the last of those days not yet', { stageAt: ago(14) }, null],
  [
    'past the team’s own nine in ten',
    { stageAt: ago(10), stays: own },
    { kind: 'overdue', days: 10, limit: 9, n: 10, own: true },
  ],
  ['the team’s own time counts also when it is longer', { stageAt: ago(20), stays: [30, 30, 30, 30, 30] }, null],
  ['where a deal may stay for ever it is never late', { stageAt: ago(90), dueDays: null }, null],
  [
    'the date moved twice',
    { closes: [step(20, '2026-11-20', '2026-12-01'), step(5, '2026-12-01', '2026-12-20')] },
    { kind: 'slipped', times: 2, days: 30, to: '2026-12-20' },
  ],
  ['a first date is no slip', { closes: [step(5, null, '2026-12-20')] }, null],
  [
    'moved later and back again is none',
    { closes: [step(9, '2026-11-20', '2026-12-20'), step(5, '2026-12-20', '2026-11-20')] },
    null,
  ],
  ['a slip of long ago is none', { closes: [step(31, '2026-11-20', '2026-12-20')] }, null],
  ['an amount a quarter less', { amounts: [step(4, 400, 300)] }, { kind: 'amount', from: 400, to: 300 }],
  ['a tenth less is haggling', { amounts: [step(4, 400, 360)] }, null],
  ['more is well', { amounts: [step(4, 400, 500)] }, null],
  ['back a stage', { moves: [step(9, 1, 2), step(4, 2, 1)] }, { kind: 'back', from: 2, to: 1 }],
  ['back and on again is none', { moves: [step(9, 2, 1), step(4, 1, 2)] }, null],
  ['no answer for a fortnight', { lastReply: ago(14), tries: 3 }, { kind: 'silent', days: 14, tries: 3 }],
  [
    'never an answer counts from the beginning',
    { createdAt: ago(16), lastReply: null },
    { kind: 'silent', days: 16, tries: 0 },
  ],
  ['one contact after a fortnight', { createdAt: ago(14), contacts: 1 }, { kind: 'contact', contacts: 1 }],
  ['one contact is enough at first', { contacts: 1 }, null],
  ['nothing planned', { nextStep: false }, { kind: 'step' }],
  ['price not talked about where it must be', { priceTalked: false }, { kind: 'price' }],
  ['nor before that stage', { priceTalked: false, place: 1 }, null],
  ['nor where no stage asks for it', { priceTalked: false, priceFrom: null }, null],
  [
    'promises of theirs that were not kept',
    {
      missed: [
        { what: '答复', dueAt: ago(3) },
        { what: '样品', dueAt: ago(2) },
      ],
    },
    { kind: 'promise', what: '答复', count: 2 },
  ],
];

describe('what is wrong with a deal', () => {
  test.each(cases)('%s', (_name, facts, expected) => {
    const found = dealSignals({ ...well, ...facts }, rules, now);
    if (expected === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.objectContaining(expected)]);
  });

  test('several are told, the gravest first', () => {
    const facts = {
      ...well,
      contacts: 1,
      createdAt: ago(40),
      nextStep: false,
      missed: [{ what: '答复', dueAt: ago(3) }],
    };
    expect(dealSignals(facts, rules, now).map((one) => one.kind)).toEqual(['promise', 'step', 'contact']);
  });

  test('nine in ten is the nearest rank, and a limit is at least a day', () => {
    expect(quantile(own, 0.9)).toBe(9);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.9)).toBe(0);
    expect(stageLimit([0.1, 0.1, 0.1, 0.1, 0.2], 14, 5)).toEqual({ limit: 1, n: 5, own: true });
    expect(stageLimit([], null, 5)).toBeNull();
  });
});
