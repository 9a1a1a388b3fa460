import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('what was planned moves, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    await mei.says('给恒通精密开个商机 50万');
    await dana.says('open a deal for Northwind $60k');
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());

  const meetings = (ownerId: number) =>
    office.bot.app.db.touch.findMany({
      where: { ownerId, kind: 'meeting', removedAt: null },
      orderBy: { id: 'asc' },
      select: { what: true, wallTime: true, state: true },
    });

  test('to another day at the same hour, and undo puts it back', async () => {
    await mei.says('明天下午3点去恒通演示');
    await mei.says('恒通的演示改到下周二');
    mei.hears('演示', '11月17日');
    const [one, ...more] = await meetings(mei.id);
    expect(more).toEqual([]);
    expect(one?.wallTime).toBe('2026-11-17 15:00');
    await mei.says('撤销');
    expect((await meetings(mei.id))[0]?.wallTime).toBe('2026-11-13 15:00');
  });

  test('to another hour of the same day', async () => {
    await dana.says('demo at Northwind next Tuesday 2pm');
    await dana.says('actually Northwind demo is at 4:30');
    expect((await meetings(dana.id)).map(({ wallTime }) => wallTime)).toEqual(['2026-11-17 16:30']);
  });

  test('of several it is asked which', async () => {
    await mei.says('下周三上午10点拜访恒通');
    await mei.says('下周四上午10点拜访恒通');
    await mei.says('恒通的拜访改到下周五');
    mei.hears('改哪一个的时间', '1. ', '2. ');
    await mei.says('2');
    expect((await meetings(mei.id)).map(({ wallTime }) => wallTime)).toEqual([
      '2026-11-13 15:00',
      '2026-11-18 10:00',
      '2026-11-20 10:00',
    ]);
  });

  test('what was planned nowhere is planned then, and with nobody named it is told', async () => {
    await dana.says('open a deal for Kestrel Foods $20k');
    await office.bot.app.names?.refresh();
    await dana.says('the lunch with Kestrel moved from Wed to Fri 1pm');
    dana.hears('lunch', 'Kestrel');
    await dana.says('move the workshop from Nov 25 to Nov 26');
    dana.hears('Nothing was changed');
  });
});
