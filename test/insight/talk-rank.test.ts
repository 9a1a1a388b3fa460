import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Proportion, wilson } from '../../bot/insight/proportion.ts';
import { fewestUses, rankTracks } from '../../bot/insight/talk-rank.ts';

test('the interval of a share is Wilson’s', () => {
  // Worked examples of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I.
  expect(wilson(81, 263)).toMatchObject({ low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) });
  expect(wilson(15, 148)).toMatchObject({ low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4) });
  expect(wilson(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(0.1611, 4) });
  expect(wilson(1, 29)).toMatchObject({ low: expect.closeTo(0.0061, 4), high: expect.closeTo(0.1718, 4) });
});

test('a share lies within its interval, and more cases make it narrower', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (a, b) => {
      const [count, n] = [Math.min(a, b), Math.max(a, b, 1)];
      const one = wilson(count, n) as Proportion;
      expect(one.low).toBeLessThanOrEqual(one.share + 1e-12);
      expect(one.high).toBeGreaterThanOrEqual(one.share - 1e-12);
      const more = wilson(count * 4, n * 4) as Proportion;
      expect(more.high - more.low).toBeLessThan(one.high - one.low);
    }),
  );
});

const ranked = (uses: Record<string, [n: number, moved: number]>) =>
  rankTracks(Object.keys(uses), (key) => ({ n: uses[key]?.[0] ?? 0, moved: uses[key]?.[1] ?? 0 }));

test('while there is little to go by, the house’s order stands and no share is told', () => {
  const few = ranked({ a: [4, 0], b: [4, 4], c: [0, 0] });
  expect(few.map(({ track }) => track)).toEqual(['a', 'b', 'c']);
  expect(few.every(({ worked }) => worked === null)).toBe(true);
});

test('what worked in many deals comes first, and three of three prove little', () => {
  const { length } = ranked({ a: [40, 10], b: [50, 40], c: [3, 3] });
  expect(length).toBe(3);
  expect(ranked({ a: [40, 10], b: [50, 40], c: [3, 3] }).map(({ track }) => track)).toEqual(['b', 'c', 'a']);
  expect(ranked({ a: [fewestUses, 0], b: [60, 45] }).map(({ track }) => track)).toEqual(['b', 'a']);
});

test('nothing is lost and nothing invented by ranking', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 }), (uses) => {
      const tracks = uses.map((_, at) => at);
      const all = rankTracks(tracks, (at) => {
        const [n = 0, moved = 0] = uses[at] ?? [];
        return { n, moved: Math.min(n, moved) };
      });
      expect(all.map(({ track }) => track).sort((a, b) => a - b)).toEqual(tracks);
    }),
  );
});
