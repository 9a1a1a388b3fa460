import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';

let office: Office;
let mei: Someone;
let boss: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const days = (from: Date, n: number) => new Date(from.getTime() + n * 86_400_000);
const count = (who: Someone, text: RegExp) => who.all().filter((heard) => text.test(heard.text)).length;

test('a customer is brought back again after each time the touch was done', async () => {
  office.clock.at('2026-11-16T02:30:00Z');
  const customerId = await office.customer('轮回公司', mei, { tier: 'A' });
  const every = office.bot.app.playbook.tiers.find((tier) => tier.key === 'A')?.touchEveryDays ?? 0;
  for (const round of [1, 2]) {
    for (let day = 0; day < every + 5; day++) {
      office.clock.at(days(office.clock.now(), 1).toISOString());
      await office.jobs();
      if (count(mei, /该回访了：轮回公司/) === round) break;
    }
    expect(count(mei, /该回访了：轮回公司/)).toBe(round);
    await mei.presses('完成');
    mei.hears('已完成');
    const { lastTouchAt } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
    expect(lastTouchAt).toEqual(office.clock.now());
  }
});

test('who has just ordered is not expected to order', async () => {
  const customerId = await office.customer('刚买过', mei, { tier: 'C' });
  office.clock.at('2026-12-08T16:30:00Z');
  const now = office.clock.now();
  const take = await office.bot.app.ids.take(4);
  const order = (n: number) => ({ id: take(), customerId, amount: '100', at: days(now, n) });
  await db().order.createMany({ data: [order(-84), order(-54), order(-24)] });
  await office.jobs();
  expect(await db().reminder.count({ where: { kind: 'repurchase', subject: `customer:${customerId}` } })).toBe(1);
  office.clock.at('2026-12-09T00:30:00Z');
  await db().order.create({ data: order(0) });
  office.clock.at('2026-12-09T02:30:00Z');
  await office.jobs();
  expect(count(mei, /可能要复购了：刚买过/)).toBe(0);
});

test('who is no manager any more gets no digest, and it is settled', async () => {
  office.clock.at('2026-12-10T08:00:00Z');
  await office.jobs();
  await db().person.update({ where: { id: boss.id }, data: { role: 'rep' } });
  office.clock.at('2026-12-10T10:10:00Z');
  await office.jobs();
  const row = await db().reminder.findFirstOrThrow({
    where: { kind: 'digest', personId: boss.id, occurrence: '2026-12-10' },
  });
  expect(row.state).toBe('dropped');
});
