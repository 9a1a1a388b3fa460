import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchKey } from '../../bot/insight/pinyin.ts';
import { orderPlan, type Planned } from '../../bot/insight/plan-order.ts';
import { repurchase } from '../../bot/insight/repurchase.ts';

const now = new Date('2026-11-23T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const orders = (...days: number[]) => days.map((ago) => ({ at: daysAgo(ago) }));

test('fewer than three orders tell no rhythm, also when two are of one day', () => {
  expect(repurchase(orders(90, 30))).toBeNull();
  expect(repurchase(orders(90, 30, 30))).toBeNull();
  expect(repurchase([])).toBeNull();
});

test('the next order is expected one median interval after the last, whatever order they are given in', () => {
  const rhythm = repurchase(orders(10, 100, 70, 40));
  expect(rhythm).toMatchObject({ medianIntervalDays: 30, n: 4, nextExpected: daysAgo(-20) });
});

test('one long gap does not move the median', () => {
  expect(repurchase(orders(300, 90, 60, 30, 0))?.medianIntervalDays).toBe(30);
});

test('regular customers and more orders are surer, and nothing is ever certain', () => {
  const sure = (...days: number[]) => repurchase(orders(...days))?.confidence ?? 0;
  expect(sure(90, 60, 30, 0)).toBeGreaterThan(sure(60, 30, 0));
  expect(sure(90, 60, 30, 0)).toBeGreaterThan(sure(150, 60, 50, 0));
  fc.assert(
    fc.property(fc.array(fc.nat(700), { minLength: 3, maxLength: 12 }), (days) => {
      const rhythm = repurchase(orders(...days));
      if (rhythm) expect(rhythm.confidence >= 0 && rhythm.confidence < 1 && rhythm.medianIntervalDays > 0).toBe(true);
    }),
  );
});

const planned = (change: Partial<Planned>): Planned => ({
  value: 100_000,
  stage: 1,
  stages: 5,
  dueAt: now,
  lastTouchAt: daysAgo(1),
  promised: false,
  ...change,
});

test('a promise for today comes before the same thing unpromised, and says why', () => {
  const [first] = orderPlan([planned({}), planned({ promised: true })], now);
  expect(first).toMatchObject({ reason: 'promised', item: { promised: true } });
});

test('what is worth more, later in the pipeline, longer overdue or longer untouched comes first', () => {
  const pairs: [Partial<Planned>, Partial<Planned>][] = [
    [{ value: 900_000 }, { value: 9000 }],
    [{ stage: 3 }, { stage: 0 }],
    [{ dueAt: daysAgo(5) }, { dueAt: now }],
    [{ lastTouchAt: daysAgo(12) }, { lastTouchAt: now }],
  ];
  for (const [more, less] of pairs) {
    const [first] = orderPlan([planned(less), planned(more)], now);
    expect(first?.item).toEqual(planned(more));
  }
  expect(orderPlan([planned({ dueAt: daysAgo(6), stage: 0 }), planned({ stage: 0 })], now)[0]?.reason).toBe('overdue');
});

test('everything in the plan stays in it, once, and equals keep the earlier due time first', () => {
  const item = fc.record({
    value: fc.nat(1e9),
    stage: fc.integer({ min: -1, max: 4 }),
    stages: fc.constant(5),
    dueAt: fc.integer({ min: -30, max: 30 }).map(daysAgo),
    lastTouchAt: fc.option(fc.integer({ min: 0, max: 60 }).map(daysAgo)),
    promised: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), (items) => {
      const placed = orderPlan(items, now);
      expect(new Set(placed.map((one) => one.item))).toEqual(new Set(items));
      for (const [at, one] of placed.slice(1).entries()) expect(placed[at]?.score).toBeGreaterThanOrEqual(one.score);
    }),
  );
  const early = planned({ value: 0, dueAt: new Date(now.getTime() - 60_000) });
  expect(orderPlan([planned({ value: 0 }), early], now)[0]?.item).toBe(early);
});

test('a Chinese name is found by its pinyin, by its initials and by the Latin in it', () => {
  expect(searchKey('恒通精密')).toBe('hengtongjingmi htjm');
  expect(searchKey('Northwind 王建国')).toBe('northwind wangjianguo wjg');
  expect(searchKey('ＡＢＣ·重庆')).toBe('abc chongqing cq');
  expect(searchKey('¥ !')).toBe('');
});
