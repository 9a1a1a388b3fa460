import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { contact, customer, deal, touch } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

/** At ten in Shanghai of that day of November. */
const at = (day: number, time = '02:01') => `2026-11-${day}T${time}:00Z`;
const ago = (days: number) => new Date(Date.parse(at(12)) - days * 86_400_000);
const alerts = (who: Someone) => who.all().filter(({ text }) => /有风险|at risk/.test(text));

describe.each(surfaces)('deals at risk on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let boss: Someone;
  let dana: Someone;
  let eve: Someone;
  const sweep = async (time: string) => {
    office.clock.at(time);
    await office.bot.jobs.run('alerts');
    await office.jobs();
  };
  const stalled = async (who: Someone, name: string, more: Record<string, unknown> = {}) => {
    const company = await customer(office, who, name);
    const id = await deal(office, who, company, name, {
      stage: 'solution',
      createdAt: ago(40),
      stageAt: ago(25),
      lastTouchAt: ago(2),
      amount: '300000',
      ...more,
    });
    await contact(office, company, '王总');
    await office.bot.app.db.activity.create({
      data: {
        id: await office.bot.app.ids.next(),
        channel: 'call',
        outcome: 'reached',
        customerId: company,
        opportunityId: id,
        personId: who.id,
        at: ago(2),
      },
    });
    await touch(
      office,
      who,
      { opportunityId: id, customerId: company },
      { dueAt: new Date(at(27)), wallTime: '2026-11-27 10:01' },
    );
    return id;
  };

  beforeAll(async () => {
    office = await openOffice(await open(), at(12, '00:30'));
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    eve = await office.hire({ key: 'eve', name: 'Eve Moore', role: 'manager', team: 'East', language: 'en' });
    await stalled(mei, '恒通精密');
    await stalled(mei, '休眠实业', { pausedUntil: new Date('2026-12-20') });
    await stalled(dana, 'Northwind', { currency: 'USD', amount: '60000' });
    const company = await customer(office, mei, '顺利电子');
    await contact(office, company, '李总');
    await contact(office, company, '赵工');
    const well = await deal(office, mei, company, '顺利电子');
    await touch(office, mei, { opportunityId: well, customerId: company }, { dueAt: new Date(at(27)) });
  });
  afterAll(() => office.close());

  test('who has it hears why, with numbers and one thing to do, once', async () => {
    await sweep(at(12));
    await sweep(at(12, '03:00'));
    expect(alerts(mei)).toHaveLength(1);
    mei.hears('恒通精密 有风险', '方案沟通阶段已 25 天，打法里是 21 天', '只认识一位联系人', '建议：问清卡在哪一步');
    mei.hears('问清卡在哪一步', '一周后再提醒', '先放一个月');
    expect(alerts(dana)).toHaveLength(1);
    dana.hears(
      'Northwind is at risk',
      '25 days in Solution; the playbook says 21',
      'Suggested: Find out what holds it up',
    );
    expect(alerts(boss)).toHaveLength(0);
  });

  test('the manager hears it when nothing was done within three working days, and not when something was', async () => {
    await sweep(at(13));
    expect(alerts(mei)).toHaveLength(1);
    await dana.presses('Find out what holds it up');
    dana.hears('Find out what holds it up', 'Northwind', 'Undo');
    await sweep(at(17));
    expect(alerts(boss)).toHaveLength(1);
    boss.hears('恒通精密（陈梅）有风险，还没动', '11月12日', '之后没有跟进');
    await sweep(at(18));
    expect(alerts(boss)).toHaveLength(1);
    expect(alerts(eve)).toHaveLength(0);
    expect(alerts(mei)).toHaveLength(1);
  });

  test('after a week it is told again, unless it was put off; undo takes that back', async () => {
    office.clock.at(at(18, '03:00'));
    await mei.says('恒通的风险先不提');
    mei.hears('恒通精密 的风险先不提', '11月25日');
    await mei.presses('撤销');
    mei.hears('已撤销');
    await dana.says('no alerts for Northwind until Nov 25');
    dana.hears('No alert about Northwind for now', 'Nov 25');
    const before = alerts(dana).length;
    await sweep(at(20));
    expect(alerts(mei).filter(({ text }) => /恒通精密 有风险/.test(text))).toHaveLength(2);
    expect(alerts(dana)).toHaveLength(before);
  });

  test('on leave the one who stands in hears it; without one nobody does', async () => {
    office.clock.at(at(27, '01:00'));
    await mei.says('休假 2026-11-27 到 2026-11-30 代班 王磊');
    await dana.says('leave 2026-11-27 to 2026-11-30');
    const before = alerts(dana).length;
    await sweep(at(27));
    expect(alerts(lei).filter(({ text }) => /恒通精密 有风险 · 替陈梅/.test(text))).toHaveLength(1);
    expect(alerts(dana)).toHaveLength(before);
  });

  test('asked, it tells which deals and why: a rep’s own, a manager’s team', async () => {
    office.clock.at(at(28));
    await mei.says('哪些单子有风险');
    mei.hears('我的风险单', '恒通精密', '方案沟通阶段已 41 天');
    mei.hearsNot('休眠实业');
    await boss.says('/crm 风险');
    boss.hears('团队的风险单', '恒通精密', '陈梅');
    await boss.says('恒通有什么风险');
    boss.hears('恒通精密 的风险', '方案沟通阶段已 41 天');
    await mei.says('团队的风险单');
    mei.hears('权限不够');
    await dana.says('which deals are at risk');
    dana.hears('My deals at risk', 'Northwind', '41 days in Solution');
    await dana.says('is Northwind at risk');
    dana.hears('Risks of Northwind', 'Suggested:');
  });
});
