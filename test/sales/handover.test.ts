import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { contact, customer, deal, lead, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('the hand-over card on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let dana: Someone;
  let tom: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    const east = { role: 'rep', team: 'East', language: 'en', zone: 'America/New_York' } as const;
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', ...east });
    tom = await office.hire({ key: 'tom', name: 'Tom Lee', ...east });
  });
  beforeEach(() => office.clock.at(thursday));
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const give = (key: string, deal: string, to: string) =>
    sendIntent(office, key, { name: 'deal.give', input: { deal, to } });
  const story = async (name: string) => {
    const company = await customer(office, mei, name);
    const id = await deal(office, mei, company, name, { amount: '800000', facts: {} });
    await contact(office, company, '王总', { title: '总经理', phone: '+8613862011234' });
    await mei.says(`给${name}王总打了电话 有意向`);
    office.clock.at('2026-11-13T02:00:00Z');
    await mei.says(`拜访了${name} 嫌贵`);
    office.clock.at('2026-11-16T02:00:00Z');
    await mei.says(`微信联系${name}没回`);
    await mei.says(`下周五给${name}发报价`);
    const about = { customerId: company, opportunityId: id };
    await touch(office, mei, about, { what: '答复', side: 'them', dueAt: new Date('2026-11-20T09:00:00Z') });
    await touch(office, mei, about, { what: '演示', kind: 'meeting', dueAt: new Date('2026-11-19T07:00:00Z') });
    return { company, id };
  };
  const card = [
    /我们答应的、约好的[\s\S]*演示[\s\S]*11月19日周四 15:00/,
    /发报价[\s\S]*11月27日周五/,
    /对方答应的[\s\S]*对方答应答复[\s\S]*11月20日周五 17:00/,
    /最近三次[\s\S]*微信 · 没回音[\s\S]*拜访[\s\S]*嫌贵[\s\S]*电话/,
    /近五次[\s\S]*有意向 → 有顾虑 → 没回音/,
    /还不知道[\s\S]*痛点/,
    /接下来[\s\S]*11月/,
    '王总',
  ];

  test('on request it tells promises with their dates, the last touches, the tone, people and what is not known', async () => {
    await story('恒通精密');
    await mei.says('恒通精密交接卡');
    mei.hears('交接卡：恒通精密', '138 6201 1234', ...card);
    await lei.says('恒通精密交接卡');
    lei.hears('交接卡：恒通精密', '138 **** 1234', ...card);
  });

  test('who is given a deal gets it; nothing of it is lost or re-dated', async () => {
    const { id, company } = await story('宏达电子');
    const read = async () => ({
      deal: await db().opportunity.findUniqueOrThrow({ where: { id } }),
      touches: await db().touch.findMany({ where: { opportunityId: id, removedAt: null }, orderBy: { id: 'asc' } }),
      activities: await db().activity.findMany({ where: { customerId: company }, orderBy: { id: 'asc' } }),
      contacts: await db().contact.findMany({ where: { customerId: company }, orderBy: { id: 'asc' } }),
    });
    const before = await read();
    expect(before.touches.filter((one) => one.state === 'open')).toHaveLength(4);
    await give('mei', '宏达电子', '王磊');
    mei.hears('宏达电子 已转给王磊', '待办 4 件');
    lei.hears('陈梅把 宏达电子 转给你了', '138 6201 1234', ...card);
    const after = await read();
    const kept = <T extends { version: number }>({ version: _, ...rest }: T) => ({ ...rest, ownerId: 0 });
    expect({ ...after, deal: kept(after.deal), touches: after.touches.map(kept) }).toEqual({
      ...before,
      deal: kept(before.deal),
      touches: before.touches.map(kept),
    });
    const open = after.touches.filter((one) => one.state === 'open');
    expect(open.every((one) => one.ownerId === lei.id)).toBe(true);
    office.clock.at('2026-11-19T07:00:30Z');
    await office.jobs();
    lei.hears('宏达电子', '演示', '最近联系');
  });

  test('of a customer with several deals each card is a tap away', async () => {
    const company = await customer(office, mei, '两单实业');
    await deal(office, mei, company, '两单一期');
    await deal(office, mei, company, '两单二期');
    await give('mei', `#${company}`, '王磊');
    await mei.presses('确认');
    lei.hears('两单一期', '两单二期', '交接卡');
    await lei.presses('交接卡');
    lei.hears(/交接卡：两单[一二]期/);
  });

  test('a lead and an unknown name are answered, too', async () => {
    await lead(office, mei, '远山仪器');
    await mei.says('远山仪器交接卡');
    mei.hears('交接卡：远山仪器');
    await mei.says('没有这家交接卡');
    mei.hears('没找到');
  });

  test('in English: on request and with the deal', async () => {
    office.clock.at('2026-11-12T15:00:00Z');
    const company = await customer(office, dana, 'Northwind');
    await deal(office, dana, company, 'Northwind', { amount: '60000', currency: 'USD' });
    await dana.says('called Northwind, they like it');
    await dana.says('send the quote to Northwind next Friday');
    await dana.says('hand-over of Northwind');
    const told = [
      /Promised or agreed by us[\s\S]*send the quote[\s\S]*Nov 20/,
      /Last three touches[\s\S]*call/i,
      'Not known yet',
    ];
    dana.hears('Hand-over: Northwind', ...told);
    await give('dana', 'Northwind', 'Tom Lee');
    tom.hears('Dana Ruiz handed Northwind over to you', ...told);
  });
});
