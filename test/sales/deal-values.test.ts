import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let dana: Someone;
let lei: Someone;
let admin: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'manager', team: '华东组' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: '华东组', language: 'en' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华南组' });
  admin = await office.hire({ key: 'admin', name: '林静', role: 'admin' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;

async function dealOf(name: string, owner = mei) {
  return deal(office, owner, await customer(office, owner, name), name);
}

test('odds and discount are kept to three decimals, shown as percent, old → new, and taken back', async () => {
  const id = await dealOf('把握电子');
  const update = (input: { odds?: number; discount?: number }, key = 'mei') =>
    sendIntent(office, key, { name: 'deal.update', input: { deal: `#${id}`, ...input } });
  const read = async () => {
    const { odds, discount } = await db().opportunity.findUniqueOrThrow({ where: { id } });
    return [odds, discount].map((one) => one?.toFixed(3) ?? null);
  };
  await update({ odds: 0.7, discount: 0.15 });
  mei.hears('把握', '70%', '优惠', '15%（85折）');
  expect(await read()).toEqual(['0.700', '0.150']);
  await update({ odds: 0.7, discount: 0.1 });
  mei.hears('10%（9折）', '15%（85折）');
  mei.hearsNot('把握 ');
  expect(await read()).toEqual(['0.700', '0.100']);
  await update({ odds: 0.7 });
  mei.hears('没有改动');
  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  mei.hears('已撤销', '15%（85折）');
  expect(await read()).toEqual(['0.700', '0.150']);
  await sendIntent(office, 'dana', { name: 'deal.show', input: { deal: `#${id}` } });
  dana.hears('Odds', '70%', 'Discount', '15% off');
});

test('an expected close on a day off is kept and told', async () => {
  const id = await dealOf('周末电子');
  await sendIntent(office, 'mei', { name: 'deal.update', input: { deal: `#${id}`, closeOn: '2026-12-05' } });
  mei.hears('已更新', '12月5日是周六');
  await sendIntent(office, 'mei', {
    name: 'deal.update',
    input: { deal: `#${id}`, facts: { close_on: '2026-12-06' } },
  });
  mei.hears('12月6日是周日');
  await sendIntent(office, 'mei', { name: 'deal.update', input: { deal: `#${id}`, closeOn: '2026-12-07' } });
  mei.hearsNot('是周');
  await sendIntent(office, 'mei', { name: 'deal.open', input: { customer: '周末开单', closeOn: '2026-12-05' } });
  mei.hears('已开商机', '12月5日是周六');
  await sendIntent(office, 'mei', {
    name: 'deal.move',
    input: { deal: `#${id}`, stage: 'solution', facts: { pain: '交期', close_on: '2026-12-12' } },
  });
  mei.hears('方案沟通', '12月12日是周六');
});

test('the deals of one colleague are for their team and admins to see, page by page', async () => {
  for (let n = 0; n < 12; n++) await dealOf(`南方${n}号`, lei);
  await dealOf('东方一号');
  await sendIntent(office, 'lei', { name: 'deal.list', input: { person: '王磊' } });
  lei.hears('王磊', '南方11号');
  lei.hearsNot('东方', '南方1号');
  await lei.presses('更多');
  lei.hears('南方1号', '南方0号');
  lei.hearsNot('东方');
  await sendIntent(office, 'dana', { name: 'deal.list', input: { person: '陈梅' } });
  dana.hears('Deals · 陈梅', '东方一号');
  await sendIntent(office, 'mei', { name: 'deal.list', input: { person: '王磊' } });
  mei.hears('王磊');
  mei.hearsNot('南方');
  await sendIntent(office, 'admin', { name: 'deal.list', input: { person: '王磊' } });
  admin.hears('南方11号');
  await sendIntent(office, 'admin', { name: 'deal.list', input: { person: '查无此人' } });
  admin.hears('没找到同事');
});
