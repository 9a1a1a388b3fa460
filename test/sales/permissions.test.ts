import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { slackSurface } from '../support/slack-surface.ts';

let office: Office;
let mei: Someone;
let lei: Someone;
let admin: Someone;

beforeAll(async () => {
  office = await openOffice(await slackSurface({ mode: 'http' }));
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华南组' });
  admin = await office.hire({ key: 'admin', name: '林静', role: 'admin' });
});
afterAll(() => office.close());

const inGroup = async (key: string, text: string) => {
  await office.surface.saysInGroup(key, 'sales', text);
  await office.bot.settle();
  return office.surface.heardInGroup('sales').at(-1)?.text ?? '';
};

test("a letter does not list another team's deals, and one's own comes before a better name elsewhere", async () => {
  await mei.says('给海川精工开个商机 30万');
  await mei.says('给海川电机开个商机 30万');
  await lei.says('看下海川');
  lei.hearsNot('精工', '电机');
  lei.hears('陈梅');
  await lei.says('给海川精工华南开个商机 10万');
  await lei.says('看下海川');
  lei.hears('海川精工华南', '100,000');
});

test("another team's record is not named to who types its number, and one's own is", async () => {
  await mei.says('给青禾生物开个商机 20万');
  const { id } = await office.bot.app.db.opportunity.findFirstOrThrow({ where: { title: '青禾生物' } });
  const customer = await office.bot.app.db.customer.findFirstOrThrow({ where: { name: '青禾生物' } });
  for (const number of [id, customer.id]) {
    await lei.says(`#${number} 金额改成68万，月底前要报价`);
    lei.hearsNot('青禾');
    lei.hears(`#${number}`);
  }
  await mei.says(`#${id} 金额改成68万，月底前要报价`);
  mei.hears('青禾生物');
});

test("a lead does not lead into another team's customer", async () => {
  await mei.says('新线索 王建国 密云测控 13862011234 预算50w');
  await mei.says('给密云测控开个商机 30万');
  await lei.says('新线索 赵六 密云测控 13900002222');
  await lei.presses('不是同一个，仍然新建');
  await lei.presses('开商机');
  lei.hears('陈梅');
  lei.hearsNot('138 6201 1234');
  expect(await office.bot.app.db.opportunity.count({ where: { ownerId: lei.id, title: '密云测控' } })).toBe(0);
});

test('in a group a phone number is masked and an invitation goes to the admin alone', async () => {
  await mei.says('新线索 孙七 群聊测试 13712345678');
  await mei.says('/lead show 群聊测试');
  mei.hears('137 1234 5678');
  const shown = await inGroup('mei', '/lead show 群聊测试');
  expect(shown).toContain('137 **** 5678');
  const told = await inGroup('admin', '邀请 何光 销售 华东组');
  expect(told).toContain('已邀请何光');
  expect(told).not.toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
  admin.hears(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
});

test('in a group undo takes back what was said there, and shows no whole phone number', async () => {
  await mei.says('新线索 赵六 群里精密 13655556666');
  await mei.says('群里精密赵六手机 13911112222');
  expect(await inGroup('mei', '撤销')).toMatch(/没有可以撤销|没有可撤销|没什么可撤/);
  await inGroup('mei', '群里精密赵六手机 13733334444');
  const undone = await inGroup('mei', '撤销');
  expect(undone).toContain('已撤销');
  expect(undone).not.toMatch(/139 1111 2222|137 3333 4444/);
});
