import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { answerTo, contact, customer, deal, lead } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let lei: Someone;
let dana: Someone;
let admin: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  admin = await office.hire({ key: 'admin', name: '林静', role: 'admin' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const note = (key: string, input: Parameters<typeof profile>[0]) => sendIntent(office, key, profile(input));
const profile = (input: { who: string; contact?: string; headcount?: number } & Record<string, string | number>) =>
  ({ name: 'profile.update', input }) as const;
const readLead = (id: number) => db().lead.findUniqueOrThrow({ where: { id } });

test('what becomes known of a lead is kept, graded anew, shown old → new and taken back', async () => {
  const id = await lead(office, mei, '资料精密', { city: '苏州', grade: 'D' });
  await note('mei', { who: '资料精密', phone: '139 1234 5678', city: '无锡', industry: '制造业', headcount: 800 });
  mei.hears('已更新资料：资料精密', '139 1234 5678', '无锡', '苏州', '制造业', '800', '评级');
  const known = await readLead(id);
  expect(known).toMatchObject({ phone: '+8613912345678', city: '无锡', industry: 'manufacturing', headcount: 800 });
  expect(known.grade).not.toBe('D');
  expect(known.gradeReasons).not.toEqual([]);
  await mei.presses('撤销');
  mei.hears('已撤销');
  expect(await readLead(id)).toMatchObject({ phone: null, city: '苏州', industry: null, headcount: null, grade: 'D' });
});

test('a lead without a name gets one and is found by it; one that has a name keeps it', async () => {
  const id = await lead(office, mei, '无名精密');
  await note('mei', { who: '无名精密', contact: '司马相如', title: '厂长' });
  mei.hears('无名精密 · 司马相如', '职位', '厂长');
  expect(await readLead(id)).toMatchObject({ name: '司马相如', title: '厂长' });
  await note('mei', { who: '司马相如', contact: '诸葛孔明', wechat: 'zg001' });
  expect(await readLead(id)).toMatchObject({ name: '司马相如', wechat: 'zg001' });
});

test('of a customer: what is the company’s stands on it, what is a person’s on the contact of that name', async () => {
  const company = await customer(office, mei, '客户精密');
  await deal(office, mei, company, '客户精密');
  const wang = await contact(office, company, '王总', { phone: '+8613800000000' });
  await note('mei', { who: '客户精密', contact: '王总', phone: '13912345678', headcount: 200, city: '昆山' });
  mei.hears('客户精密 · 王总', '139 1234 5678', '138 0000 0000', '200', '昆山');
  mei.hearsNot('新建');
  expect(await db().customer.findUniqueOrThrow({ where: { id: company } })).toMatchObject({
    headcount: 200,
    city: '昆山',
  });
  expect((await db().contact.findUniqueOrThrow({ where: { id: wang } })).phone).toBe('+8613912345678');
  await note('mei', { who: '客户精密', contact: '李工', email: 'Li@Example.com' });
  mei.hears('客户精密 · 李工', 'li@example.com', '联系人是新建的');
  await mei.presses('撤销');
  mei.hears('联系人已移除');
  expect(await db().contact.count({ where: { customerId: company, removedAt: null } })).toBe(1);
});

test('only a person named means that contact, by the number too', async () => {
  const company = await customer(office, mei, '人找精密');
  const id = await contact(office, company, '东方朔');
  await note('mei', { who: '东方朔', phone: '13912340001' });
  mei.hears('人找精密 · 东方朔', '139 1234 0001');
  await note('mei', { who: `#${id}`, title: '采购' });
  expect(await db().contact.findUniqueOrThrow({ where: { id } })).toMatchObject({
    phone: '+8613912340001',
    title: '采购',
  });
});

test('two of one name are asked about, and the one chosen is the one noted', async () => {
  const [one, other] = [await customer(office, mei, '重名一厂'), await customer(office, mei, '重名二厂')];
  await contact(office, one, '公孙胜');
  const second = await contact(office, other, '公孙胜');
  await note('mei', { who: '公孙胜', phone: '13912340002' });
  mei.hears('是哪一个', '重名一厂', '重名二厂');
  await mei.presses('2. 重名二厂 · 公孙胜');
  mei.hears('重名二厂 · 公孙胜', '139 1234 0002');
  expect((await db().contact.findUniqueOrThrow({ where: { id: second } })).phone).toBe('+8613912340002');
});

test('a number without a name is the only contact’s; with none or several it is asked whose it is', async () => {
  const company = await customer(office, mei, '谁的精密');
  await note('mei', { who: '谁的精密', phone: '13912340003' });
  mei.hears('是谁的联系方式', '还没有联系人');
  const id = await contact(office, company, '刘备');
  await note('mei', { who: '谁的精密', phone: '13912340003' });
  mei.hears('谁的精密 · 刘备');
  expect((await db().contact.findUniqueOrThrow({ where: { id } })).phone).toBe('+8613912340003');
  await contact(office, company, '关羽');
  await note('mei', { who: '谁的精密', phone: '13912340004' });
  mei.hears('是谁的联系方式', '刘备、关羽');
});

test('a lead that became a customer means the customer', async () => {
  const company = await customer(office, mei, '转化精密');
  const id = await lead(office, mei, '转化精密', { status: 'converted', customerId: company });
  await note('mei', { who: `#${id}`, city: '常州' });
  expect((await db().customer.findUniqueOrThrow({ where: { id: company } })).city).toBe('常州');
});

test('who works a deal may note what is known of its customer; others may not', async () => {
  const company = await customer(office, mei, '共跟精密');
  const sun = await contact(office, company, '孙权');
  await deal(office, lei, company, '共跟二期');
  await note('lei', { who: '孙权', phone: '13912340005' });
  lei.hears('共跟精密 · 孙权');
  expect((await db().contact.findUniqueOrThrow({ where: { id: sun } })).phone).toBe('+8613912340005');
  const other = await lead(office, mei, '别人精密');
  await note('lei', { who: `#${other}`, city: '上海' });
  lei.hears('别人在跟', '陈梅');
  await note('admin', { who: `#${other}`, city: '上海' });
  admin.hears('上海');
});

test('what is no phone, e-mail or head count is refused and nothing is written; the same again changes nothing', async () => {
  const id = await lead(office, dana, 'Blue Harbor', { phone: '+12125550100' });
  await note('dana', { who: 'Blue Harbor', phone: '12' });
  dana.hears('phone number is not right');
  await note('dana', { who: 'Blue Harbor', email: 'nobody', city: 'Boston' });
  dana.hears('e-mail is not right');
  await note('dana', { who: 'Blue Harbor', headcount: 99_999_999_999 });
  dana.hears('People');
  expect(await readLead(id)).toMatchObject({ phone: '+12125550100', city: null, version: 1 });
  await note('dana', { who: 'Blue Harbor', phone: '(212) 555-0100' });
  dana.hears('like that already');
  await note('dana', { who: 'Blue Harbor', title: 'CFO', phone: '(212) 555-0199' });
  dana.hears('Updated: Blue Harbor', 'Position', 'CFO', '+12125550199', '+12125550100');
});

test('where a group reads along, numbers are masked', async () => {
  await lead(office, mei, '群里精密', { phone: '+8613811112222' });
  const answer = await answerTo(office, mei, profile({ who: '群里精密', phone: '13933334444' }), {
    conversation: 'group',
  });
  const shown = JSON.stringify(answer.card.blocks[0]);
  expect(shown).toContain('139 **** 4444');
  expect(shown).toContain('138 **** 2222');
});

test("what belongs to somebody else does not take the place of the lead's own", async () => {
  const id = await lead(office, mei, '一人精密', { name: '王一', phone: '+8613700000001' });
  await note('mei', { who: '一人精密', contact: '李总', phone: '13733334444' });
  mei.hears('是谁的联系方式', '王一');
  expect(await readLead(id)).toMatchObject({ phone: '+8613700000001' });
  await note('mei', { who: '一人精密', contact: '王总', phone: '13733334444' });
  expect(await readLead(id)).toMatchObject({ phone: '+8613733334444' });
});

test('of many people of one name, one’s own are meant, then those of the team; nobody else’s', async () => {
  const company = (owner: Someone, name: string) => customer(office, owner, name);
  for (let n = 0; n < 3; n += 1) await contact(office, await company(dana, `别组公司${n}`), '欧阳总');
  await note('mei', { who: '欧阳总', city: '苏州', email: 'wang@example.com' });
  mei.hears('Dana');
  const teams = await contact(office, await company(lei, '同组公司'), '欧阳总');
  await note('mei', { who: '欧阳总', email: 'wang@example.com' });
  mei.hears('王磊');
  const own = await contact(office, await company(mei, '自己公司'), '欧阳总');
  for (let n = 25; n < 50; n += 1) await contact(office, await company(dana, `别组公司${n}`), '欧阳总');
  await note('mei', { who: '欧阳总', email: 'wang@example.com' });
  mei.hears('自己公司');
  // Written after many of others: it is asked about all the same.
  await contact(office, await company(mei, '自己另一家'), '欧阳总');
  await note('mei', { who: '欧阳总', email: 'other@example.com' });
  mei.hears('是哪一个', '自己公司', '自己另一家');
  mei.hearsNot('别组', '同组');
  const known = await db().contact.findMany({ where: { email: { not: null }, name: '欧阳总' } });
  expect(known.map(({ id }) => id)).toEqual([own]);
  expect(teams).not.toBe(own);
});
