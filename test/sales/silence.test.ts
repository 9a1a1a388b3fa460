import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { contact, customer, deal, lead } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('a customer who does not answer, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    const east = { role: 'rep', team: 'East', language: 'en', zone: 'America/New_York' } as const;
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', ...east });
  });
  beforeEach(() => office.clock.at(thursday));
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const dealOf = async (who: Someone, name: string) => {
    const company = await customer(office, who, name);
    return { company, id: await deal(office, who, company, name) };
  };
  const planned = (opportunityId: number) =>
    db().touch.findMany({ where: { opportunityId, state: 'open', removedAt: null }, orderBy: { id: 'asc' } });

  test('one unanswered touch offers nothing yet; the second offers four ways', async () => {
    const { company } = await dealOf(mei, '恒通精密');
    await contact(office, company, '王总', { title: '总经理' });
    await contact(office, company, '李工', { title: '采购' });
    await mei.says('微信联系恒通精密王总没回');
    mei.hearsNot('换个办法');
    office.clock.at('2026-11-13T02:00:00Z');
    await mei.says('给恒通精密王总打电话没接');
    mei.hears('连续 2 次没回音，换个办法', '换渠道：', '换个人：李工 · 采购', '送价值：', '先放一放：', '放一个月');
  });

  test('another channel, another contact and a value are each one tap, and can be taken back', async () => {
    const { company, id } = await dealOf(mei, '宏达电子');
    await contact(office, company, '王总');
    const other = await contact(office, company, '李工', { title: '采购' });
    const silent = async () => {
      await mei.says('微信联系宏达电子王总没回');
      await mei.says('微信联系宏达电子王总没回');
    };
    await silent();
    await mei.presses('找李工');
    mei.hears('换个办法：宏达电子', '换个人试试：联系李工 · 采购');
    expect(await planned(id)).toMatchObject([{ what: '换个人试试：联系李工 · 采购' }]);
    await mei.presses('撤销');
    mei.hears('已撤销');
    expect((await planned(id))[0]?.what).not.toContain('李工');
    await mei.says('微信联系宏达电子王总没回');
    await mei.presses('送这个');
    const values = office.bot.app.playbook.valueTouches?.map((one) => one.zh) ?? [];
    expect(values).toContain((await planned(id))[0]?.what);
    expect(await db().contact.count({ where: { id: other, removedAt: null } })).toBe(1);
    await mei.says('微信联系宏达电子王总没回');
    const offered = mei.last().buttons.find((label) => label.startsWith('改用'));
    if (offered) await mei.presses(offered);
    expect(offered && mei.last().text).toMatch(/换个办法：宏达电子[\s\S]*渠道/);
  });

  test('who else is there is asked for, and kept', async () => {
    const { company, id } = await dealOf(mei, '蓝海物流');
    await mei.says('给蓝海物流打电话没接');
    await mei.says('微信联系蓝海物流没回');
    mei.hears('对方还有谁能联系上');
    await mei.presses('换联系人');
    mei.hears('找谁试试？');
    await mei.says('周敏');
    mei.hears('换个办法：蓝海物流', '周敏');
    expect(await db().contact.findMany({ where: { customerId: company } })).toMatchObject([{ name: '周敏' }]);
    expect((await planned(id))[0]?.what).toContain('周敏');
  });

  test('a pause calls the cadence off until it wakes up on a working day, keeps promises, and undo brings all back', async () => {
    const { id } = await dealOf(mei, '永兴制造');
    await mei.says('周五给永兴制造发报价');
    await mei.says('给永兴制造打电话没接');
    const before = await planned(id);
    expect(before.map((one) => one.origin)).toEqual(['promise', 'cadence']);
    await mei.says('永兴制造先放一放 一个月后叫我');
    mei.hears('先放一放：永兴制造', '再跟进', '12月14日周一 10:00', '取消', '待办 1 件', '答应过的事照旧');
    expect(await planned(id)).toMatchObject([
      { origin: 'promise', what: before[0]?.what },
      { origin: 'revisit', dueAt: new Date('2026-12-14T02:00:00Z') },
    ]);
    await mei.says('撤销');
    mei.hears('已撤销');
    expect((await planned(id)).map((one) => one.id)).toEqual(before.map((one) => one.id));
  });

  test('while it rests nothing is proposed and nobody is alerted; then the owner is reminded', async () => {
    const { id } = await dealOf(mei, '新宇科技');
    await mei.says('给新宇科技打电话没接');
    await mei.says('新宇科技先放一放到12月1号');
    mei.hears('12月1日周二');
    await mei.says('微信联系新宇科技没回');
    mei.hears('已记录微信', '暂停到', '12月1日');
    mei.hearsNot('建议下一步', '换个办法');
    expect(await planned(id)).toHaveLength(1);
    const heard = mei.all().length;
    for (const day of ['13', '16', '20', '27']) {
      office.clock.at(`2026-11-${day}T08:00:00Z`);
      await office.jobs();
    }
    const told = mei.all().slice(heard);
    expect(told.filter((one) => /新宇科技/.test(one.text))).toEqual([]);
    office.clock.at('2026-12-01T02:00:30Z');
    await office.jobs();
    expect(mei.all().some((one) => /到时间了 · 新宇科技[\s\S]*重新联系新宇科技/.test(one.text))).toBe(true);
  });

  test('a lead that does not answer is put off', async () => {
    const id = await lead(office, mei, '远山仪器');
    await mei.says('给远山仪器打电话没接');
    await mei.says('微信联系远山仪器没回');
    mei.hears('换个办法', '放一个月');
    await mei.presses('放一个月');
    mei.hears('改到', '12月14日');
    expect(await db().touch.findMany({ where: { leadId: id, state: 'open' } })).toMatchObject([
      { dueAt: new Date('2026-12-14T02:00:00Z') },
    ]);
  });

  test('a customer two of us touched this week is left alone, and the card says why', async () => {
    const { company } = await dealOf(mei, '双方集团');
    await deal(office, lei, company, '双方二期');
    await lei.says('给双方二期打了电话');
    await mei.says('给双方集团打了电话');
    mei.hears('建议下一步', '11月19日周四', '5 个工作日内最多联系 2 次');
  });

  test('no touch before an appointment that is agreed, nor before what one put off', async () => {
    const { id } = await dealOf(mei, '青山仪表');
    await mei.says('下周三下午3点去青山仪表演示');
    await mei.says('给青山仪表打了电话');
    mei.hears('建议下一步', '11月19日周四 10:00', '已经约好见面');
    const [, next] = await planned(id);
    office.clock.at('2026-11-12T02:05:00Z');
    const other = await dealOf(mei, '白云纺织');
    await mei.says('给白云纺织打了电话');
    const [cadence] = await planned(other.id);
    await mei.says(`延后 #${cadence?.id} 到 11月24日9点`);
    await mei.says('微信联系白云纺织没回');
    mei.hears('建议下一步', '11月24日周二 10:00', '你说过那天再跟');
    expect(next?.origin).toBe('cadence');
  });

  test('in English: four ways, another contact asked for, and a pause', async () => {
    office.clock.at('2026-11-12T15:00:00Z');
    const { company, id } = await dealOf(dana, 'Northwind');
    await contact(office, company, 'Omar Aziz', { title: 'Buyer' });
    await dana.says('emailed Northwind no reply');
    await dana.says('called Northwind no answer');
    dana.hears(
      'No answer 2 times in a row',
      'Another channel',
      'Another contact',
      'Bring something of use',
      'Rest a month',
    );
    await dana.presses('Bring this');
    dana.hears('Another way: Northwind');
    await dana.says('pause Northwind for a month');
    dana.hears('Resting: Northwind', 'Mon, Dec 14', 'Promises stand');
    expect(await planned(id)).toMatchObject([{ origin: 'revisit', dueAt: new Date('2026-12-14T15:00:00Z') }]);
    await dana.says('undo');
    dana.hears('Paused until');
    expect((await planned(id)).map((one) => one.origin)).toEqual(['cadence']);
  });
});
