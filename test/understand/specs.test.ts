import { describe, expect, test } from 'vitest';
import { type Entity, kinds, readCases } from '../bench/specs/cases.ts';
import { right } from '../bench/specs/judge.ts';
import { ruleFor, rules, sift } from '../bench/specs/keep.ts';
import { ours } from '../bench/specs/ours.ts';

const { kept, left } = sift();

describe('the public specs', () => {
  test.each(kinds)('at least 95 %% of what occurs in sales talk is read: %s', (kind) => {
    const mine = kept.filter(({ spec }) => spec.kind === kind);
    const wrong = mine.filter((one) => !right(one, ours(one.spec))).map(({ spec }) => spec.input);
    const share = 1 - wrong.length / mine.length;
    expect(share, `${wrong.length} of ${mine.length} are wrong:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });
});

describe('what is left out', () => {
  test('every case is kept or left out, and most are kept', () => {
    expect(kept.length + left.length).toBe(readCases().length);
    expect(kept.length).toBeGreaterThan(left.length);
  });

  test('every rule is needed, and gives its reason', () => {
    const named = kinds.flatMap((kind) => rules[kind].map((rule) => ({ kind, rule })));
    const idle = named.filter(({ rule }) => !left.some((one) => one.rule === rule));
    expect(idle.map(({ kind, rule }) => `${kind} ${rule.name}`)).toEqual([]);
    expect(named.filter(({ rule }) => !/^[A-Z"].{20,}\.$/.test(rule.why))).toEqual([]);
  });

  test('no rule names a case', () => {
    const inputs = readCases()
      .map(({ input }) => input.trim())
      .filter((input) => input.length > 7);
    const source = Object.values(rules)
      .flat()
      .map(({ entity, nothing }) => `${entity}${nothing}`)
      .join('\n');
    expect(inputs.filter((input) => source.includes(input))).toEqual([]);
  });

  const made = (type: string, text: string, ...values: Entity['values']): Entity => ({ type, text, values });
  const now = new Date('2026-11-12T10:00:00Z');
  const spec = { kind: 'dates' as const, language: 'en' as const, model: '', input: '', now, entities: [] };

  test.each([
    ['a length', made('duration', '90 minutes', { value: '5400' }), 'lengths'],
    ['a stretch with both ends', made('timerange', 'from 8 to 9pm', { timex: '(T20,T21,PT1H)' }), 'two ends'],
    ['a year', made('daterange', '2031', { timex: '2031', start: '2031-01-01', end: '2032-01-01' }), 'years'],
    ['last month', made('daterange', 'last month', { start: '2026-10-01', end: '2026-11-01' }), 'over'],
    ['next month', made('daterange', 'next month', { start: '2026-12-01', end: '2027-01-01' }), undefined],
    ['a day', made('date', 'friday', { timex: 'XXXX-WXX-5', value: '2026-11-13' }), undefined],
    ['a part of yesterday', made('datetimerange', 'last night', { start: '2026-11-11 20:00:00' }), undefined],
  ] as const)('%s is judged by what it is, in whatever words', (_name, entity, rule) => {
    expect(ruleFor(entity, spec)?.name).toBe(rule);
  });

  test.each([
    ['money', made('currency', '12 kip', { value: '12' }), 'currencies'],
    ['money', { ...made('currency', '12 euro', { value: '12' }), currency: 'EUR' }, undefined],
    ['numbers', made('number', 'three sevenths', { value: '0.43' }), 'fractions'],
    ['numbers', made('number', '四百八', { value: '480' }), undefined],
    ['contacts', made('phonenumber', '+1 000 000 0000', {}), 'no such number'],
    ['contacts', made('phonenumber', '030 1234567', {}), 'other countries'],
    ['contacts', made('phonenumber', '13862011234', {}), undefined],
  ] as const)('%s: %o', (kind, entity, rule) => {
    expect(ruleFor(entity, { ...spec, kind })?.name).toBe(rule);
  });
});
