import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

// A question of ours is neither forgotten nor answered by chance.

describe.each(surfaces)('a question that waits, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    await mei.says('给恒通精密开个商机 50万');
    await mei.says('给浪花电子开个商机 42万');
    await office.bot.app.db.opportunity.updateMany({
      where: { title: '浪花电子' },
      data: { title: '浪花电子质量追溯' },
    });
    await mei.says('给浪花电子开个商机 设备联网 76万');
    await dana.says('open a deal for Northwind $60k');
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await mei.says('算了');
    await dana.says('never mind');
  });

  const worth = async (title: string) =>
    Number((await office.bot.app.db.opportunity.findFirstOrThrow({ where: { title } })).amount);

  test('is asked again once below the answer to something else, and can then be answered', async () => {
    await mei.says('恒通金额68万 那个啥来着回头弄');
    await mei.says('我的商机');
    mei.hears('恒通精密', '前面那句「恒通金额68万 那个啥来着回头弄」还没记');
    await mei.says('是');
    mei.hears('680,000');
    await mei.says('撤销');
  });

  test('lapses after the second other thing, and that is told', async () => {
    await mei.says('恒通金额68万 那个啥来着回头弄');
    await mei.says('我的商机');
    await mei.says('今天跟进谁');
    mei.hears('前面那句「恒通金额68万 那个啥来着回头弄」没有记');
    await mei.says('我的商机');
    mei.hearsNot('前面那句');
    expect(await worth('恒通精密')).toBe(500_000);
  });

  test('is told as lapsed when a new question takes its place', async () => {
    await dana.says('Northwind amount is 55k, tbd the whatsit');
    dana.hears('right?');
    await dana.says('Northwind budget is 70k, tbd the whatsit');
    dana.hears('"Northwind amount is 55k, tbd the whatsit" was not recorded');
  });

  test('which record to show is worth no reminder', async () => {
    await mei.says('浪花');
    mei.hears('是哪');
    await mei.says('恒通预算30万');
    mei.hearsNot('前面那句');
  });

  test('a proposal is put right in words, and only then done', async () => {
    await mei.says('恒通金额68万 那个啥来着回头弄');
    await mei.says('不是68万是65万');
    mei.hears('650,000', '对吗');
    expect(await worth('恒通精密')).toBe(500_000);
    await mei.says('对');
    expect(await worth('恒通精密')).toBe(650_000);
    await mei.says('撤销');
  });

  test.each(['质量追溯那个', '是质量追溯', '质量追溯的那个单子'])(
    'a choice is made by what it is called: %s',
    async (said) => {
      await mei.says('浪花金额改成45万');
      mei.hears('浪花电子质量追溯');
      await mei.says(said);
      mei.hears('浪花电子质量追溯', '450,000');
      await mei.says('撤销');
    },
  );

  test('who says what sets a deal apart is not asked which one', async () => {
    await mei.says('浪花的设备联网那个金额改成70万');
    mei.hears('700,000');
    expect(await worth('浪花电子质量追溯')).toBe(420_000);
    await mei.says('撤销');
  });
});
