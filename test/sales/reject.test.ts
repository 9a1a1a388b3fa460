import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('a lead that is none, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const lead = (company: string) => office.bot.app.db.lead.findFirstOrThrow({ where: { company } });

  test('is marked invalid with its reason, leaves the list and its plans, and undo brings all back', async () => {
    await mei.says('新线索 李敏 银杉塑料 13812345678');
    await office.bot.app.names?.refresh();
    const { id } = await lead('银杉塑料');
    await mei.says('把银杉标为无效 空号');
    mei.hears('已标为无效：银杉塑料', '空号', '1 件待办一并取消');
    expect(await lead('银杉塑料')).toMatchObject({ status: 'invalid', invalidReason: '空号' });
    expect(await office.bot.app.db.touch.count({ where: { leadId: id, state: 'open', removedAt: null } })).toBe(0);
    await mei.says('我的线索');
    mei.hearsNot('银杉');
    await mei.says('撤销');
    expect(await lead('银杉塑料')).toMatchObject({ status: 'new', invalidReason: null });
    expect(await office.bot.app.db.touch.count({ where: { leadId: id, state: 'open', removedAt: null } })).toBe(1);
  });

  test('nobody marks a colleague’s, and one that became a customer is none', async () => {
    await mei.says('新线索 王强 青禾包装 13812345670');
    const { id } = await lead('青禾包装');
    await lei.says(`把线索#${id}标为无效 同行`);
    lei.hears('陈梅');
    expect((await lead('青禾包装')).status).toBe('new');
    await mei.says(`线索#${id}转商机`);
    await mei.says(`把线索#${id}标为无效`);
    mei.hears('已经转成客户');
  });

  test('what is said of a lead in passing is proposed, in English too', async () => {
    await dana.says('new lead: Omar Aziz, Silverton Plastics, omar@silverton.example');
    await office.bot.app.names?.refresh();
    await dana.says('Silverton is a dead end, wrong number and the company got bought');
    dana.hears('I read it like this', 'Mark the lead invalid: Silverton', 'wrong number');
    expect((await lead('Silverton Plastics')).status).toBe('new');
    await dana.says('yes');
    dana.hears('Marked invalid: Silverton Plastics');
    expect(await lead('Silverton Plastics')).toMatchObject({ status: 'invalid' });
  });

  test('what a lead can spend is the lead’s own', async () => {
    await dana.says('new lead: Yasmin Otto, Gatehouse Chemicals, yasmin@gatehouse.example');
    await office.bot.app.names?.refresh();
    await dana.says('Gatehouse budget is 120k');
    dana.hears('120,000');
    expect(Number((await lead('Gatehouse Chemicals')).budget)).toBe(120_000);
  });
});
