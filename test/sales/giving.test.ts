import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal, lead, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let boss: Someone;
let lei: Someone;
let dana: Someone;
let gone: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  gone = await office.hire({ key: 'gone', name: '李走', role: 'rep', team: '华东组' });
  await office.bot.app.db.person.update({ where: { id: gone.id }, data: { active: false } });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const give = (key: string, deal: string, to: string) =>
  sendIntent(office, key, { name: 'deal.give', input: { deal, to } });
const owners = async (ids: { customer?: number; deals?: number[]; touches?: number[] }) => ({
  customer: (await db().customer.findFirst({ where: { id: ids.customer ?? 0 } }))?.ownerId,
  deals: (await db().opportunity.findMany({ where: { id: { in: ids.deals ?? [] } }, orderBy: { id: 'asc' } })).map(
    (one) => one.ownerId,
  ),
  touches: (await db().touch.findMany({ where: { id: { in: ids.touches ?? [] } }, orderBy: { id: 'asc' } })).map(
    (one) => one.ownerId,
  ),
});

test('a deal goes with what is planned for it and its customer; the colleague hears it with the next step; undo gives it back', async () => {
  const company = await customer(office, mei, '枫桥纺织');
  const at = new Date('2026-11-18T07:00:00Z');
  const id = await deal(office, mei, company, '枫桥纺织', { amount: '500000', nextStep: '演示', nextAt: at });
  const mine = await touch(office, mei, { opportunityId: id, customerId: company });
  const done = await touch(office, mei, { opportunityId: id, customerId: company }, { state: 'done' });
  const ids = { customer: company, deals: [id], touches: [mine, done] };
  await give('mei', '枫桥', '王磊');
  mei.hears('枫桥纺织 已转给王磊', '客户', '待办 1 件', '撤销');
  lei.hears('陈梅把 枫桥纺织 转给你了', '需求确认', '¥500,000', '下一步 演示', '11月18日', '看详情');
  expect(await owners(ids)).toEqual({ customer: lei.id, deals: [lei.id], touches: [lei.id, mei.id] });
  await mei.presses('撤销');
  mei.hears('已撤销', '已转回原来的负责人');
  lei.hears('陈梅撤回了转交：枫桥纺织', '不归你跟了');
  expect(await owners(ids)).toEqual({ customer: mei.id, deals: [mei.id], touches: [mei.id, mei.id] });
});

test('one deal of several leaves the customer and the others where they are; the customer named takes all along', async () => {
  const company = await customer(office, mei, '两单实业');
  const first = await deal(office, mei, company, '两单一期');
  const second = await deal(office, mei, company, '两单二期');
  const visit = await touch(office, mei, { customerId: company });
  const ids = { customer: company, deals: [first, second], touches: [visit] };
  await give('mei', '两单一期', '王磊');
  expect(await owners(ids)).toEqual({ customer: mei.id, deals: [lei.id, mei.id], touches: [mei.id] });
  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  await give('boss', `#${company}`, '王磊');
  boss.hears('要把 两单实业 转给王磊吗', '商机 2 个', '两单一期', '两单二期');
  expect(await owners(ids)).toEqual({ customer: mei.id, deals: [mei.id, mei.id], touches: [mei.id] });
  await boss.presses('确认');
  boss.hears('两单实业 已转给王磊', '商机 2 个', '待办 1 件');
  lei.hears('周启明把 两单实业 转给你了', '两单一期', '两单二期');
  expect(await owners(ids)).toEqual({ customer: lei.id, deals: [lei.id, lei.id], touches: [lei.id] });
});

test('a name whose deals are closed means the customer; a closed deal itself is not given away', async () => {
  const company = await customer(office, mei, '已赢实业');
  const id = await deal(office, mei, company, '已赢实业', { status: 'won', stage: 'won' });
  await give('mei', `#${id}`, '王磊');
  mei.hears('已经赢单');
  await give('mei', '已赢实业', '王磊');
  mei.hears('已赢实业 已转给王磊');
  expect(await owners({ customer: company, deals: [id] })).toMatchObject({ customer: lei.id, deals: [mei.id] });
});

test('a lead is handed over too, across teams, and the colleague hears it in their own language', async () => {
  const id = await lead(office, mei, '跨组线索');
  await give('mei', `#${id}`, 'Dana Ruiz');
  dana.hears('陈梅 handed 跨组线索 over to you', 'Details');
  expect((await db().lead.findUniqueOrThrow({ where: { id } })).ownerId).toBe(dana.id);
});

test('only the owner, their manager or an admin gives away; not to who left, nor to who has it', async () => {
  const company = await customer(office, mei, '权限实业');
  const id = await deal(office, mei, company, '权限实业');
  await give('lei', `#${id}`, '王磊');
  lei.hears('别人在跟', '陈梅');
  await give('mei', `#${id}`, '李走');
  mei.hears('李走已离职');
  await give('boss', `#${id}`, '陈梅');
  boss.hears('权限实业', '本来就是陈梅');
  expect(await owners({ customer: company, deals: [id] })).toMatchObject({ customer: mei.id, deals: [mei.id] });
});

test('who has it now is reminded, not who had it when the reminder was written down', async () => {
  const company = await customer(office, mei, '提醒实业');
  const id = await deal(office, mei, company, '提醒实业');
  await touch(office, mei, { opportunityId: id, customerId: company }, { dueAt: new Date('2026-11-12T10:00:00Z') });
  await office.jobs();
  await give('mei', `#${id}`, '王磊');
  office.clock.at('2026-11-12T10:01:00Z');
  await office.jobs();
  lei.hears('到时间了 · 提醒实业', '回电');
  mei.hearsNot('到时间了');
  office.clock.at(thursday);
});
