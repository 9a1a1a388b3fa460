import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

// What could not be understood is not refused: the bot asks what to do with it.

describe.each(surfaces)('what is not understood, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    await mei.says('给恒通精密开个商机 50万');
    await mei.says('给枫桥新能源开个商机 90万');
    await dana.says('open a deal for Northwind $60k');
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await mei.says('算了');
    await dana.says('never mind');
  });

  const written = () => office.bot.app.db.command.count();
  const planned = () => office.bot.app.db.touch.count({ where: { state: 'open' } });
  const latest = () => office.bot.app.db.activity.findFirst({ orderBy: { id: 'desc' } });
  const amounts = async () =>
    (await office.bot.app.db.opportunity.findMany({ orderBy: { id: 'asc' } })).map(({ amount }) => Number(amount));

  test('its words can be kept with the record it names, and nobody counts as touched', async () => {
    const before = [await written(), await planned()];
    await mei.says('恒通老板娘那脾气真是一言难尽');
    mei.hears('什么都没改', '1. 记到 恒通精密');
    expect(await written()).toBe(before[0]);
    await mei.says('1');
    mei.hears('恒通精密', '恒通老板娘那脾气真是一言难尽');
    expect(await latest()).toMatchObject({ channel: 'note', outcome: null, note: '恒通老板娘那脾气真是一言难尽' });
    expect(await office.bot.app.db.opportunity.findFirst({ where: { title: '恒通精密' } })).toMatchObject({
      lastTouchAt: null,
    });
    expect(await planned()).toBe(before[1]);
  });

  test('a yes keeps its words', async () => {
    await mei.says('枫桥他们IT说要先做个POC 两周左右');
    mei.hears('原话记成备注，好吗', '可以原话记到 枫桥新能源');
    await mei.says('好的');
    expect(await latest()).toMatchObject({ channel: 'note', note: '枫桥他们IT说要先做个POC 两周左右' });
    await dana.says('Northwind is asking if we can do net 60');
    dana.hears('Keep it as a note?', 'keep your words with Northwind');
    await dana.says('yes');
    expect(await latest()).toMatchObject({ channel: 'note', note: 'Northwind is asking if we can do net 60' });
  });

  test('it can become a reminder', async () => {
    await dana.says('northwind thingamajig whatsit asap pretty please');
    await dana.says('2');
    dana.hears('Northwind', 'northwind thingamajig whatsit');
    expect(
      await office.bot.app.db.touch.findFirst({ where: { origin: 'promise' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({
      what: 'northwind thingamajig whatsit asap pretty please',
    });
  });

  test('what may have been meant is offered and written only on a yes', async () => {
    const before = await amounts();
    await mei.says('恒通金额好像70万');
    mei.hears('还没有定', '更新 恒通：金额 700,000');
    expect(await amounts()).toEqual(before);
    await mei.says('1');
    expect(await amounts()).toEqual([700_000, ...before.slice(1)]);
    await mei.says('撤销');
  });

  test('another sentence is no answer to it, and it is not asked about again', async () => {
    await mei.says('恒通老板娘那脾气真是一言难尽');
    await mei.says('枫桥金额改成95万');
    mei.hears('950,000');
    mei.hearsNot('前面那句');
    await mei.says('1');
    mei.hearsNot('记录备注');
    await mei.says('枫桥金额改成90万');
  });

  test.each([
    ['恒通签了吗', '恒通精密'],
    ['恒通预算批下来了吗', '恒通精密'],
    ['恒通上次什么时候联系的', '恒通精密'],
  ])('a question is answered with how things stand: %s', async (said, shown) => {
    const before = await written();
    await mei.says(said);
    mei.hears(shown, '500,000');
    expect(await written()).toBe(before);
  });

  test('asked how somebody stands who is only a lead, the lead is shown', async () => {
    await dana.says('new lead met on the train, Joan Abbott, ops director at Larkfield Mills, +44 7911 123456');
    dana.hears('Larkfield Mills', 'Joan Abbott');
    dana.hearsNot('train ·');
    await dana.says('how are we doing with Larkfield');
    dana.hears('Larkfield Mills', 'Joan Abbott');
  });

  test.each([
    ['你好', '你好', '今天跟进谁'],
    ['谢谢！', '不客气', ''],
    ['好的', '没有等你确认', ''],
    ['你是谁', '我是跟进', '能做什么'],
  ])('small talk is answered as such: %s', async (said, title, button) => {
    const before = await written();
    await mei.says(said);
    mei.hears(title, button);
    mei.hearsNot('没听懂');
    expect(await written()).toBe(before);
  });

  test('who says not to is told that nothing was done, and may keep the words', async () => {
    await dana.says("don't move Northwind yet, they are reorganising");
    dana.hears('Left as it is', 'Note it on Northwind');
    dana.hearsNot("didn't get that");
  });

  test('a sum without its 万 is asked about as the 万 it must be', async () => {
    await mei.says('恒通预算80');
    mei.hears('800,000', '对吗');
    await mei.says('不');
  });

  test('of words about nobody the records one had to do with last are offered', async () => {
    office.clock.at('2026-11-12T06:00:00Z');
    await mei.says('门口保安说今天全厂都放假了');
    mei.hears('记到 恒通精密', '记到 枫桥新能源');
  });
});
