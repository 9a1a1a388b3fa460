import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inOrder } from '../../bot/commands/order.ts';
import type { Intent } from '../../bot/intents.ts';
import { brokenLinks, untold } from '../support/journal.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { contact, customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let lei: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
});
afterAll(async () => {
  expect(await brokenLinks(office)).toBe(0);
  await office.close();
});

const db = () => office.bot.app.db;
const send = (intent: Intent, key = 'mei') => sendIntent(office, key, intent);
const several = (...parts: Intent[]) => send({ name: 'several', input: { parts } });
const undo = (command: number, only?: string) =>
  send({ name: 'undo', input: { command, ...(only === undefined ? {} : { only }) } });
const lastGroup = () => db().command.findFirstOrThrow({ where: { intent: 'several' }, orderBy: { id: 'desc' } });
const partsOf = (group: number) =>
  db().command.findMany({ where: { partOf: group, undoes: null }, orderBy: { id: 'asc' } });
const dealAt = (id: number) => db().opportunity.findUniqueOrThrow({ where: { id } });
const cny = (amount: number) => ({ amount, currency: 'CNY' });

let serial = 0;
/** A deal with a contact; its title names nothing else. */
async function fresh(): Promise<{ dealId: number; customerId: number; ref: string }> {
  serial += 1;
  const customerId = await customer(office, mei, `合并${serial}号厂`);
  await contact(office, customerId, `王总${serial}`);
  const dealId = await deal(office, mei, customerId, `合并${serial}号厂`, {
    amount: '500000',
    facts: { pain: '慢', decision_maker: '王总', budget: { amount: '300000.00', currency: 'CNY' } },
  });
  return { dealId, customerId, ref: `#${dealId}` };
}

/** What a deal and its customer are, without numbers and versions. */
async function stateOf({ dealId, customerId }: { dealId: number; customerId: number }) {
  const of = { OR: [{ opportunityId: dealId }, { customerId }], removedAt: null };
  const [one, firm, people, activities, touches] = await Promise.all([
    dealAt(dealId),
    db().customer.findUniqueOrThrow({ where: { id: customerId } }),
    db().contact.findMany({ where: { customerId, removedAt: null }, orderBy: { id: 'asc' } }),
    db().activity.findMany({ where: of, orderBy: { id: 'asc' } }),
    db().touch.findMany({ where: of, orderBy: { id: 'asc' } }),
  ]);
  const { amount, currency, closeOn, nextStep, nextAt, facts, stage, status, odds, lastTouchAt } = one;
  return {
    deal: { amount: Number(amount), currency, closeOn, nextStep, nextAt, facts, stage, status, odds, lastTouchAt },
    firm: { city: firm.city, headcount: firm.headcount, lastTouchAt: firm.lastTouchAt },
    people: people.map(({ title, phone, removedAt }) => ({ title, phone, removedAt })),
    activities: activities.map(({ channel, objection, outcome, note }) => ({ channel, objection, outcome, note })),
    touches: touches.map(({ what, state, dueAt, origin }) => ({ what, state, dueAt, origin })).sort(byWhat),
  };
}
const byWhat = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('done together', () => {
  test('each record is written once, and the journal has the rows of each thing under its own command', async () => {
    const { dealId, customerId, ref } = await fresh();
    const before = await dealAt(dealId);
    await several(
      { name: 'activity.log', input: { who: ref, channel: 'visit', objection: 'price' } },
      { name: 'deal.update', input: { deal: ref, amount: cny(800_000), facts: { budget: cny(800_000) } } },
      { name: 'deal.move', input: { deal: ref, stage: 'solution' } },
      { name: 'task.add', input: { who: ref, what: '演示', at: '2026-11-18T15:00:00+08:00', kind: 'meeting' } },
    );
    const after = await dealAt(dealId);
    expect(after).toMatchObject({ version: before.version + 1, stage: 'solution', nextStep: '演示' });
    expect(after.facts).toEqual({
      pain: '慢',
      decision_maker: '王总',
      budget: { amount: '800000.00', currency: 'CNY' },
    });
    const group = await lastGroup();
    const parts = await partsOf(group.id);
    expect(parts.map((part) => part.intent)).toEqual(['activity.log', 'deal.update', 'deal.move', 'task.add']);
    const fields = async (at: number) =>
      (await db().journal.findMany({ where: { commandId: parts[at]?.id ?? 0, entity: 'Opportunity' } }))
        .map((row) => row.field)
        .sort();
    expect(await fields(0)).toEqual(['lastTouchAt']);
    expect(await fields(1)).toEqual(['amount', 'facts.budget']);
    expect(await fields(2)).toEqual(['stage']);
    expect(await fields(3)).toEqual(['nextAt', 'nextStep']);
    expect(await db().journal.count({ where: { commandId: group.id } })).toBe(0);
    for (const [entity, id] of [
      ['Opportunity', dealId],
      ['Customer', customerId],
    ] as const)
      expect(await untold(office, entity, id)).toEqual([]);
    // The sentence itself plans what comes next: the cadence proposes nothing to be dropped at once.
    expect(await db().touch.count({ where: { opportunityId: dealId, state: 'skipped' } })).toBe(0);
  });

  const ways: fc.Arbitrary<(ref: string, who: string) => Intent> = fc.oneof(
    fc
      .record({
        amount: fc.integer({ min: 1, max: 9 }),
        odds: fc.option(fc.constantFrom(0.3, 0.7), { nil: undefined }),
      })
      .map(
        ({ amount, odds }) =>
          (deal: string): Intent => ({
            name: 'deal.update',
            input: { deal, amount: cny(amount * 100_000), ...(odds ? { odds } : {}) },
          }),
      ),
    fc.dictionary(fc.constantFrom('pain', 'competitor', 'decision_maker'), fc.constantFrom('甲', '乙', '丙')).map(
      (facts) =>
        (deal: string): Intent => ({ name: 'deal.update', input: { deal, facts } }),
    ),
    fc.constantFrom('2026-12-15', '2026-12-31').map(
      (closeOn) =>
        (deal: string): Intent => ({ name: 'deal.update', input: { deal, closeOn } }),
    ),
    fc
      .record({
        channel: fc.constantFrom('call' as const, 'visit' as const),
        objection: fc.constantFrom(undefined, 'price'),
      })
      .map(
        ({ channel, objection }) =>
          (who: string): Intent => ({
            name: 'activity.log',
            input: { who, channel, ...(objection ? { objection } : {}) },
          }),
      ),
    fc.constantFrom('solution', 'quote', 'contract').map(
      (stage) =>
        (deal: string): Intent => ({ name: 'deal.move', input: { deal, stage, facts: { close_on: '2026-12-20' } } }),
    ),
    fc.constantFrom({ city: '苏州' }, { headcount: 200 }, { title: '厂长' }).map(
      (known) =>
        (who: string): Intent => ({ name: 'profile.update', input: { who, ...known } }),
    ),
  );

  test('is what one after the other would be, whatever was said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ways, { minLength: 2, maxLength: 6 }), async (said) => {
        const [one, other] = [await fresh(), await fresh()];
        const parts = (ref: string) => said.map((way) => way(ref, ref));
        const moves = parts(one.ref).filter((part) => part.name === 'deal.move').length;
        if (moves > 1) return; // a second move may be refused: then nothing is written
        await several(...parts(one.ref));
        const heard = mei.last().text;
        const apart = parts(other.ref);
        for (const at of inOrder(apart)) await send(apart[at] as Intent);
        expect(await stateOf(one), heard).toEqual(await stateOf(other));
        expect(await untold(office, 'Opportunity', one.dealId)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('what is made first is known to what is said of it after', async () => {
    await several(
      { name: 'task.add', input: { who: '晨曦新材', what: '寄样品', at: '2026-11-18T15:00:00+08:00' } },
      { name: 'lead.create', input: { company: '晨曦新材', name: '赵六' } },
      { name: 'activity.log', input: { who: '晨曦新材', channel: 'call' } },
    );
    mei.hears('晨曦新材', '记下 3 项', '寄样品');
    const lead = await db().lead.findFirstOrThrow({ where: { company: '晨曦新材' } });
    expect(lead).toMatchObject({ status: 'working', version: 1 });
    expect(await db().touch.count({ where: { leadId: lead.id, what: '寄样品', state: 'open' } })).toBe(1);
    expect(await untold(office, 'Lead', lead.id)).toEqual([]);
  });

  test('one thing refused: nothing of the sentence is written', async () => {
    const { dealId, customerId, ref } = await fresh();
    const before = await stateOf({ dealId, customerId });
    await several(
      { name: 'activity.log', input: { who: ref, channel: 'visit' } },
      { name: 'deal.update', input: { deal: ref, amount: cny(-5) } },
    );
    mei.hears('金额不对', '卡在');
    expect(await stateOf({ dealId, customerId })).toEqual(before);
    expect((await dealAt(dealId)).version).toBe(1);
  });

  test("one that is somebody else's, too", async () => {
    const mine = await fresh();
    const theirs = await deal(office, lei, await customer(office, lei, '别家厂'), '别家厂');
    await several(
      { name: 'deal.update', input: { deal: mine.ref, amount: cny(1) } },
      { name: 'deal.update', input: { deal: `#${theirs}`, amount: cny(1) } },
    );
    mei.hears('这是别人在跟的', '王磊');
    expect(Number((await dealAt(mine.dealId)).amount)).toBe(500_000);
  });

  test('two sentences about the same two deals at the same moment are both done', async () => {
    const [one, other] = [await fresh(), await fresh()];
    const boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    expect(boss.id).toBeGreaterThan(0);
    const amounts = (refs: string[], amount: number): Intent[] =>
      refs.map((ref) => ({ name: 'deal.update', input: { deal: ref, amount: cny(amount) } }));
    const sentence = (key: string, parts: Intent[]) => send({ name: 'several', input: { parts } }, key);
    await Promise.all([
      sentence('mei', amounts([one.ref, other.ref], 610_000)),
      sentence('boss', amounts([other.ref, one.ref], 620_000)),
    ]);
    const [a, b] = [await dealAt(one.dealId), await dealAt(other.dealId)];
    expect([610_000, 620_000]).toContain(Number(a.amount));
    expect(Number(b.amount)).toBe(Number(a.amount));
    expect([a.version, b.version]).toEqual([3, 3]);
  }, 30_000);
});

describe('taken back', () => {
  const sentence = (ref: string): Intent[] => [
    { name: 'activity.log', input: { who: ref, channel: 'visit', objection: 'price', note: '说贵' } },
    {
      name: 'deal.update',
      input: { deal: ref, amount: cny(800_000), facts: { budget: cny(700_000), competitor: '金蝶' } },
    },
    { name: 'deal.update', input: { deal: ref, amount: cny(900_000) } },
    { name: 'deal.move', input: { deal: ref, stage: 'solution' } },
    { name: 'task.add', input: { who: ref, what: '演示', at: '2026-11-18T15:00:00+08:00' } },
    { name: 'profile.update', input: { who: ref, city: '苏州' } },
  ];

  test('thing by thing, in any order: everything is as it was before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (order) => {
        const at = await fresh();
        const before = await stateOf(at);
        await several(...sentence(at.ref));
        const parts = await partsOf((await lastGroup()).id);
        for (const index of order) {
          await undo(parts[index]?.id ?? 0);
          mei.hearsNot('撤销不了', '出错');
        }
        expect(await stateOf(at)).toEqual(before);
        expect(await untold(office, 'Opportunity', at.dealId)).toEqual([]);
        await undo(parts[0]?.id ?? 0);
        mei.hears('已经处理过');
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test('one thing off, the others stand; then the rest at once; then there is nothing left', async () => {
    const at = await fresh();
    const before = await stateOf(at);
    await several(...sentence(at.ref));
    const group = await lastGroup();
    const parts = await partsOf(group.id);
    const move = parts.find((part) => part.intent === 'deal.move')?.id ?? 0;
    await undo(move);
    mei.hears('已去掉', '阶段');
    expect(await dealAt(at.dealId)).toMatchObject({ stage: 'need', nextStep: '演示' });
    expect(Number((await dealAt(at.dealId)).amount)).toBe(900_000);
    await mei.says('撤销');
    mei.hears('已撤销');
    expect(await stateOf(at)).toEqual(before);
    await undo(group.id);
    mei.hears('已经处理过');
  });

  test('of two that wrote the same field, the one left counts', async () => {
    const at = await fresh();
    await several(...sentence(at.ref));
    const updates = (await partsOf((await lastGroup()).id)).filter((part) => part.intent === 'deal.update');
    await undo(updates[1]?.id ?? 0);
    expect(Number((await dealAt(at.dealId)).amount)).toBe(800_000);
    await undo(updates[0]?.id ?? 0);
    expect(Number((await dealAt(at.dealId)).amount)).toBe(500_000);
  });

  test('only the objection; again says so; the visit stays', async () => {
    const at = await fresh();
    await several(...sentence(at.ref));
    const group = await lastGroup();
    const visit = (await partsOf(group.id)).find((part) => part.intent === 'activity.log')?.id ?? 0;
    await undo(visit, 'objection');
    mei.hears('已去掉：顾虑：嫌贵');
    const activity = () => db().activity.findFirstOrThrow({ where: { opportunityId: at.dealId } });
    expect(await activity()).toMatchObject({ objection: null, note: '说贵', removedAt: null });
    await undo(visit, 'objection');
    mei.hears('已经处理过');
    await undo(group.id);
    mei.hears('已撤销');
    expect((await activity()).removedAt).not.toBeNull();
  });

  test('only one of the fields that a change wrote, then the other one: that is all of it', async () => {
    const at = await fresh();
    await several(
      {
        name: 'deal.update',
        input: { deal: at.ref, amount: cny(800_000), facts: { competitor: '金蝶', budget: cny(1) } },
      },
      { name: 'profile.update', input: { who: at.ref, city: '苏州' } },
    );
    const update = (await partsOf((await lastGroup()).id)).find((part) => part.intent === 'deal.update')?.id ?? 0;
    await undo(update, 'facts.competitor');
    expect((await dealAt(at.dealId)).facts).toEqual({
      pain: '慢',
      decision_maker: '王总',
      budget: { amount: '1.00', currency: 'CNY' },
    });
    await undo(update, 'amount');
    expect(Number((await dealAt(at.dealId)).amount)).toBe(500_000);
    await undo(update, 'facts.budget');
    expect((await dealAt(at.dealId)).facts).toMatchObject({ budget: { amount: '300000.00' } });
    await undo(update);
    mei.hears('已经处理过');
    await mei.says('撤销');
    mei.hears('已撤销', '城市');
  });

  test('a next step is taken back with its time and what was planned for it', async () => {
    const at = await fresh();
    await several(
      {
        name: 'deal.update',
        input: { deal: at.ref, odds: 0.7, nextStep: '签约', nextAt: '2026-11-20T10:00:00+08:00' },
      },
      { name: 'profile.update', input: { who: at.ref, city: '苏州' } },
    );
    const update = (await partsOf((await lastGroup()).id)).find((part) => part.intent === 'deal.update')?.id ?? 0;
    await undo(update, 'nextStep');
    expect(await dealAt(at.dealId)).toMatchObject({ nextStep: null, nextAt: null });
    expect(Number((await dealAt(at.dealId)).odds)).toBe(0.7);
    expect(await db().touch.count({ where: { opportunityId: at.dealId, removedAt: null, state: 'open' } })).toBe(0);
  });

  test('a field that a new record cannot be without, or that nobody wrote, is not taken back by itself', async () => {
    const at = await fresh();
    await several(...sentence(at.ref));
    const visit = (await partsOf((await lastGroup()).id)).find((part) => part.intent === 'activity.log')?.id ?? 0;
    for (const only of ['channel', 'personId', 'nonsense']) {
      await undo(visit, only);
      mei.hears('没有可撤销的');
    }
  });

  test('what cannot stand without it goes along', async () => {
    await several(
      { name: 'lead.create', input: { company: '远山科技', name: '孙七' } },
      { name: 'task.add', input: { who: '远山科技', what: '寄样品', at: '2026-11-18T15:00:00+08:00' } },
    );
    const group = await lastGroup();
    await undo((await partsOf(group.id))[0]?.id ?? 0);
    mei.hears('已');
    const lead = await db().lead.findFirstOrThrow({ where: { company: '远山科技' } });
    expect(lead.removedAt).not.toBeNull();
    expect(await db().touch.count({ where: { leadId: lead.id, removedAt: null } })).toBe(0);
    await undo(group.id);
    mei.hears('已经处理过');
  });

  test('not when somebody else changed it since; the other things still can be', async () => {
    const at = await fresh();
    await several(...sentence(at.ref));
    const parts = await partsOf((await lastGroup()).id);
    await send({ name: 'deal.update', input: { deal: at.ref, amount: cny(1_000_000) } }, 'boss');
    const updates = parts.filter((part) => part.intent === 'deal.update');
    await undo(updates[1]?.id ?? 0);
    mei.hears('撤销不了', '周启明');
    await undo(parts.find((part) => part.intent === 'profile.update')?.id ?? 0);
    mei.hears('已去掉');
    expect((await db().customer.findUniqueOrThrow({ where: { id: at.customerId } })).city).toBeNull();
  });

  test('two changes of one field, the last one first: both', async () => {
    const { ref, dealId } = await fresh();
    await send({ name: 'deal.update', input: { deal: ref, amount: cny(600_000) } });
    await send({ name: 'deal.update', input: { deal: ref, amount: cny(700_000) } });
    await mei.says('撤销');
    await mei.says('撤销');
    mei.hears('已撤销', '¥500,000');
    expect(Number((await dealAt(dealId)).amount)).toBe(500_000);
  });

  test("somebody else's sentence is not theirs to take back", async () => {
    const at = await fresh();
    await several(...sentence(at.ref));
    const group = await lastGroup();
    await send({ name: 'undo', input: { command: group.id } }, 'boss');
    expect((await dealAt(at.dealId)).stage).toBe('solution');
  });
});
