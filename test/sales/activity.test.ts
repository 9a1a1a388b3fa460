import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { answerTo, contact, customer, deal, lead, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let dana: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  dana = await office.hire({ key: 'dana', name: 'Dana', role: 'rep', team: '华东组', language: 'en' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const last = () => db().activity.findFirstOrThrow({ orderBy: { id: 'desc' } });
const open = (opportunityId: number) =>
  db().touch.findMany({ where: { opportunityId, state: 'open', removedAt: null }, orderBy: { id: 'asc' } });

async function dealOf(name: string, more: Record<string, unknown> = {}) {
  const customerId = await customer(office, mei, name);
  return { customerId, id: await deal(office, mei, customerId, name, more) };
}

test('several people in one talk are kept together and read back in the language of the reader', async () => {
  const { id } = await dealOf('三人电子');
  await sendIntent(office, 'mei', {
    name: 'activity.log',
    input: { who: `#${id}`, channel: 'visit', contacts: ['王总', '李工'] },
  });
  mei.hears('已记录拜访：三人电子', '王总、李工', '建议下一步');
  expect((await last()).contactName).toBe('王总, 李工');
  await sendIntent(office, 'dana', { name: 'deal.show', input: { deal: `#${id}` } });
  dana.hears('王总, 李工');
  await sendIntent(office, 'mei', { name: 'deal.show', input: { deal: `#${id}` } });
  mei.hears('王总、李工');
});

test('a record found by the name of a person there is an activity with that person', async () => {
  const { customerId } = await dealOf('人名电子');
  await contact(office, customerId, '欧阳修文');
  await sendIntent(office, 'mei', { name: 'activity.log', input: { who: '欧阳修文', channel: 'call' } });
  mei.hears('已记录电话：人名电子', '欧阳修文');
  expect((await last()).contactName).toBe('欧阳修文');
});

test('what happened yesterday is written down for yesterday, and the last touch only moves forward', async () => {
  const { id, customerId } = await dealOf('昨天电子', { lastTouchAt: new Date('2026-11-11T10:00:00Z') });
  const log = (at: string) =>
    sendIntent(office, 'mei', { name: 'activity.log', input: { who: `#${id}`, channel: 'visit', at } });
  await log('2026-11-11T09:00:00+08:00');
  mei.hears('昨天 9:00');
  expect((await last()).at.toISOString()).toBe('2026-11-11T01:00:00.000Z');
  const read = () => db().opportunity.findUniqueOrThrow({ where: { id } });
  expect((await read()).lastTouchAt?.toISOString()).toBe('2026-11-11T10:00:00.000Z');
  const company = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  expect(company.lastTouchAt).toEqual(new Date(thursday));
  await log('2026-11-12T09:00:00+08:00');
  expect((await read()).lastTouchAt?.toISOString()).toBe('2026-11-12T01:00:00.000Z');
});

test('a visit of yesterday does not finish what is to be done today', async () => {
  const { id } = await dealOf('今天电子');
  const today = await touch(office, mei, { opportunityId: id }, { dueAt: new Date('2026-11-12T06:00:00Z') });
  const before = await touch(office, mei, { opportunityId: id }, { dueAt: new Date('2026-11-11T06:00:00Z') });
  await sendIntent(office, 'mei', {
    name: 'activity.log',
    input: { who: `#${id}`, channel: 'visit', at: '2026-11-11T09:00:00+08:00' },
  });
  const states = await db().touch.findMany({ where: { id: { in: [today, before] } }, orderBy: { id: 'asc' } });
  expect(states.map((one) => one.state)).toEqual(['open', 'done']);
});

test('what is still to come or long over did not happen: refused in words, nothing written', async () => {
  const { id } = await dealOf('未来电子');
  const count = await db().activity.count();
  const log = (key: string, at: string) =>
    sendIntent(office, key, { name: 'activity.log', input: { who: `#${id}`, channel: 'call', at } });
  await log('mei', '2026-11-13T09:00:00+08:00');
  mei.hears('时间不对', '11月13日周五 9:00', '还没到');
  await log('mei', '2025-10-01T09:00:00+08:00');
  mei.hears('2025年10月1日', '一年多');
  expect(await db().activity.count()).toBe(count);
  await log('mei', '2026-11-12T10:03:00+08:00');
  mei.hears('已记录电话');
  expect((await last()).at).toEqual(new Date(thursday));
});

test('nothing is proposed when the same sentence plans what comes next, and what the cadence had planned goes', async () => {
  const { id } = await dealOf('计划电子');
  const cadence = await touch(office, mei, { opportunityId: id }, { origin: 'cadence' });
  const intent = { name: 'activity.log', input: { who: `#${id}`, channel: 'call' } } as const;
  const answer = await answerTo(office, mei, intent, { planned: true });
  expect(JSON.stringify(answer.card)).not.toContain('建议下一步');
  expect(JSON.stringify(answer.card)).not.toContain('明天再说');
  const touches = answer.plan?.changes.filter((one) => one.entity === 'Touch') ?? [];
  expect(touches).toMatchObject([{ id: cadence, fields: { state: ['open', 'skipped'] } }]);
  await sendIntent(office, 'mei', intent);
  mei.hears('建议下一步');
  expect(await open(id)).toMatchObject([{ origin: 'cadence' }]);
});

test('a lead in the pool is claimed before it is worked', async () => {
  const id = await lead(office, mei, '公海电话', { status: 'pool' });
  await sendIntent(office, 'mei', { name: 'activity.log', input: { who: `#${id}`, channel: 'call' } });
  mei.hears('在公海里', `领取线索 #${id}`);
});
