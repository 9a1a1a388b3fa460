import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('what is planned on another day, on $name', ({ open }) => {
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

  test('of a day, in the order of time', async () => {
    await mei.says('下周二下午3点去恒通演示');
    await mei.says('下周二上午10点给恒通发报价');
    await mei.says('下周二有什么安排');
    mei.hears('11月17日', /10:00[\s\S]*15:00/, '恒通精密');
    await mei.says('下周六有什么安排');
    mei.hears('还没有安排');
  });

  test('of a week, and nobody sees what others have planned', async () => {
    await dana.says('demo at Northwind next Tuesday 2pm');
    await dana.says("what's on next week");
    dana.hears('Planned', 'demo', 'Northwind');
    dana.hearsNot('恒通');
    await dana.says('my to-dos on Tuesday');
    dana.hears('demo');
  });
});
