import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('a name nobody knows, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({
      key: 'dana',
      name: 'Dana Ruiz',
      role: 'rep',
      team: 'East',
      language: 'en',
      zone: 'America/New_York',
    });
    await deal(office, mei, await customer(office, mei, '永兴'), '永兴', {});
  });
  afterAll(() => office.close());

  const count = async () => ({
    leads: await office.bot.app.db.lead.count(),
    deals: await office.bot.app.db.opportunity.count(),
    activities: await office.bot.app.db.activity.count(),
  });

  test('the rest of the sentence is recorded in one tap', async () => {
    const before = await count();
    await mei.says('今天跑两家 永兴有意向 曼达没见到人');
    mei.hears('没找到', '曼达', '新线索：曼达', '其余的先记');
    expect(await count()).toEqual(before);
    await mei.presses('2. 其余的先记');
    mei.hears('永兴', '有意向');
    expect(await count()).toEqual({ ...before, activities: before.activities + 1 });
  });

  test('or the name is a new lead, and the whole sentence goes on', async () => {
    const before = await count();
    await mei.says('今天跑两家 永兴有意向 曼达没见到人');
    await mei.says('1');
    mei.hears('曼达', '永兴');
    expect(await count()).toEqual({ ...before, leads: before.leads + 1, activities: before.activities + 2 });
  });

  test('a single call with somebody new makes a lead of them', async () => {
    const before = await count();
    await dana.says('called Marlowe Foods, too expensive, demo next Wed 3pm');
    dana.hears('no', 'Marlowe Foods');
    await dana.presses('1. New lead: Marlowe Foods');
    dana.hears('Marlowe Foods', 'demo');
    expect(await count()).toEqual({ ...before, leads: before.leads + 1, activities: before.activities + 1 });
  });

  test('what is said of a deal opens one', async () => {
    const before = await count();
    await mei.says('瑞岚金额60万 七成把握');
    mei.hears('没找到', '瑞岚');
    await mei.presses('1. 新商机：瑞岚');
    mei.hears('瑞岚', '600,000');
    expect(await count()).toMatchObject({ deals: before.deals + 1 });
  });

  test('of whom nobody was named is asked in plain words, and the name completes all that was said', async () => {
    await office.bot.app.db.dialogue.deleteMany({});
    const before = await count();
    await mei.says('打了电话，聊得不错，金额改成90万');
    mei.hears('跟谁？', '直接回名字就行');
    mei.hearsNot('who', '新线索');
    await mei.says('永兴');
    mei.hears('永兴', '900,000', '电话');
    expect(await count()).toEqual({ ...before, activities: before.activities + 1 });
    await dana.says('remind me to call Marlowe Foods');
    dana.hears('When?');
    await dana.says('tomorrow 3pm');
    dana.hears('Marlowe Foods', '3:00');
  });

  test('a number that stands for nothing is no new lead', async () => {
    await mei.says('给 #99999 打了电话 没接');
    mei.hears('没找到');
    expect(mei.last().buttons).toEqual([]);
  });
});
