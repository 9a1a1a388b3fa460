import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brier } from '../../bot/insight/forecast/fitting.ts';
import { categories, categoryOf, commitRecord, slipRecord, sumsOf } from '../../bot/insight/forecast/forecast.ts';
import { ridge, sigmoid } from '../../bot/insight/forecast/logistic.ts';
import { type PastDeal, type Step, slipsOf, staysOf, valueAt } from '../../bot/insight/forecast/past-deal.ts';
import { momentsIn, type Period, periodOf } from '../../bot/insight/forecast/period.ts';
import { signsAt } from '../../bot/insight/forecast/signs.ts';
import { stageRates } from '../../bot/insight/forecast/stage-rates.ts';
import { oddsOf, winOdds } from '../../bot/insight/forecast/win-odds.ts';

const day = 86_400_000;
const zone = 'Asia/Shanghai';
const at = (text: string) => new Date(`${text}T02:00:00Z`);
const stages = [
  { key: 'need', odds: 0.1 },
  { key: 'quote', odds: 0.5 },
  { key: 'won', outcome: 'won' as const },
  { key: 'lost', outcome: 'lost' as const },
];
const step = (when: Date, old: unknown, now: unknown): Step => ({ at: when, old, now });

let last = 0;
function dealOf(more: Partial<Omit<PastDeal, 'today'>> & { today?: Partial<PastDeal['today']> } = {}): PastDeal {
  last += 1;
  const { today, ...rest } = more;
  return {
    id: last,
    title: `deal ${last}`,
    pipeline: 'standard',
    status: 'open',
    createdAt: at('2026-01-01'),
    closedAt: null,
    steps: {},
    contacts: [],
    touches: [],
    ...rest,
    today: {
      stage: 'need',
      closeOn: null,
      amount: null,
      forecast: null,
      ownerId: 1,
      nextStep: null,
      nextAt: null,
      ...today,
    },
  };
}

/** The same numbers every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many closed deals, one a day; each went to a quote after ten days and closed after thirty. `planted`: its contacts tell how it ends. */
function closedDeals(count: number, seed: number, planted: boolean): PastDeal[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => {
    const createdAt = new Date(at('2025-01-01').getTime() + index * day);
    const quoted = new Date(createdAt.getTime() + 10 * day);
    const closedAt = new Date(createdAt.getTime() + 30 * day);
    const people = Math.floor(next() * 5);
    const won = next() < (planted ? ([0.03, 0.1, 0.5, 0.9, 0.97][people] ?? 0.5) : 0.5);
    return dealOf({
      createdAt,
      closedAt,
      status: won ? 'won' : 'lost',
      steps: {
        stage: [
          step(createdAt, null, 'need'),
          step(quoted, 'need', 'quote'),
          step(closedAt, 'quote', won ? 'won' : 'lost'),
        ],
      },
      contacts: Array.from({ length: people }, () => createdAt),
      touches: Array.from({ length: Math.floor(next() * 4) }, () => {
        const when = new Date(createdAt.getTime() + next() * 30 * day);
        return { at: when, known: when };
      }),
      today: { stage: won ? 'won' : 'lost', amount: 10_000 + Math.floor(next() * 90_000) },
    });
  });
}

const expected = fc.record({
  amount: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  category: fc.constantFrom(...categories),
});

describe('sums', () => {
  test('the weighted sum is the sum of amount times probability over all that is not omitted', () => {
    fc.assert(
      fc.property(fc.array(expected, { maxLength: 30 }), (deals) => {
        const sums = sumsOf(deals);
        let total = 0;
        for (const { category, amount, share } of deals) if (category !== 'omitted') total += (amount ?? 0) * share;
        expect(sums.weighted.amount).toBeCloseTo(total, 4);
      }),
    );
  });

  test('what is committed is part of the best case, and weighted is never more than all there is', () => {
    fc.assert(
      fc.property(fc.array(expected, { maxLength: 30 }), (deals) => {
        const { weighted, commit, best } = sumsOf(deals);
        const all = deals.filter((one) => one.category !== 'omitted').reduce((sum, one) => sum + (one.amount ?? 0), 0);
        expect(commit.amount).toBeLessThanOrEqual(best.amount);
        expect(commit.n).toBeLessThanOrEqual(best.n);
        expect(weighted.amount).toBeLessThanOrEqual(all + 1e-6);
      }),
    );
  });

  test.each([
    [null, 0.8, 'commit'],
    [null, 0.79, 'best_case'],
    [null, 0.5, 'best_case'],
    [null, 0.49, 'pipeline'],
    ['omitted', 0.99, 'omitted'],
    ['commit', 0.01, 'commit'],
  ])('said %s at %d counts as %s', (said, share, category) => expect(categoryOf(said, share)).toBe(category));
});

test.each([
  [1, 1, 0],
  [0, 1, 1],
  [0.5, 0, 0.25],
  [0.8, 1, 0.04],
] as const)('the Brier score of %d when it came to %d is %d', (said, came, score) =>
  expect(brier(said, came)).toBeCloseTo(score, 12),
);

describe('periods', () => {
  const now = new Date('2026-11-12T02:00:00Z');
  test.each([
    ['month', 0, '2026-11-01', '2026-11-30'],
    ['month', 1, '2026-12-01', '2026-12-31'],
    ['month', -1, '2026-10-01', '2026-10-31'],
    ['month', -11, '2025-12-01', '2025-12-31'],
    ['quarter', 0, '2026-10-01', '2026-12-31'],
    ['quarter', 1, '2027-01-01', '2027-03-31'],
    ['quarter', -4, '2025-10-01', '2025-12-31'],
  ] as const)('%s %d', (kind, ahead, from, to) =>
    expect(periodOf(kind, ahead, now, zone)).toEqual({ kind, from, to, zone }),
  );

  test('a commit counts as made at the start until three working days are over, holidays aside', () => {
    const { start, end, committed } = momentsIn(periodOf('month', -1, now, zone));
    expect(start.toISOString()).toBe('2026-09-30T16:00:00.000Z');
    expect(end.toISOString()).toBe('2026-10-31T16:00:00.000Z');
    // The first seven days of October are a holiday in China.
    expect(committed > new Date('2026-10-09T16:00:00Z')).toBe(true);
  });
});

describe('the past of a deal', () => {
  const deal = dealOf({
    steps: {
      closeOn: [
        step(at('2026-02-01'), null, '2026-03-31T00:00:00.000Z'),
        step(at('2026-03-20'), '2026-03-31T00:00:00.000Z', '2026-04-30T00:00:00.000Z'),
        step(at('2026-04-01'), '2026-04-30T00:00:00.000Z', '2026-04-20T00:00:00.000Z'),
        step(at('2026-04-19'), '2026-04-20T00:00:00.000Z', '2026-05-20T00:00:00.000Z'),
      ],
    },
    today: { closeOn: '2026-05-20', amount: 100 },
  });

  test.each([
    ['2025-12-31', null],
    ['2026-01-15', null],
    ['2026-02-10', '2026-03-31T00:00:00.000Z'],
    ['2026-04-05', '2026-04-20T00:00:00.000Z'],
    ['2026-12-01', '2026-05-20T00:00:00.000Z'],
  ])('on %s it was expected on %s', (when, value) => expect(valueAt(deal, 'closeOn', at(when))).toBe(value));

  test('what the journal never changed was always so', () =>
    expect(valueAt(deal, 'amount', at('2026-02-01'))).toBe(100));

  test('only a later day is a slip', () => {
    expect(slipsOf(deal, at('2026-03-01'))).toEqual({ times: 0, days: 0 });
    expect(slipsOf(deal, at('2026-12-01'))).toEqual({ times: 2, days: 60 });
    expect(slipRecord([deal, dealOf({ today: { closeOn: '2026-12-31' } }), dealOf()], at('2026-12-01'))).toEqual({
      n: 2,
      slipped: 1,
      times: 2,
      days: 60,
    });
  });
});

describe('a record of commits', () => {
  const october: Period = { kind: 'month', from: '2026-10-01', to: '2026-10-31', zone };
  const before = at('2026-09-20');
  const committed = (status: string, closedAt: Date | null, when = before, owner = 1) =>
    dealOf({
      status,
      closedAt,
      steps: { forecast: [step(when, null, 'commit')] },
      today: { closeOn: '2026-10-20', amount: 100, forecast: 'commit', ownerId: owner },
    });

  test('is what was committed at the start, what of it was won, and all that was', () => {
    const deals = [
      committed('won', at('2026-10-15')),
      committed('won', at('2026-11-03')),
      committed('lost', at('2026-10-15')),
      committed('open', null),
      committed('won', at('2026-10-20'), at('2026-10-19')),
      committed('won', at('2026-10-20'), before, 2),
    ];
    expect(commitRecord(1, deals, [october])).toEqual({
      periods: 1,
      committed: { n: 4, amount: 400 },
      kept: { n: 1, amount: 100 },
      won: { n: 2, amount: 200 },
    });
  });

  test('a commit that was put off or called off before the start is none', () => {
    const off = committed('open', null);
    off.steps.forecast?.push(step(at('2026-09-25'), 'commit', 'best_case'));
    const later = committed('won', at('2026-11-15'));
    later.steps.closeOn = [step(at('2026-09-25'), '2026-10-20T00:00:00Z', '2026-11-20T00:00:00Z')];
    expect(commitRecord(1, [off, later], [october]).periods).toBe(0);
  });
});

describe('rates of the stages', () => {
  const lived = (won: number, lost: number) =>
    [...Array(won).fill('won'), ...Array(lost).fill('lost')].map((status: string) => ({
      status,
      stays: [{ stage: 'quote', from: at('2026-01-01'), to: at('2026-02-01'), left: null }],
    }));

  test('are of the closed deals that were ever there, with an interval', () => {
    const [need, quote] = stageRates(lived(6, 6), stages);
    expect(quote).toMatchObject({ share: 0.5, from: 'history', seen: { hits: 6, n: 12 } });
    expect(quote?.seen?.low).toBeCloseTo(0.2538, 3);
    expect(need).toEqual({ stage: 'need', share: 0.1, from: 'playbook', seen: null });
  });

  test("are the playbook's with too few deals, and go by the stage's place where it has none", () => {
    expect(stageRates(lived(4, 0), stages)[1]).toMatchObject({ share: 0.5, from: 'playbook', seen: { n: 4 } });
    const bare = stages.map(({ odds: _, ...stage }) => stage);
    expect(stageRates([], bare).map(({ share, from }) => [share, from])).toEqual([
      [1 / 3, 'place'],
      [2 / 3, 'place'],
    ]);
  });
});

describe('the regression', () => {
  test('finds what moves the odds, and holds weights nearer to zero the stronger it is held', () => {
    const next = random(7);
    const cases = Array.from({ length: 2000 }, () => {
      const x = [next() * 2 - 1, next() * 2 - 1];
      const y: 0 | 1 = next() < sigmoid(2 * (x[0] ?? 0) - 0.5) ? 1 : 0;
      return { x, y, offset: -0.5, weight: 1 };
    });
    const [first = 0, second = 0] = ridge(cases, 2, 1);
    expect(Math.abs(first - 2)).toBeLessThan(0.3);
    expect(Math.abs(second)).toBeLessThan(0.2);
    expect(Math.abs(ridge(cases, 2, 1000)[0] ?? 0)).toBeLessThan(first);
    expect(ridge([], 2, 1)).toEqual([0, 0]);
  });

  test('cases that are told apart without fail give finite weights', () => {
    const cases = [-2, -1, 1, 2].map((x) => ({ x: [x], y: (x > 0 ? 1 : 0) as 0 | 1, offset: 0, weight: 1 }));
    expect(ridge(cases, 1, 1)[0]).toBeGreaterThan(0);
    expect(Number.isFinite(ridge(cases, 1, 1)[0])).toBe(true);
  });
});

describe('the odds', () => {
  test('few closed deals make no model', () => {
    expect(winOdds(closedDeals(8, 1, true), stages)).toMatchObject({
      verdict: { kind: 'few', closed: 8 },
      fitted: null,
    });
    expect(winOdds([], stages).verdict).toMatchObject({ kind: 'few', closed: 0 });
  });

  test('a model that learnt from noise is refused', () => {
    const kinds = Array.from(
      { length: 40 },
      (_, seed) => winOdds(closedDeals(200, seed + 1, false), stages).verdict.kind,
    );
    expect(kinds.filter((kind) => kind === 'fitted').length).toBeLessThanOrEqual(2);
    expect(kinds).not.toContain('few');
  });

  test('a signal that tells how deals end is taken, and its errors are smaller', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { verdict, fitted } = winOdds(closedDeals(200, seed, true), stages);
      expect(verdict.kind).toBe('fitted');
      expect(verdict.model ?? 1).toBeLessThan(verdict.base ?? 0);
      expect(fitted).not.toBeNull();
    }
  });

  test('a taken model says what moves a deal up and down; the stage alone says its rate', () => {
    const learnt = winOdds(closedDeals(200, 3, true), stages);
    const now = at('2026-01-20');
    const rich = dealOf({ contacts: Array(4).fill(at('2026-01-01')), today: { stage: 'quote' } });
    const poor = dealOf({ today: { stage: 'quote' } });
    const [high, low] = [oddsOf(learnt, rich, stages, now), oddsOf(learnt, poor, stages, now)];
    expect(high?.share ?? 0).toBeGreaterThan(0.75);
    expect(low?.share ?? 1).toBeLessThan(0.25);
    expect(high?.parts?.find(({ sign }) => sign === 'contacts')?.points ?? 0).toBeGreaterThan(0.1);
    expect(low?.parts?.find(({ sign }) => sign === 'contacts')?.points ?? 0).toBeLessThan(-0.1);
    const bare = winOdds(closedDeals(20, 3, true), stages);
    expect(oddsOf(bare, rich, stages, now)).toMatchObject({ share: bare.stages[1]?.share, parts: null });
  });

  test('the same deals in another order give the same', () => {
    const deals = closedDeals(120, 5, true);
    expect(winOdds([...deals].reverse(), stages)).toEqual(winOdds(deals, stages));
  });

  test('an outcome that turned about at the split gets no model: what was learnt is judged by what came later', () => {
    const deals = closedDeals(200, 9, true).map((deal, index) =>
      index < 140 ? deal : { ...deal, status: deal.status === 'won' ? 'lost' : 'won' },
    );
    expect(winOdds(deals, stages).verdict.kind).toBe('no-better');
  });
});

describe('no looking ahead', () => {
  const moments = fc.integer({ min: 0, max: 300 }).map((days) => new Date(at('2026-01-01').getTime() + days * day));

  test('what is seen at a moment is the same whatever happens or is written down after it', () => {
    fc.assert(
      fc.property(moments, fc.array(moments, { minLength: 1, maxLength: 12 }), (now, times) => {
        const sorted = [...times].sort((a, b) => a.getTime() - b.getTime());
        const full = dealOf({
          steps: {
            closeOn: sorted.map((when, index) =>
              step(when, `2026-0${(index % 8) + 1}-01`, `2026-0${(index % 8) + 2}-01`),
            ),
            nextStep: sorted.map((when, index) => step(when, index === 0 ? null : 'x', 'x')),
            amount: sorted.map((when, index) => step(when, index || null, index + 1)),
          },
          contacts: sorted,
          touches: sorted.map((when) => ({ at: new Date(when.getTime() - 5 * day), known: when })),
          today: { nextStep: 'x', amount: 99, closeOn: '2026-12-01' },
        });
        const upTo = (steps: Step[] = []) => steps.filter((one) => one.at <= now);
        const { closeOn, nextStep, amount } = full.steps;
        const then: PastDeal = {
          ...full,
          steps: { closeOn: upTo(closeOn), nextStep: upTo(nextStep), amount: upTo(amount) },
          contacts: full.contacts.filter((known) => known <= now),
          touches: full.touches.filter(({ known }) => known <= now),
          // Before anything was written there was nothing: today's values are what the last of it left.
          today: {
            ...full.today,
            nextStep: upTo(nextStep).at(-1)?.now ?? null,
            amount: upTo(amount).at(-1)?.now ?? null,
          },
        };
        if (now < full.createdAt) return;
        expect(signsAt(then, staysOf(then, stages), now)).toEqual(signsAt(full, staysOf(full, stages), now));
      }),
    );
  });

  test('what later deals hold does not change what earlier ones were learnt to be', () => {
    const deals = closedDeals(200, 11, true);
    const tail = closedDeals(200, 12, false).slice(140);
    const first = winOdds(deals, stages).verdict;
    const other = winOdds([...deals.slice(0, 140), ...tail], stages).verdict;
    expect(first.learnt).toBe(140);
    expect(other.learnt).toBe(140);
    expect(other.kind).not.toBe('fitted');
  });
});
