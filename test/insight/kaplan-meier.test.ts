import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, survival, type Watched } from '../../bot/insight/kaplan-meier.ts';
import { wilson } from '../../bot/insight/proportion.ts';

/** `6+` is somebody who was still well after 6 weeks, when they were last seen. */
const read = (text: string): Watched[] =>
  text.split(' ').map((word) => ({ time: Number.parseFloat(word), ended: !word.endsWith('+') }));

/**
 * Weeks of remission of children with acute leukemia, with 6-mercaptopurine and with a placebo: E. J. Freireich et al.
 * 1963, Blood 21, 699–716, as told by J. P. Klein, M. L. Moeschberger, Survival Analysis (2nd ed. 2003), table 1.1.
 */
const treated = read('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const placebo = read('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

describe('the 6-MP remission data', () => {
  test('gives the curve and the standard errors of Klein and Moeschberger, table 4.1', () => {
    expect(kaplanMeier(treated).map((s) => [s.time, s.atRisk, s.alive.toFixed(3), s.error.toFixed(4)])).toEqual([
      [6, 21, '0.857', '0.0764'],
      [7, 17, '0.807', '0.0869'],
      [10, 15, '0.753', '0.0963'],
      [13, 12, '0.690', '0.1068'],
      [16, 11, '0.627', '0.1141'],
      [22, 7, '0.538', '0.1282'],
      [23, 6, '0.448', '0.1346'],
    ]);
  });

  test('gives the medians and intervals that survfit of R prints: 23 (16, none), 8 (4, 12)', () => {
    expect(survival(treated)).toMatchObject({ n: 21, ended: 9, median: 23, medianRange: { low: 16, high: null } });
    expect(survival(placebo)).toMatchObject({ n: 21, ended: 21, median: 8, medianRange: { low: 4, high: 12 } });
  });

  test('what was never reached is null, and known to be longer than the longest that was watched', () => {
    expect(survival(treated)).toMatchObject({ p90: null, longest: 35 });
    expect(survival(read('3+ 5+'))).toEqual({
      n: 2,
      ended: 0,
      median: null,
      medianRange: null,
      p90: null,
      longest: 5,
    });
  });
});

const watched = fc.array(fc.record({ time: fc.integer({ min: 0, max: 400 }), ended: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

test('the curve never rises, stays within 0 and 1 and within its interval', () => {
  fc.assert(
    fc.property(watched, (list) => {
      let before = 1;
      for (const { alive, low, high } of kaplanMeier(list)) {
        expect(alive).toBeLessThanOrEqual(before);
        expect(alive).toBeGreaterThan(-1e-9);
        expect(low).toBeLessThanOrEqual(alive + 1e-9);
        expect(high).toBeGreaterThanOrEqual(alive - 1e-9);
        before = alive;
      }
    }),
  );
});

test('when all have ended it is the plain quantile', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }), (times) => {
      const sorted = [...times].sort((a, b) => a - b);
      const { median, p90 } = survival(times.map((time) => ({ time, ended: true })));
      expect(median).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
      expect(p90).toBe(sorted[Math.ceil((sorted.length * 9) / 10) - 1]);
    }),
  );
});

test('who still waits never makes the median shorter', () => {
  fc.assert(
    fc.property(watched, fc.integer({ min: 0, max: 400 }), (list, time) => {
      const { median } = survival(list);
      const more = survival([...list, { time, ended: false }]).median;
      expect(more ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(median ?? Number.POSITIVE_INFINITY);
    }),
  );
});

describe('a share', () => {
  // R. G. Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3 (score without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i lies in Wilson’s interval', (hits, n, low, high) => {
    const share = wilson(hits, n);
    expect(share?.low).toBeCloseTo(low, 4);
    expect(share?.high).toBeCloseTo(high, 4);
  });

  test('of none is not known; it lies in its interval, which narrows with more cases', () => {
    expect(wilson(0, 0)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (n, some) => {
        const [one, ten] = [wilson(Math.min(some, n), n), wilson(Math.min(some, n) * 10, n * 10)];
        if (!one || !ten) throw new Error('there is a share');
        expect(one.low).toBeLessThanOrEqual(one.share + 1e-9);
        expect(one.high).toBeGreaterThanOrEqual(one.share - 1e-9);
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});
