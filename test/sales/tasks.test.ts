import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal, lead } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let dana: Someone;
let boss: Someone;
let lei: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华南组' });
  dana = await office.hire({
    key: 'dana',
    name: 'Dana Ruiz',
    role: 'rep',
    team: 'East',
    language: 'en',
    zone: 'America/New_York',
  });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const newest = () => db().touch.findFirstOrThrow({ orderBy: { id: 'desc' } });

async function dealOf(name: string, owner = mei, more: Record<string, unknown> = {}) {
  return deal(office, owner, await customer(office, owner, name), name, more);
}

test('a task says what, when with the weekday and with whom, and is the next step of its deal', async () => {
  const id = await dealOf('待办电子');
  await sendIntent(office, 'mei', {
    name: 'task.add',
    input: { who: '待办电子', what: '报价', at: '2026-11-13T15:00:00+08:00' },
  });
  mei.hears('已记待办：报价', '待办电子', '11月13日周五 15:00', '下一步', '撤销');
  mei.hearsNot('是周');
  expect(await newest()).toMatchObject({
    ...{ what: '报价', origin: 'promise', side: 'us', kind: 'task', state: 'open', ownerId: mei.id, opportunityId: id },
    ...{ wallTime: '2026-11-13 15:00', zone: 'Asia/Shanghai' },
  });
  expect(await db().opportunity.findUniqueOrThrow({ where: { id } })).toMatchObject({
    nextStep: '报价',
    nextAt: new Date('2026-11-13T07:00:00Z'),
  });
  await mei.presses('撤销');
  mei.hears('已撤销', '待办已移除');
  expect((await newest()).removedAt).not.toBeNull();
  expect(await db().opportunity.findUniqueOrThrow({ where: { id } })).toMatchObject({ nextStep: null, nextAt: null });
});

test('a later task leaves an earlier next step alone; an earlier one, or one after it is over, takes its place', async () => {
  const id = await dealOf('先后电子');
  const step = async (what: string, at: string) => {
    await sendIntent(office, 'mei', { name: 'task.add', input: { who: `#${id}`, what, at } });
    return (await db().opportunity.findUniqueOrThrow({ where: { id } })).nextStep;
  };
  expect(await step('演示', '2026-11-18T15:00:00+08:00')).toBe('演示');
  expect(await step('签约', '2026-11-25T15:00:00+08:00')).toBe('演示');
  expect(await step('电话', '2026-11-16T15:00:00+08:00')).toBe('电话');
  office.clock.at('2026-11-17T02:00:00Z');
  expect(await step('回访', '2026-11-27T15:00:00+08:00')).toBe('回访');
  office.clock.at(thursday);
});

test('what they promised is no step of ours, and is reminded of as theirs, before, at and after its time', async () => {
  const id = await dealOf('对方电子');
  await sendIntent(office, 'mei', {
    name: 'task.add',
    input: { who: '对方电子', what: '给答复', at: '2026-11-13T15:00:00+08:00', side: 'them' },
  });
  mei.hears('已记下对方答应的：给答复');
  expect((await db().opportunity.findUniqueOrThrow({ where: { id } })).nextStep).toBeNull();
  await sendIntent(office, 'mei', { name: 'deal.show', input: { deal: `#${id}` } });
  mei.hears('对方答应给答复');
  office.clock.at('2026-11-13T06:50:00Z');
  await office.jobs();
  mei.hears('分钟后', '对方电子', '对方答应给答复');
  office.clock.at('2026-11-13T07:01:00Z');
  await office.jobs();
  mei.hears('到时间了', '对方答应给答复');
  await sendIntent(office, 'mei', { name: 'plan.today', input: {} });
  mei.hears('对方电子：对方答应给答复');
  office.clock.at('2026-11-15T02:00:00Z');
  await office.jobs();
  mei.hears('对方还没兑现');
  office.clock.at(thursday);
});

test('in English they promised it, and a Saturday is kept and told', async () => {
  await dealOf('Northwind', dana);
  await sendIntent(office, 'dana', {
    name: 'task.add',
    input: { who: 'Northwind', what: 'sign', at: '2026-12-05T18:00:00-05:00', side: 'them' },
  });
  dana.hears('They promised: sign', 'Sat, Dec 5, 6:00 PM', 'Dec 5 is a Saturday');
  await sendIntent(office, 'dana', {
    name: 'task.add',
    input: { who: 'Northwind', what: 'lunch', at: '2026-11-18T12:00:00-05:00', kind: 'meeting' },
  });
  dana.hears('Appointment: lunch', 'With', 'Northwind', 'Wed, Nov 18, 12:00 PM');
  expect(await newest()).toMatchObject({ kind: 'meeting', wallTime: '2026-11-18 12:00', zone: 'America/New_York' });
});

test('weekends and holidays are told, working Saturdays are not', async () => {
  await dealOf('假日电子');
  const add = (at: string) =>
    sendIntent(office, 'mei', { name: 'task.add', input: { who: '假日电子', what: '拜访', at, kind: 'meeting' } });
  await add('2026-12-05T09:00:00+08:00');
  mei.hears('已约：拜访', '12月5日周六 9:00', '12月5日是周六');
  office.clock.at('2026-09-01T02:00:00Z');
  await add('2026-10-01T09:00:00+08:00');
  mei.hears('10月1日（周四）是节假日');
  await add('2026-10-10T09:00:00+08:00');
  mei.hears('10月10日周六');
  mei.hearsNot('10月10日是周六');
  office.clock.at(thursday);
});

test('a task about nobody is one of the plan, with its reminder', async () => {
  await sendIntent(office, 'lei', { name: 'task.add', input: { what: '交周报', at: '2026-11-12T18:00:00+08:00' } });
  lei.hears('已记待办：交周报', '11月12日周四 18:00');
  expect(await newest()).toMatchObject({ ownerId: lei.id, customerId: null, opportunityId: null, leadId: null });
  office.clock.at('2026-11-12T10:01:00Z');
  await office.jobs();
  lei.hears('到时间了 · 交周报');
  office.clock.at(thursday);
});

test('a manager plans for whoever has the record, in that one’s own time; another team may not', async () => {
  const id = await lead(office, mei, '替人电子');
  await sendIntent(office, 'boss', {
    name: 'task.add',
    input: { who: `#${id}`, what: '回电', at: '2026-11-13T15:00:00+08:00' },
  });
  boss.hears('替人电子');
  expect(await newest()).toMatchObject({ ownerId: mei.id, leadId: id });
  const count = await db().touch.count();
  await sendIntent(office, 'lei', {
    name: 'task.add',
    input: { who: `#${id}`, what: '回电', at: '2026-11-13T15:00:00+08:00' },
  });
  lei.hears('别人在跟', '陈梅');
  expect(await db().touch.count()).toBe(count);
});

test('a time that is over is refused as a person would write it', async () => {
  const count = await db().touch.count();
  const input = { what: '回电', at: '2026-11-11T15:00:00+08:00' };
  await sendIntent(office, 'mei', { name: 'task.add', input });
  mei.hears('时间已经过了', '11月11日周三 15:00');
  mei.hearsNot('T15');
  await sendIntent(office, 'dana', { name: 'task.add', input });
  dana.hears('That time is over', 'Wed, Nov 11, 2:00 AM');
  expect(await db().touch.count()).toBe(count);
});

test('what is planned after the end of a deal is planned with its customer, and reminded of', async () => {
  const id = await dealOf('赢单电子', mei, { status: 'won', stage: 'won', closedAt: new Date(thursday) });
  await sendIntent(office, 'mei', {
    name: 'task.add',
    input: { who: `#${id}`, what: '回访', at: '2026-11-12T18:00:00+08:00' },
  });
  expect(await newest()).toMatchObject({ opportunityId: null, what: '回访' });
  office.clock.at('2026-11-12T10:01:00Z');
  await office.jobs();
  mei.hears('到时间了', '赢单电子', '回访');
  office.clock.at(thursday);
});
