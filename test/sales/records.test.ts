import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOn } from '../../bot/carry-on.ts';
import { companyKey } from '../../bot/insight/same.ts';
import type { Intent } from '../../bot/intents.ts';
import { Refusal } from '../../bot/sales/refusal.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let dana: Someone;
let boss: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  dana = await office.hire({
    key: 'dana',
    name: 'Dana Ruiz',
    role: 'rep',
    team: '华东组',
    language: 'en',
    zone: 'America/Los_Angeles',
  });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;

/** Customers by name, written straight into the database. */
async function customers(names: string[]) {
  const take = await office.bot.app.ids.take(names.length);
  const rows = names.map((name) => ({
    id: take(),
    name,
    nameKey: companyKey(name),
    ownerId: mei.id,
    createdAt: office.clock.now(),
    lastTouchAt: office.clock.now(),
  }));
  await db().customer.createMany({ data: rows });
}

test('the exact name is found among any number that contain it', async () => {
  await customers([...Array.from({ length: 80 }, (_, n) => `永康甲${n}店`), '永康']);
  await sendIntent(office, 'mei', { name: 'customer.show', input: { customer: '永康' } });
  expect(mei.last().text.split('\n')[0]).toContain('永康');
  mei.hearsNot('永康甲', '是哪一个');
});

test('the same phone is seen among any number of alike companies, and the same customer is met again', async () => {
  const take = await office.bot.app.ids.take(260);
  const lead = (n: number, phone: string | null) => ({
    id: take(),
    name: `联系人${n}`,
    company: `盛达${n}号`,
    companyKey: companyKey(`盛达${n}号`),
    phone,
    grade: 'C',
    playbookVersion: 1,
    ownerId: mei.id,
    createdById: mei.id,
    createdAt: office.clock.now(),
  });
  await db().lead.createMany({
    data: [...Array.from({ length: 250 }, (_, n) => lead(n, null)), lead(999, '+8613811112222')],
  });
  await mei.says('新线索 钱多 盛达新能 13811112222');
  mei.hears('联系人999');

  await customers([...Array.from({ length: 130 }, (_, n) => `嘉禾${n}号仓`), '嘉禾']);
  await mei.says('新线索 周八 嘉禾 13811113333');
  await mei.presses('不是同一个，仍然新建');
  await mei.presses('开商机');
  expect(await db().customer.count({ where: { name: '嘉禾' } })).toBe(1);
});

test('a button that makes a lead anyway makes one, however often it is pressed', async () => {
  await mei.says('新线索 吴九 双击科技 13811114444');
  await mei.says('新线索 郑十 双击科技 13811115555');
  await mei.presses('不是同一个，仍然新建');
  await mei.presses('不是同一个，仍然新建');
  mei.hears('已经处理过');
  expect(await db().lead.count({ where: { name: '郑十' } })).toBe(1);
});

test('orders in two currencies are not added up', async () => {
  const customerId = await office.customer('两币贸易', mei);
  const take = await office.bot.app.ids.take(2);
  const at = office.clock.now();
  await db().order.createMany({
    data: [
      { id: take(), customerId, amount: '10000', currency: 'CNY', at },
      { id: take(), customerId, amount: '500', currency: 'USD', at },
    ],
  });
  await sendIntent(office, 'mei', { name: 'customer.show', input: { customer: '两币贸易' } });
  mei.hears('¥10,000', 'US$500');
  mei.hearsNot('10,500');
});

test('an answer to "which one?" names the record only, not what else was called so', () => {
  const options = [
    { id: 7, kind: 'customer', label: '王总' },
    { id: 8, kind: 'customer', label: '王总' },
  ];
  const refusal = new Refusal('ambiguous', { what: 'any', name: '王总', options });
  const intent: Intent = { name: 'activity.log', input: { who: '王总', contacts: ['王总'], channel: 'call' } };
  expect(carryOn(refusal, intent, 'zh')).toMatchObject({
    options: [{ intent: { input: { who: '#7', contacts: ['王总'], channel: 'call' } } }, {}],
  });
});

test("a manager who puts a rep's touch off puts it to the rep's morning", async () => {
  const customerId = await office.customer('Westwind', dana);
  const id = await office.bot.app.ids.next();
  await db().touch.create({
    data: {
      id,
      ownerId: dana.id,
      customerId,
      what: 'call',
      origin: 'promise',
      dueAt: new Date(thursday),
      wallTime: '2026-11-11 18:00',
      zone: 'America/Los_Angeles',
      createdAt: new Date(thursday),
    },
  });
  await sendIntent(office, 'boss', { name: 'touch.snooze', input: { touch: `#${id}` } });
  const touch = await db().touch.findUniqueOrThrow({ where: { id } });
  expect(touch.dueAt.toISOString()).toBe('2026-11-12T17:00:00.000Z');
  expect(touch).toMatchObject({ wallTime: '2026-11-12 09:00', zone: 'America/Los_Angeles' });
});

test('a new next step takes the place of the one before it in the plan', async () => {
  await mei.says('给改期电子开个商机 30万');
  const deal = await db().opportunity.findFirstOrThrow({ where: { title: '改期电子' } });
  for (const nextAt of ['2026-11-18T07:00:00Z', '2026-11-20T07:00:00Z']) {
    await sendIntent(office, 'mei', { name: 'deal.update', input: { deal: `#${deal.id}`, nextStep: '演示', nextAt } });
  }
  const open = await db().touch.findMany({ where: { opportunityId: deal.id, origin: 'promise', state: 'open' } });
  expect(open.map((one) => one.dueAt.toISOString())).toEqual(['2026-11-20T07:00:00.000Z']);
});

test('an absurd head count is refused, not an apology', async () => {
  await sendIntent(office, 'mei', { name: 'lead.create', input: { name: '人多', headcount: 99_999_999_999 } });
  mei.hears('人数');
  expect(await db().lead.count({ where: { name: '人多' } })).toBe(0);
});

test('the digest leaves out a move that was taken back', async () => {
  await mei.says('给日报电子开个商机 30万');
  await mei.says('日报电子推进到方案沟通');
  await mei.says('痛点:交期');
  mei.hears('方案沟通');
  await mei.says('撤销');
  mei.hears('已撤销');
  await boss.says('日报');
  boss.hears('今日团队日报');
  boss.hearsNot('日报电子');
});
