import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { answerTo, contact, customer, lead } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let lei: Someone;
let boss: Someone;
let admin: Someone;
let dana: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  admin = await office.hire({ key: 'admin', name: '林静', role: 'admin' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  await lead(office, mei, '电话一号', { name: '王一', phone: '+8613800000001' });
  await lead(office, mei, '电话二号', { name: '王二', phone: '+8613800000002' });
  await lead(office, mei, '没留电话', { name: '王三' });
  await lead(office, mei, '公海电话', { name: '王四', phone: '+8613800000004', status: 'pool' });
  await lead(office, lei, '同组电话', { name: '李一', phone: '+8613900000001' });
  await lead(office, dana, 'Northwind', { name: 'Sam', phone: '+12125550100' });
  const company = await customer(office, mei, '客户电话');
  await contact(office, company, '赵总', { phone: '+8613700000001' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const exported = (input: Omit<Extract<Intent, { name: 'phones.export' }>['input'], never> = {}): Intent => ({
  name: 'phones.export',
  input,
});
const noted = () => db().command.count({ where: { intent: 'phones.export' } });

test('asked first with how many and whose; no number is shown and nothing is noted yet', async () => {
  await sendIntent(office, 'mei', exported());
  mei.hears('要导出 2 个人的电话吗', '写进这个对话', '线索 · 你自己的');
  mei.hearsNot('138');
  expect(await noted()).toBe(0);
  expect((await answerTo(office, mei, exported())).asks).toMatchObject(
    exported({ of: 'leads', whose: 'mine', sure: true }),
  );
});

test('confirmed, name, company and number stand in a table, and it is noted for good', async () => {
  await sendIntent(office, 'mei', exported({ sure: true }));
  mei.hears('2 个人的电话', '王一', '电话一号', '138 0000 0001', '王二', '已留下记录');
  mei.hearsNot('王三', '王四', '李一', '撤销');
  expect(await noted()).toBe(1);
  const command = await db().command.findFirstOrThrow({
    where: { intent: 'phones.export' },
    include: { journal: true },
  });
  expect(command.personId).toBe(mei.id);
  expect(command.journal.map((row) => [row.field, row.new])).toContainEqual(['note', 'leads mine 2']);
  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  mei.hears('撤销不了', '收不回来');
  expect(await db().activity.count({ where: { channel: 'export', removedAt: null } })).toBe(1);
});

test('a rep takes their own only, a manager the team’s, an admin all', async () => {
  await sendIntent(office, 'mei', exported({ whose: 'team', sure: true }));
  mei.hears('权限不够');
  await sendIntent(office, 'boss', exported({ whose: 'all', sure: true }));
  boss.hears('权限不够');
  await sendIntent(office, 'boss', exported({ sure: true }));
  boss.hears('王一', '李一');
  boss.hearsNot('Sam');
  await sendIntent(office, 'admin', exported());
  admin.hears('4 个人', '全公司的');
  await sendIntent(office, 'admin', exported({ sure: true }));
  admin.hears('王一', '李一', 'Sam', '+12125550100');
});

test('contacts of customers too, and nobody is said', async () => {
  await sendIntent(office, 'mei', exported({ of: 'customers' }));
  mei.hears('1 个人', '客户联系人');
  await sendIntent(office, 'mei', exported({ of: 'customers', sure: true }));
  mei.hears('赵总', '客户电话', '137 0000 0001');
  await sendIntent(office, 'lei', exported({ of: 'customers', sure: true }));
  lei.hears('没有留电话的人');
});

test('never where a group reads along, neither asked nor done', async () => {
  for (const input of [{}, { sure: true }])
    await expect(answerTo(office, mei, exported(input), { conversation: 'group' })).rejects.toMatchObject({
      code: 'direct-only',
    });
});

test('in English', async () => {
  await sendIntent(office, 'dana', exported());
  dana.hears('phone number of 1 person', 'written into this chat', 'your own');
  await sendIntent(office, 'dana', exported({ sure: true }));
  dana.hears('1 phone number', 'Northwind', '+12125550100', 'noted');
  await sendIntent(office, 'dana', { name: 'undo', input: {} });
  dana.hears("Can't undo that", 'cannot be taken back');
});

test('at most two hundred, in messages every platform can show, all of them', async () => {
  const take = await office.bot.app.ids.take(230);
  const at = office.clock.now();
  const rows = Array.from({ length: 230 }, (_, n) => ({
    ...{ id: take(), name: `多${n}`, phone: `+86135${String(n).padStart(8, '0')}`, company: `多人${n}号` },
    ...{ grade: 'C', playbookVersion: 1, ownerId: lei.id, createdById: lei.id, createdAt: at },
  }));
  await db().lead.createMany({ data: rows });
  await sendIntent(office, 'lei', exported());
  lei.hears('200 个人', '共 231 个');
  const before = lei.all().length;
  await sendIntent(office, 'lei', exported({ sure: true }));
  const told = lei.all().slice(before);
  expect(told).toHaveLength(5);
  const text = told.map((one) => one.text).join('\n');
  expect(new Set(text.match(/135 \d{4} \d{4}/g)).size).toBe(200);
  expect(told.at(-1)?.text).toContain('第 5 部分，共 5 部分');
});

test('said with something else the numbers are there too, and undo takes back the rest', async () => {
  await sendIntent(office, 'mei', {
    name: 'several',
    input: { parts: [{ name: 'profile.update', input: { who: '没留电话', city: '无锡' } }, exported()] },
  });
  await mei.presses('确认');
  const said = mei
    .all()
    .slice(-2)
    .map(({ text }) => text);
  expect(said.join('\n')).toMatch(/无锡[\s\S]*王一[\s\S]*138 0000 0001/);
  await mei.says('撤销');
  mei.hears('已撤销', '城市');
});
