import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlaybook } from '../../bot/playbook/load.ts';
import type { Pipeline, Stage } from '../../bot/playbook/schema.ts';
import { earned, judge } from '../../bot/sales/opportunities/gate.ts';

const starter = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));
const pipeline = starter.pipelines[0] as Pipeline;
const { stages } = pipeline;
const keys = ['pain', 'decision_maker', 'budget', 'amount', 'close_on', 'signed_on', 'loss_reason'];

/** A deal for each set of things that may be known of it. */
const deals = Array.from({ length: 2 ** keys.length }, (_, set) => {
  const known = new Set(keys.filter((_, at) => set & (1 << at)));
  const own = (key: string) => (known.has(key) ? 1 : null);
  const facts = Object.fromEntries(
    [...known].filter((key) => key !== 'amount' && key !== 'close_on').map((key) => [key, 'x']),
  );
  return { known, deal: { amount: own('amount'), closeOn: own('close_on'), nextStep: null, facts } as never };
});
const steps = stages.flatMap((from) =>
  stages.filter((to) => to !== from && !from.outcome).map((to) => [from, to] as const),
);
const needs = (list: Stage[]) => list.flatMap((stage) => stage.needs);
const between = (from: Stage, to: Stage) => stages.slice(stages.indexOf(from), stages.indexOf(to));

test('whatever is known, a rep comes forward only with all that the stages on the way ask for', () => {
  for (const [from, to] of steps) {
    const way = to.outcome === 'lost' ? [] : between(from, to);
    for (const { known, deal } of deals) {
      const wanted = [...needs(way), ...to.enterNeeds].filter((key) => !known.has(key));
      expect(judge(pipeline, from, to, deal, 'rep').missing).toEqual([...new Set(wanted)]);
    }
  }
});

test('a manager need not know what a stage passed over asks for, but all of it to win', () => {
  for (const [from, to] of steps) {
    const way = to.outcome === 'lost' ? [] : to.outcome ? between(from, to) : between(from, to).slice(0, 1);
    for (const { known, deal } of deals) {
      const wanted = [...needs(way), ...to.enterNeeds].filter((key) => !known.has(key));
      expect(judge(pipeline, from, to, deal, 'manager').missing).toEqual([...new Set(wanted)]);
    }
  }
});

test('a role nobody knows may do no more than a rep', () => {
  const [from, , to] = stages as [Stage, Stage, Stage];
  for (const { deal } of deals)
    expect(judge(pipeline, from, to, deal, 'guest')).toEqual(judge(pipeline, from, to, deal, 'rep'));
});

test('the stage earned is the furthest, up to the one wanted, before which nothing is unknown', () => {
  const open = stages.filter((stage) => !stage.outcome);
  for (const wanted of [...open.map(({ key }) => key), 'elsewhere', null]) {
    const most = Math.max(
      0,
      open.findIndex(({ key }) => key === wanted),
    );
    for (const { known, deal } of deals) {
      const at = open.indexOf(earned(pipeline, wanted, deal));
      expect(at).toBeLessThanOrEqual(most);
      expect(needs(open.slice(0, at)).every((key) => known.has(key))).toBe(true);
      if (at < most) expect(needs(open.slice(at, at + 1)).every((key) => known.has(key))).toBe(false);
    }
  }
});
