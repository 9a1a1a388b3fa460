import { expect, test } from 'vitest';
import { isAway, spread } from '../../bot/insight/leave.ts';
import { addDays, addWorkingDays } from '../../bot/insight/working-days.ts';

const next = (day: string) => addDays(day, 1);

test('both ends of a leave are days off', () => {
  const spans = [{ from: '2026-11-16', to: '2026-11-18' }];
  const days = ['15', '16', '18', '19'].map((day) => isAway(`2026-11-${day}`, spans));
  expect(days).toEqual([false, true, true, false]);
});

test('whatever is planned already, no day gets more than eight, the order stays, and none waits without need', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const planned = new Map(
      Array.from({ length: 10 }, (_, at) => [addDays('2026-11-19', at), (seed * (at + 3)) % 11] as const),
    );
    const count = (seed * 7) % 60;
    const days = spread(count, '2026-11-19', planned, 8, next);
    expect(days).toHaveLength(count);
    expect(days.map(({ day }) => day).toSorted()).toEqual(days.map(({ day }) => day));
    const last = days.at(-1)?.day ?? '2026-11-19';
    for (let day = '2026-11-19'; day <= last; day = next(day)) {
      const before = planned.get(day) ?? 0;
      const put = days.filter((one) => one.day === day).length;
      expect(put === 0 || before + put <= 8).toBe(true);
      if (day < last) expect(before + put).toBeGreaterThanOrEqual(8);
    }
  }
});

test('over a weekend the days go on with Monday', () => {
  const days = spread(9, '2026-11-20', new Map(), 8, (day) => addWorkingDays(day, 1));
  expect([...new Set(days.map(({ day }) => day))]).toEqual(['2026-11-20', '2026-11-23']);
});
