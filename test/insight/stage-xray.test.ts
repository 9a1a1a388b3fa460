import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsBack, stageXray } from '../../bot/insight/stage-xray.ts';
import { type DealHistory, type Move, visitsOf } from '../../bot/insight/visits.ts';
import { waiting, workingCalendar } from '../../bot/insight/waiting.ts';

const zone = 'Asia/Shanghai';
const stages = [
  { key: 'need' },
  { key: 'quote' },
  { key: 'won', outcome: 'won' as const },
  { key: 'lost', outcome: 'lost' as const },
];
const pipeline = { key: 'standard', stages };
const day = (n: number) => new Date(Date.UTC(2026, 8, 1 + n, 2));
const span = monthsBack(6, day(60), zone);

/** A deal opened on a day and moved on others; the last stage says whether it is closed. */
function deal(opened: number, moves: [day: number, to: string][], more: Partial<DealHistory> = {}): DealHistory {
  const journal = [[opened, 'need'] as [number, string], ...moves].map(
    ([at, to], index, all): Move => ({ from: all[index - 1]?.[1] ?? null, to, at: day(at) }),
  );
  const last = journal.at(-1) as Move;
  const closed = last.to === 'won' || last.to === 'lost';
  return {
    pipeline: 'standard',
    status: closed ? last.to : 'open',
    amount: null,
    closeOn: null,
    closedAt: closed ? last.at : null,
    visits: visitsOf({ stage: last.to, begun: day(opened) }, journal, stages),
    touched: [],
    ...more,
  };
}

describe('the stays of a deal', () => {
  test('follow its moves, and say how each was left', () => {
    const moves = [
      { from: null, to: 'need', at: day(0) },
      { from: 'need', to: 'quote', at: day(2) },
      { from: 'quote', to: 'need', at: day(3) },
      { from: 'need', to: 'lost', at: day(9) },
    ];
    expect(visitsOf({ stage: 'lost', begun: day(0) }, moves, stages)).toEqual([
      { stage: 'need', from: day(0), to: day(2), left: 'forward' },
      { stage: 'quote', from: day(2), to: day(3), left: 'back' },
      { stage: 'need', from: day(3), to: day(9), left: 'lost' },
    ]);
  });

  test('of a deal that was brought in begin with the deal', () => {
    expect(visitsOf({ stage: 'quote', begun: day(1) }, [], stages)).toEqual([
      { stage: 'quote', from: day(1), to: null, left: null },
    ]);
    const moved = visitsOf({ stage: 'won', begun: day(1) }, [{ from: 'quote', to: 'won', at: day(4) }], stages);
    expect(moved).toEqual([{ stage: 'quote', from: day(1), to: day(4), left: 'won' }]);
  });
});

describe('working days waited', () => {
  const number = workingCalendar('2026-08-31', '2026-11-30', zone);
  // 1 September 2026 is a Tuesday; 1–7 October are holidays, 20 September and 10 October are worked.
  test.each([
    ['nobody called for a week and a half', { from: '2026-09-01', to: '2026-09-12' }, [], 9, 5],
    ['a call on the fourth day', { from: '2026-09-01', to: '2026-09-12' }, ['2026-09-04'], 9, 2],
    [
      'contact every other day',
      { from: '2026-09-01', to: '2026-09-12' },
      ['2026-09-03', '2026-09-07', '2026-09-09'],
      9,
      0,
    ],
    ['a call on a Sunday lasts until Wednesday', { from: '2026-09-01', to: '2026-09-12' }, ['2026-09-06'], 9, 2],
    ['holidays are not waited', { from: '2026-09-29', to: '2026-10-09' }, [], 3, 0],
    ['what was before it came here does not count', { from: '2026-09-01', to: '2026-09-08' }, ['2026-08-31'], 5, 1],
    ['gone on the same day', { from: '2026-09-01', to: '2026-09-01' }, [], 0, 0],
  ])('%s', (_, stay, touched, days, waited) => {
    expect(waiting(stay, touched, number)).toEqual({ days, waited });
  });

  test('more contact never means more waiting', () => {
    const dayIn = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(dayIn, { maxLength: 8 }), dayIn, (some, more) => {
        const stay = { from: '2026-09-01', to: '2026-09-29' };
        const few = waiting(stay, [...some].sort(), number);
        const many = waiting(stay, [...some, more].sort(), number);
        expect(many.days).toBe(few.days);
        expect(many.waited).toBeLessThanOrEqual(few.waited);
      }),
    );
  });
});

describe('a pipeline', () => {
  // Need: 2 days each. Quote: 10, 10, 10, 20, 40 days; three won, two lost; one more is there for 38 days.
  const won = [10, 20, 40].map((days) =>
    deal(0, [
      [2, 'quote'],
      [2 + days, 'won'],
    ]),
  );
  const lost = [10, 10].map((days) =>
    deal(0, [
      [2, 'quote'],
      [2 + days, 'lost'],
    ]),
  );
  const going = deal(20, [[22, 'quote']], { amount: 100_000, closeOn: '2027-01-20' });
  const all = [...won, ...lost, going];
  const [need, quote] = stageXray(pipeline, all, span).stages;

  test('tells of each stage how many entered, how long it took and how they left', () => {
    expect(need).toMatchObject({
      stage: 'need',
      time: { n: 6, ended: 6, median: 2, p90: 2 },
      forward: { hits: 6, n: 6 },
    });
    expect(quote?.time).toMatchObject({ n: 6, ended: 5, median: 10, p90: 40, longest: 40 });
    expect(quote).toMatchObject({ forward: { hits: 3, n: 5 }, lost: { hits: 2, n: 5 }, again: { hits: 0, n: 6 } });
  });

  test('is slowest where the median is largest; taking the median would have saved won deals so many days', () => {
    const { bottleneck } = stageXray(pipeline, all, span);
    expect(bottleneck).toMatchObject({ stage: 'quote', n: 6, days: 10, atLeast: false, share: 10 / 12 });
    // The three won took 0, 10 and 30 days more than the median.
    expect(bottleneck?.whatIf?.won).toEqual({ n: 3, days: 40 / 3 });
  });

  test('what then closes this quarter instead of later counts with its odds', () => {
    // 38 days there are 28 past the median: 20 January becomes 23 December. Three of the five closed were won.
    expect(stageXray(pipeline, all, span).bottleneck?.whatIf).toMatchObject({
      open: { n: 1, days: 28 },
      sooner: { n: 1, amount: 60_000 },
      odds: { hits: 3, n: 5 },
    });
  });

  test.each([
    ['expected this quarter already', { amount: 100_000, closeOn: '2026-12-31' }],
    ['too far off', { amount: 100_000, closeOn: '2027-01-29' }],
    ['of no amount', { amount: null, closeOn: '2027-01-20' }],
    ['of no expected close', { amount: 100_000, closeOn: null }],
  ])('but not a deal %s', (_, more) => {
    const { bottleneck } = stageXray(pipeline, [...won, ...lost, { ...going, ...more }], span);
    expect(bottleneck?.whatIf?.sooner).toEqual({ n: 0, amount: 0 });
  });

  test('says which stage may be as slow, when the intervals do not tell them apart', () => {
    expect(stageXray(pipeline, all, span).bottleneck?.rival).toBeNull();
    const alike = [8, 9, 10, 11, 20].map((days) =>
      deal(0, [
        [days, 'quote'],
        [2 * days + 1, 'won'],
      ]),
    );
    expect(stageXray(pipeline, alike, span).bottleneck).toMatchObject({ stage: 'quote', days: 11, rival: 'need' });
  });

  test('has no slowest stage while fewer than two stages were entered five times', () => {
    expect(stageXray(pipeline, all.slice(0, 4), span).bottleneck).toBeNull();
    expect(stageXray(pipeline, [], span)).toMatchObject({ bottleneck: null, stages: [{ time: { n: 0 } }, {}] });
  });

  test('is slowest where more than half never left, even without a median', () => {
    const stuck = Array.from({ length: 6 }, () => deal(0, [[2, 'quote']]));
    expect(stageXray(pipeline, stuck, span).bottleneck).toMatchObject({
      stage: 'quote',
      days: 58,
      atLeast: true,
      whatIf: null,
    });
  });

  test('counts who came back as one deal of several stays, and only what began in the span', () => {
    const back = deal(0, [
      [2, 'quote'],
      [5, 'need'],
      [9, 'quote'],
    ]);
    const [first, second] = stageXray(pipeline, [back, ...won], span).stages;
    expect(first).toMatchObject({ time: { n: 5 }, again: { hits: 1, n: 4 } });
    expect(second).toMatchObject({ again: { hits: 1, n: 4 } });
    const late = stageXray(pipeline, [back], monthsBack(1, day(35), zone)).stages;
    expect(late.map(({ time, again }) => [time.n, again?.hits])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
