import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { create } from '../../bot/sales/change.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal, touch } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('leave on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let boss: Someone;
  let dana: Someone;
  let tom: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    const east = { role: 'rep', team: 'East', language: 'en', zone: 'America/New_York' } as const;
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', ...east });
    tom = await office.hire({ key: 'tom', name: 'Tom Lee', ...east });
    const people = await db().person.findMany();
    office.bot.app.names?.learn(people.map(({ id, name, teamId }) => create('Person', id, { name, teamId })));
  });
  beforeEach(async () => {
    office.clock.at(thursday);
    await db().leave.deleteMany();
    await db().touch.deleteMany();
    await db().reminder.deleteMany();
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const due = async (ids: number[]) =>
    (await db().touch.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map((one) =>
      one.dueAt.toISOString(),
    );
  const cadence = (who: Someone, at: string, more: Record<string, unknown> = {}) =>
    touch(office, who, {}, { origin: 'cadence', dueAt: new Date(at), ...more });
  const since = (who: Someone, from: number) =>
    who
      .all()
      .slice(from)
      .map((one) => one.text)
      .join('\n');

  test('what the cadence planned for the days off comes after them, in order and never more than eight a day; undo brings the dates back', async () => {
    const before = await cadence(mei, '2026-11-13T02:00:00Z');
    const planned = await Promise.all(
      Array.from({ length: 6 }, (_, at) => cadence(mei, `2026-11-19T0${at + 1}:00:00Z`, { what: `已排${at}` })),
    );
    const ids: number[] = [];
    for (const day of ['16', '17', '18']) {
      for (let at = 0; at < 4; at++) ids.push(await cadence(mei, `2026-11-${day}T0${at + 1}:30:00Z`));
    }
    const was = await due(ids);
    await mei.says('我下周一到周三休假');
    mei.hears('已记休假：11月16日–11月18日', '12 件跟进改到 11月19日周四 至 11月23日周一', '撤销');
    const now = await due(ids);
    const perDay = Map.groupBy(now, (at) => at.slice(0, 10));
    expect([...perDay].map(([day, all]) => [day, all.length])).toEqual([
      ['2026-11-19', 2],
      ['2026-11-20', 8],
      ['2026-11-23', 2],
    ]);
    expect([...now].sort()).toEqual(now);
    expect(await due([before])).toEqual(['2026-11-13T02:00:00.000Z']);
    expect((await due(planned)).every((at) => at.startsWith('2026-11-19'))).toBe(true);
    await mei.presses('撤销');
    mei.hears('已撤销', '休假已移除');
    expect(await due(ids)).toEqual(was);
    expect(await db().leave.count({ where: { removedAt: null } })).toBe(0);
  });

  test('promises and appointments stay; who stands in hears of them, is reminded of them and sees them in the morning', async () => {
    const company = await customer(office, mei, '恒通精密');
    const id = await deal(office, mei, company, '恒通精密', { amount: '800000' });
    const about = { customerId: company, opportunityId: id };
    const promise = await touch(office, mei, about, { what: '发报价', dueAt: new Date('2026-11-16T07:00:00Z') });
    const at = new Date('2026-11-17T02:00:00Z');
    await touch(office, mei, about, { what: '演示', kind: 'meeting', dueAt: at });
    await cadence(mei, '2026-11-16T03:00:00Z', { what: '例行回访' });
    const heard = lei.all().length;
    await mei.says('我下周一到周三休假 小王代我');
    mei.hears('已记休假', '代班', '王磊', '到点提醒王磊', '恒通精密：发报价', '恒通精密：演示');
    expect(since(lei, heard)).toMatch(/陈梅休假，请你代班：11月16日–11月18日[\s\S]*恒通精密：发报价[\s\S]*11月16日/);
    expect(since(lei, heard)).toMatch(/交接卡：恒通精密[\s\S]*发报价/);
    expect(await due([promise])).toEqual(['2026-11-16T07:00:00.000Z']);

    office.clock.at('2026-11-16T01:01:00Z');
    const mine = mei.all().length;
    await office.jobs();
    lei.hears('王磊，早上好', '替陈梅：答应过的', '恒通精密：发报价');
    lei.hearsNot('例行回访');
    office.clock.at('2026-11-16T07:00:30Z');
    await office.jobs();
    lei.hears('到时间了 · 恒通精密 · 替陈梅', '发报价');
    await lei.presses('完成');
    lei.hears('已完成：发报价');
    office.clock.at('2026-11-17T02:30:00Z');
    await office.jobs();
    expect(mei.all().length).toBe(mine);
    office.clock.at('2026-11-19T01:01:00Z');
    const theirs = lei.all().length;
    await office.jobs();
    mei.hears('陈梅，早上好', '例行回访');
    expect(since(lei, theirs)).not.toMatch(/替陈梅/);
  });

  test('who stands in works for them: a call finishes what was promised, and the next touch is the owner’s, once back', async () => {
    const company = await customer(office, mei, '东方仪器');
    const id = await deal(office, mei, company, '东方仪器');
    const about = { customerId: company, opportunityId: id };
    const promise = await touch(office, mei, about, { what: '回电', dueAt: new Date('2026-11-16T07:00:00Z') });
    await mei.says('下周一到周三休假，王磊代班');
    await lei.says('刚跟东方仪器打了电话');
    lei.hears('别人在跟');
    office.clock.at('2026-11-16T06:00:00Z');
    await lei.says('刚跟东方仪器打了电话');
    lei.hears('已记录电话：东方仪器', '顺带完成', '回电', '建议下一步', '11月19日周四');
    expect(await db().touch.findUniqueOrThrow({ where: { id: promise } })).toMatchObject({ state: 'done' });
    const [next] = await db().touch.findMany({ where: { opportunityId: id, state: 'open' } });
    expect(next?.ownerId).toBe(mei.id);
    await lei.says('今天跟进谁');
    lei.hearsNot('东方仪器');
    office.clock.at('2026-11-19T02:00:00Z');
    await lei.says('刚跟东方仪器打了电话');
    lei.hears('别人在跟');
  });

  test('who was to stand in and goes away, too, is told for whom', async () => {
    await mei.says('下周一到周三休假，王磊代班');
    await lei.says('下周三休假');
    lei.hears('已记休假：11月18日周三', '原定替陈梅代班');
  });

  test('without a cover the promises are listed and it asks who; a colleague is one tap away', async () => {
    const company = await customer(office, mei, '宏达电子');
    const id = await deal(office, mei, company, '宏达电子');
    await touch(
      office,
      mei,
      { customerId: company, opportunityId: id },
      { what: '送样', dueAt: new Date('2026-11-16T07:00:00Z') },
    );
    await mei.says('11月16号请假');
    mei.hears('还没有人代班', '宏达电子：送样', '请王磊代班', '回来再办');
    office.clock.at('2026-11-12T02:01:00Z');
    await mei.presses('请王磊代班');
    mei.hears('到点提醒王磊');
    expect(await db().leave.findMany({ where: { removedAt: null } })).toMatchObject([{ coverId: lei.id }]);
    await mei.says('取消休假');
    await mei.says('11月16号请假');
    await mei.presses('回来再办');
    mei.hears('送样：改到11月17日周二 15:00');
  });

  test('called off, the cover hears it; who is off is a list; what is said twice or wrongly is told', async () => {
    await mei.says('下周一到周三休假，王磊代班');
    await boss.says('谁在休假');
    boss.hears('谁在休假', '陈梅 · 11月16日–11月18日', '王磊代班');
    await mei.says('下周二休假');
    mei.hears('已经记过了', '11月16日–11月18日');
    await lei.says('下周二请假，陈梅代班');
    lei.hears('这位也不在', '陈梅');
    await mei.says('取消休假');
    mei.hears('已取消休假：11月16日–11月18日');
    lei.hears('不用替陈梅代班了');
    await mei.says('撤销');
    mei.hears('已撤销');
    mei.hearsNot('移除');
    lei.hears('陈梅休假，请你代班');
    expect(await db().leave.count({ where: { removedAt: null } })).toBe(1);
    await mei.says('取消休假');
    await mei.says('取消休假');
    mei.hears('没有休假');
    await boss.says('谁在休假');
    boss.hears('没有人休假');
  });

  test('a manager notes the leave of their people; a colleague may not', async () => {
    await boss.says('王磊下周一请假');
    boss.hears('已记王磊休假：11月16日周一');
    await lei.says('陈梅下周一请假');
    lei.hears('权限不够', '陈梅');
    expect(await db().leave.findMany({ where: { removedAt: null } })).toMatchObject([{ personId: lei.id }]);
  });

  test('what the cadence proposes comes after the days off', async () => {
    const company = await customer(office, mei, '蓝海物流');
    await deal(office, mei, company, '蓝海物流');
    await mei.says('明天到下周一休假');
    await mei.says('刚跟蓝海物流打了电话');
    mei.hears('建议下一步', '11月17日周二 10:00');
  });

  test('in English: off with a cover, and undone, which the cover hears', async () => {
    office.clock.at('2026-11-12T15:00:00Z');
    const company = await customer(office, dana, 'Northwind');
    const id = await deal(office, dana, company, 'Northwind');
    const about = { customerId: company, opportunityId: id };
    await touch(office, dana, about, { what: 'send the quote', dueAt: new Date('2026-12-08T20:00:00Z') });
    const moved = await cadence(dana, '2026-12-09T15:00:00Z');
    const heard = tom.all().length;
    await dana.says("I'm off Dec 8 to 10, Tom covers");
    dana.hears(
      'Leave noted: Dec 8–Dec 10',
      'Cover',
      'Tom Lee',
      'Northwind: send the quote',
      '1 follow-up to Friday, Dec 11',
    );
    expect(since(tom, heard)).toMatch(/You cover for Dana Ruiz: Dec 8–Dec 10[\s\S]*Hand-over: Northwind/);
    await tom.says('who is off');
    tom.hears('Dana Ruiz', 'Tom Lee covers');
    await dana.says('undo');
    dana.hears('leave');
    tom.hears('No need to cover for Dana Ruiz');
    expect(await due([moved])).toEqual(['2026-12-09T15:00:00.000Z']);
    await dana.says('on leave tomorrow');
    dana.hears('Leave noted: Friday, Nov 13');
    await dana.says('cancel my leave');
    dana.hears('Leave called off: Friday, Nov 13');
  });
});
