import { TZDate } from '@date-fns/tz';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';
import { repurchase } from '../../bot/insight/repurchase.ts';
import { likelySame } from '../../bot/insight/same.ts';
import { dayOf } from '../../bot/insight/wall-time.ts';
import { vocabulary } from '../../bot/read.ts';
import { factOf } from '../../bot/sales/opportunities/facts.ts';
import { understand } from '../../bot/understand/index.ts';
import { generateDemo } from '../../prisma/demo/generate.ts';
import type { DemoRows } from '../../prisma/demo/rows.ts';
import { firstSentences } from '../../prisma/demo/sentences.ts';
import { moments, starter } from './demo.ts';

const day = 86_400_000;
const stages = starter.pipelines[0]?.stages ?? [];
const keys = (list: { key: string }[]) => list.map(({ key }) => key);
const reps = (rows: DemoRows) => rows.people.filter(({ role }) => role === 'rep');

test('the same seed and the same moment give the same rows, another seed gives other customers', () => {
  const [now] = moments as [Date];
  expect(generateDemo({ now })).toEqual(generateDemo({ now }));
  expect(generateDemo({ now, seed: 1 }).customers[0]?.name).not.toBe(generateDemo({ now, seed: 2 }).customers[0]?.name);
});

test('customers, deals and first sentences keep their names on any day, so that the documentation can say them', () => {
  const [first, ...others] = moments.map((now) => generateDemo({ now }));
  for (const other of others) {
    expect(other.customers.map(({ name }) => name)).toEqual(first?.customers.map(({ name }) => name));
    expect(firstSentences(other)).toEqual(firstSentences(first as DemoRows));
  }
});

test('names of companies cannot be taken for one another; only a deal and its lead share one', () => {
  const { customers, leads } = generateDemo({ now: moments[0] as Date });
  const names = [
    ...customers.map(({ name }) => name),
    ...leads.filter(({ customerId }) => !customerId).map((lead) => lead.company),
  ];
  const twins = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .filter((b) => likelySame(a, b))
      .map((b) => `${a} ~ ${b}`),
  );
  expect(twins).toEqual([]);
});

describe.each(moments)('at %s', (now) => {
  const rows = generateDemo({ now });
  const { customers, leads, opportunities, activities, touches, orders, contacts, people } = rows;

  test('there are two teams, 60 customers, 80 deals in all stages and 200 leads of every status', () => {
    expect(people.map(({ role }) => role).sort()).toEqual(['admin', 'manager', 'manager', ...Array(6).fill('rep')]);
    expect([customers.length, opportunities.length, leads.length]).toEqual([60, 80, 200]);
    expect(new Set(opportunities.map(({ stage }) => stage))).toEqual(new Set(keys(stages)));
    expect(new Set(leads.map(({ status }) => status))).toEqual(new Set(['new', 'working', 'converted', 'invalid']));
  });

  test('whatever a row names exists, and no two records share a number', () => {
    const { moves: _, ...tables } = rows;
    const all = Object.values(tables).flat() as { id: number }[];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const ids = (list: { id: number }[]) => new Set(list.map(({ id }) => id));
    const targets = {
      customerId: ids(customers),
      ownerId: ids(people),
      createdById: ids(people),
      personId: ids(people),
      leadId: ids(leads),
      opportunityId: ids(opportunities),
      teamId: ids(rows.teams),
    };
    for (const [column, there] of Object.entries(targets)) {
      const named = (all as unknown as Record<string, number | null | undefined>[]).map((row) => row[column]);
      expect(
        named.filter((id) => id != null && !there.has(id)),
        column,
      ).toEqual([]);
    }
  });

  test('every key is one of the starter playbook: stages, industries, channels, objections, loss reasons, steps', () => {
    const industries = [...customers, ...leads].flatMap(({ industry }) => industry ?? []);
    expect(keys(starter.industries)).toEqual(expect.arrayContaining([...new Set(industries)]));
    expect(keys(starter.channels)).toEqual(expect.arrayContaining([...new Set(leads.map(({ channel }) => channel))]));
    const objections = activities.flatMap(({ objection }) => objection ?? []);
    expect(keys(starter.objections)).toEqual(expect.arrayContaining([...new Set(objections)]));
    const facts = [...new Set(opportunities.flatMap((deal) => Object.keys(deal.facts)))];
    expect(keys(starter.fields)).toEqual(expect.arrayContaining(facts));
    const reasons = opportunities.flatMap(({ facts }) => (facts.loss_reason as string | undefined) ?? []);
    const options = starter.fields.find(({ key }) => key === 'loss_reason')?.options ?? [];
    expect(keys(options)).toEqual(expect.arrayContaining([...new Set(reasons)]));
    const steps = starter.cadences.flatMap(({ first, then }) => keys([first, ...then]));
    expect(steps).toEqual(expect.arrayContaining([...new Set(touches.flatMap(({ step }) => step ?? []))]));
    expect(new Set(opportunities.map(({ pipeline }) => pipeline))).toEqual(new Set([starter.pipelines[0]?.key]));
  });

  test('every deal knows what the stages it left asked for, and a lost one why', () => {
    for (const deal of opportunities) {
      const passed = ['need', ...rows.moves.filter((move) => move.opportunityId === deal.id).map(({ to }) => to)];
      const left = stages.filter(({ key }) => key !== deal.stage && passed.includes(key));
      const needs = deal.status === 'lost' ? ['loss_reason'] : left.flatMap((stage) => stage.needs);
      const missing = needs.filter((key) => factOf(deal as never, key) === null);
      expect(missing, `${deal.title} in ${deal.stage}`).toEqual([]);
    }
  });

  test('some deals are stuck beyond the days their stage allows, most are not', () => {
    const open = opportunities.filter(({ status }) => status === 'open');
    const allowed = new Map(stages.map((stage) => [stage.key, stage.dueDays ?? 0]));
    const stuck = open.filter(
      ({ stage, stageAt }) => now.getTime() - stageAt.getTime() > (allowed.get(stage) ?? 0) * day,
    );
    expect(stuck.length).toBeGreaterThanOrEqual(5);
    expect(stuck.length).toBeLessThan(open.length / 2);
  });

  test('every rep has five things due today at different times, some overdue and some in the next days', () => {
    for (const rep of reps(rows)) {
      const open = touches.filter(({ ownerId, state }) => ownerId === rep.id && state === 'open');
      const today = dayOf(now, rep.zone);
      const due = open.filter(({ dueAt }) => dayOf(dueAt, rep.zone) === today);
      expect(due.length, rep.name).toBeGreaterThanOrEqual(5);
      expect(new Set(due.map(({ wallTime }) => wallTime)).size).toBe(due.length);
      expect(open.filter(({ dueAt }) => dayOf(dueAt, rep.zone) < today).length, rep.name).toBeGreaterThanOrEqual(2);
      expect(open.filter(({ dueAt }) => dayOf(dueAt, rep.zone) > today).length, rep.name).toBeGreaterThanOrEqual(5);
    }
  });

  test('at least three customers are expected to order within a week, at least two are late', () => {
    const expected = customers.flatMap(({ id }) => {
      const rhythm = repurchase(orders.filter(({ customerId }) => customerId === id));
      return rhythm && rhythm.confidence >= 0.5 ? [(rhythm.nextExpected.getTime() - now.getTime()) / day] : [];
    });
    expect(expected.filter((days) => days >= 0 && days <= 7).length).toBeGreaterThanOrEqual(3);
    expect(expected.filter((days) => days < 0).length).toBeGreaterThanOrEqual(2);
  });

  test('at least three customers have nothing open and were not touched for longer than their tier allows', () => {
    const every = new Map(starter.tiers.map((tier) => [tier.key as string, tier.touchEveryDays]));
    const busy = new Set(touches.filter(({ state }) => state === 'open').map(({ customerId }) => customerId));
    const quiet = customers.filter(
      ({ id, tier, lastTouchAt }) =>
        !busy.has(id) && lastTouchAt && now.getTime() - lastTouchAt.getTime() > (every.get(tier) ?? 0) * day,
    );
    expect(quiet.length).toBeGreaterThanOrEqual(3);
  });

  test('nothing that is over lies in the future, and talks are on weekdays in working hours unless of the last day', () => {
    const zones = new Map(people.map(({ id, zone }) => [id, zone]));
    for (const { at, personId } of activities) {
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
      const zone = zones.get(personId) ?? '';
      const hour = new TZDate(at, zone).getHours();
      if (now.getTime() - at.getTime() > day) expect(hour >= 8 && hour < 20, `${at.toISOString()} ${zone}`).toBe(true);
    }
    const made = [...leads, ...opportunities, ...customers, ...touches].map(({ createdAt }) => createdAt);
    const past = [...made, ...orders.map(({ at }) => at), ...rows.moves.map(({ at }) => at)];
    expect(past.filter((at) => at > now)).toEqual([]);
    expect(touches.filter(({ state, doneAt }) => (state === 'done') !== (doneAt !== null))).toEqual([]);
  });

  test('phone numbers are ones the bot takes, of ranges that nobody is given', () => {
    const phones = [...contacts, ...leads].flatMap(({ phone }) => phone ?? []);
    expect(phones.filter((phone) => !parsePhoneNumberFromString(phone)?.isPossible())).toEqual([]);
    expect(phones.filter((phone) => !/^(\+861990000\d{4}|\+447700900\d{3})$/.test(phone))).toEqual([]);
  });
});

test('the first sentences of the documentation are understood', () => {
  const [now] = moments as [Date];
  const { zh, en } = firstSentences(generateDemo({ now }));
  const words = { ...vocabulary(starter), now, zone: 'Asia/Shanghai' };
  const said = (list: string[], language: 'zh' | 'en') =>
    list.map((text) => understand(text, { ...words, language }).intents[0]?.intent.name);
  const all = ['plan.today', 'deal.move', 'activity.log', 'deal.show', 'digest.show'];
  expect([said(zh, 'zh'), said(en, 'en')]).toEqual([all, all]);
});
