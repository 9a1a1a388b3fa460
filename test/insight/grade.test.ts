import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeLead } from '../../bot/insight/grade.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';

const { grades } = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));

test('a lead in a core trade with a strong budget who came to us is an A, with the reasons', () => {
  expect(gradeLead({ industry: 'manufacturing', budget: 500_000, channel: 'event', reachable: true }, grades)).toEqual({
    grade: 'A',
    points: 60,
    reasons: [
      { key: 'budget_large', points: 25 },
      { key: 'industry_core', points: 20 },
      { key: 'intent_came', points: 15 },
    ],
  });
});

test('a lead nobody knows anything about is a D, with no reason', () => {
  expect(gradeLead({}, grades)).toEqual({ grade: 'D', points: 0, reasons: [] });
});

test('an urgent pain counts more than a pain, and a cool answer more than where the lead came from', () => {
  expect(gradeLead({ pain: '上月停机两次，要尽快' }, grades).reasons[0]?.key).toBe('pain_urgent');
  expect(gradeLead({ pain: '手工报表' }, grades).reasons[0]?.key).toBe('pain_clear');
  expect(gradeLead({ channel: 'website', outcome: 'negative' }, grades).reasons[0]?.key).toBe('intent_negative');
});

test('the points are the sum of the reasons, at most one an axis', () => {
  const lead = fc.record({
    industry: fc.option(fc.constantFrom('manufacturing', 'software', 'finance', 'nothing')),
    headcount: fc.option(fc.nat(2000)),
    budget: fc.option(fc.nat(1_000_000)),
    pain: fc.option(fc.string()),
    channel: fc.option(fc.constantFrom('event', 'cold', 'social')),
    outcome: fc.option(fc.constantFrom('positive', 'negative', 'silent')),
  });
  fc.assert(
    fc.property(lead, (one) => {
      const { points, reasons } = gradeLead(one, grades);
      expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
      const axes = reasons.map(({ key }) => grades.rules.find((rule) => rule.key === key)?.axis);
      expect(new Set(axes).size).toBe(axes.length);
    }),
  );
});

test('a larger budget never lowers the grade', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
      const of = (budget: number) => gradeLead({ budget }, grades).points;
      expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
    }),
  );
});
