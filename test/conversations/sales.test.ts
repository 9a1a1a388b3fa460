import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;
  let lei: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    dana = await office.hire({
      key: 'dana',
      name: 'Dana Ruiz',
      role: 'rep',
      team: 'East',
      language: 'en',
      zone: 'America/New_York',
    });
  });
  afterAll(() => office.close());

  describe('在中文里', () => {
    test('一句话记下线索,卡片说出评级、负责人和下一步', async () => {
      await mei.says('新线索 王建国 苏州恒通精密 13862011234 制造业 预算50w 展会');
      mei.hears('已记录线索', '苏州恒通精密', '王建国', '138 6201 1234', '¥500,000', '评级', '陈梅', '建议下一步');
    });

    test('同一个电话、同一家公司的另一种写法,先让人看已有的,什么都不写', async () => {
      const before = await office.bot.app.db.lead.count();
      await lei.says('新线索 老王 恒通精密机械 +86 138-6201-1234 预算60w');
      lei.hears('可能已经有了', '电话相同', '陈梅');
      await lei.says('新线索 李工 苏州恒通精密有限公司 13911112222');
      lei.hears('可能已经有了', '公司相同');
      expect(await office.bot.app.db.lead.count()).toBe(before);
      await lei.presses('不是同一个，仍然新建');
      lei.hears('已记录线索');
      expect(await office.bot.app.db.lead.count()).toBe(before + 1);
      await lei.says('撤销');
      lei.hears('已撤销');
      expect(await office.bot.app.db.lead.count({ where: { removedAt: null } })).toBe(before);
    });

    test('从线索开商机,推进时缺什么说什么,补上就推进', async () => {
      await mei.says('我的线索');
      mei.hears('苏州恒通精密');
      await mei.says('给恒通精密开个商机 80万');
      mei.hears('已开商机', '苏州恒通精密', '¥800,000', '需求确认');
      await mei.says('恒通精密 推进到报价');
      mei.hears('还缺', '痛点', '决策人');
      mei.hearsNot('¥800,000 →');
      await mei.says('痛点是交付慢 决策人王总 预算50w');
      mei.hears('苏州恒通精密 → 报价', '王总');
      const deal = await office.bot.app.db.opportunity.findFirstOrThrow({ where: { title: '苏州恒通精密' } });
      expect(deal.stage).toBe('quote');
      expect(deal.facts).toMatchObject({ decision_maker: '王总' });
    });

    test('说一句拜访电话,记下联系、顾虑和下一步', async () => {
      await mei.says('刚跟恒通王总打了电话,嫌贵,下周三下午3点演示');
      mei.hears('苏州恒通精密 · 记下', '电话', '王总', '嫌贵', '演示', '11月18日', '15:00');
      const activity = await office.bot.app.db.activity.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(activity).toMatchObject({ channel: 'call', objection: 'price', contactName: '王总' });
      const touch = await office.bot.app.db.touch.findFirstOrThrow({ where: { origin: 'promise', state: 'open' } });
      expect(touch.dueAt.toISOString()).toBe('2026-11-18T07:00:00.000Z');
    });

    test('客户说太贵了怎么回:开放式问题,带着这单的情况', async () => {
      await mei.says('客户说太贵了怎么回');
      mei.hears('先说', '再问', /[？?]/);
      mei.hearsNot('有没有决定');
      await mei.says('/talk 价格');
      mei.hears('再问');
    });

    test('今天跟进谁:列出来,完成和延后一按就行,按两次不会记两次', async () => {
      office.clock.at('2026-11-18T01:00:00Z');
      await mei.says('今天跟进谁');
      mei.hears('今天跟进', '苏州恒通精密', '演示');
      await mei.presses('完成');
      mei.hears('已完成');
      await mei.says('今天跟进谁');
      office.clock.at('2026-11-12T02:00:00Z');
    });

    test('看、列、改商机', async () => {
      await mei.says('看下恒通精密');
      mei.hears('苏州恒通精密', '报价', '¥800,000');
      await mei.says('恒通精密金额改成68万');
      mei.hears('已更新', '¥680,000', '¥800,000');
      await mei.says('恒通精密预计12月20号成交');
      mei.hears('12月20日');
      await mei.says('我的商机');
      mei.hears('苏州恒通精密', '报价');
      await mei.says('报价阶段的商机');
      mei.hears('苏州恒通精密');
    });

    test('撤销上一条:话或按钮,十分钟内', async () => {
      await mei.says('恒通精密金额改成99万');
      await mei.presses('撤销');
      mei.hears('已撤销', '¥680,000');
      const deal = await office.bot.app.db.opportunity.findFirstOrThrow({ where: { title: '苏州恒通精密' } });
      expect(Number(deal.amount)).toBe(680_000);
      await mei.says('恒通精密金额改成77万');
      office.clock.at('2026-11-12T02:11:00Z');
      await mei.says('撤销');
      mei.hears('超过 10 分钟');
      office.clock.at('2026-11-12T02:00:00Z');
      await mei.says('撤销');
      mei.hears('已撤销');
    });

    test('赢单要有金额和时间,输单要有原因', async () => {
      await mei.says('恒通精密输了');
      mei.hears('还缺', '原因');
      await mei.says('嫌贵');
      mei.hears('输单');
      await mei.says('恒通精密金额改成10万');
      mei.hears('已经输单');
    });
  });

  describe('in English', () => {
    test('a sentence records a lead, and the card says grade, owner and next step', async () => {
      await dana.says('new lead: Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar');
      dana.hears('Lead recorded', 'Northwind', 'dana@northwind.com', 'Grade', 'Owner', 'Suggested next step');
    });

    test('the same e-mail or company shows the existing one first', async () => {
      await dana.says('new lead: D. Ruiz, Northwind Inc., dana@northwind.com');
      dana.hears('may be here already', 'same e-mail');
    });

    test('a refused move says what is missing; the next reply fills it in and moves', async () => {
      await dana.says('open a deal for Northwind 60k closing Dec 15');
      dana.hears('Deal opened', 'Northwind', 'Need');
      await dana.says('move Northwind to quote');
      dana.hears('Still missing', 'Pain', 'Decision maker');
      await dana.says('pain: slow delivery, decision maker Mr Wang, budget 50k');
      dana.hears('Northwind → Quote');
    });

    test('an activity with objection and next step', async () => {
      await dana.says('called Dana at Northwind, says too expensive, demo next Wed 3pm');
      dana.hears('Northwind · 3 changes saved', 'Call', 'Dana', 'Price', 'demo', 'Nov 18', '3:00');
    });

    test('words to say, the plan, the list, undo', async () => {
      await dana.says('/talk price');
      dana.hears('Say first', 'Then ask');
      await dana.says('/today');
      dana.hears(/follow up today|Nothing to follow up/);
      await dana.says('my deals');
      dana.hears('Northwind', 'Quote');
      await dana.says('Northwind amount 68k');
      dana.hears('68,000');
      await dana.says('undo');
      dana.hears('Undone', '60,000');
    });

    test('lost needs a reason', async () => {
      await dana.says('lost Northwind: price');
      dana.hears('recorded as lost');
    });
  });
});
