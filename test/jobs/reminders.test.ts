import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('reminders on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;
  let boss: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({
      key: 'dana',
      name: 'Dana Ruiz',
      role: 'rep',
      team: 'West',
      language: 'en',
      zone: 'America/Los_Angeles',
    });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  });
  afterAll(() => office.close());

  const count = (key: Someone, text: RegExp) => key.all().filter((heard) => text.test(heard.text)).length;

  test('each rep gets the morning plan at their own nine o’clock, once, on working days', async () => {
    await mei.says('给宏达电子开个商机 30万');
    await mei.says('刚跟宏达电子打了电话,11月13日下午3点演示');
    await dana.says('open a deal for Northwind 60k');
    await dana.says('called Northwind, demo Nov 13 3pm');
    await office.jobs();
    const thursdays = count(mei, /早上好/);
    office.clock.at('2026-11-13T00:50:00Z');
    await office.jobs();
    expect(count(mei, /早上好/)).toBe(thursdays);
    office.clock.at('2026-11-13T01:01:00Z');
    await office.jobs();
    await office.jobs();
    expect(count(mei, /早上好/)).toBe(thursdays + 1);
    mei.hears('陈梅', '宏达电子', '演示');
    const before = count(dana, /Good morning/);
    office.clock.at('2026-11-13T17:01:00Z');
    await office.jobs();
    expect(count(dana, /Good morning/)).toBeGreaterThan(before);
    office.clock.at('2026-11-14T01:01:00Z');
    await office.jobs();
    expect(count(mei, /早上好/)).toBe(thursdays + 1);
  });

  test('a touch is announced before, at and after its time, once each, and not when it is done', async () => {
    office.clock.at('2026-11-16T01:30:00Z');
    await mei.says('刚跟宏达电子打了电话,今天下午3点发样品');
    office.clock.at('2026-11-16T06:31:00Z');
    await office.jobs();
    await office.jobs();
    expect(count(mei, /分钟后 · 宏达电子[\s\S]*发样品/)).toBe(1);
    office.clock.at('2026-11-16T07:00:30Z');
    await office.jobs();
    expect(count(mei, /到时间了 · 宏达电子[\s\S]*发样品/)).toBe(1);
    mei.hears('发样品', '最近联系', '电话');
    office.clock.at('2026-11-17T07:30:00Z');
    await office.jobs();
    expect(count(mei, /还没做 · 宏达电子[\s\S]*发样品/)).toBe(1);
    await mei.presses('完成');
    mei.hears('已完成');
    office.clock.at('2026-11-18T07:30:00Z');
    await office.jobs();
    expect(count(mei, /还没做 · 宏达电子[\s\S]*发样品/)).toBe(1);
  });

  test('a snoozed touch is announced at its new time only', async () => {
    office.clock.at('2026-11-18T01:30:00Z');
    await mei.says('刚跟宏达电子打了电话,今天下午3点回传合同');
    office.clock.at('2026-11-18T06:40:00Z');
    await office.jobs();
    await mei.presses('明天再说');
    mei.hears('明天');
    office.clock.at('2026-11-18T07:05:00Z');
    await office.jobs();
    expect(mei.last().text).not.toMatch(/到时间了.*回传合同/s);
    office.clock.at('2026-11-19T01:00:30Z');
    await office.jobs();
    expect(count(mei, /到时间了[\s\S]*回传合同/)).toBe(1);
  });

  test('a customer nobody has touched for as long as their tier allows is brought back, once, with something to do', async () => {
    const id = await office.customer('久未联系公司', mei, { tier: 'A' });
    const every = office.bot.app.playbook.tiers.find((tier) => tier.key === 'A')?.touchEveryDays ?? 0;
    office.clock.at(new Date(office.clock.now().getTime() + (every + 3) * 86_400_000).toISOString());
    office.clock.at(`${office.clock.now().toISOString().slice(0, 10)}T08:00:00Z`);
    await office.jobs();
    await office.jobs();
    office.clock.at(new Date(office.clock.now().getTime() + 3 * 86_400_000).toISOString());
    await office.jobs();
    expect(count(mei, /该回访了：久未联系公司/)).toBe(1);
    expect(await office.bot.app.db.touch.count({ where: { customerId: id, origin: 'revisit', state: 'open' } })).toBe(
      1,
    );
  });

  test('a customer whose own orders say so is expected to buy again', async () => {
    const id = await office.customer('老客户贸易', mei, { tier: 'B' });
    const now = office.clock.now().getTime();
    for (const [index, days] of [86, 56, 26].entries()) {
      const at = new Date(now - days * 86_400_000);
      await office.bot.app.db.order.create({ data: { id: 9_000_000 + index, customerId: id, amount: '1000', at } });
    }
    office.clock.at(`${new Date(now + 3 * 86_400_000).toISOString().slice(0, 10)}T08:00:00Z`);
    await office.jobs();
    await office.jobs();
    office.clock.at(new Date(office.clock.now().getTime() + 2 * 86_400_000).toISOString());
    await office.jobs();
    expect(count(mei, /可能要复购了：老客户贸易/)).toBe(1);
    const heard = mei.all().find((one) => /可能要复购了/.test(one.text));
    expect(heard?.text).toContain('30 天');
  });

  test('each manager gets the digest of their team, with a picture; after six hours it is too late for it', async () => {
    office.clock.at('2027-01-20T02:00:00Z');
    await mei.says('新线索 李明 无锡新亮 13900001111 预算30w');
    await mei.says('宏达电子推进到方案沟通');
    await mei.says('痛点:交期');
    office.clock.at('2027-01-20T10:05:00Z');
    await office.jobs();
    await office.jobs();
    expect(count(boss, /今日团队日报/)).toBe(1);
    boss.hears('新线索', '陈梅 1', '宏达电子', '方案沟通');
    const digest = await office.bot.app.db.message.findFirstOrThrow({
      where: { kind: 'digest' },
      orderBy: { id: 'desc' },
    });
    expect(digest.state).toBe('sent');
    const picture = (digest.card as { blocks: { kind: string; picture?: number }[] }).blocks.find(
      (block) => block.kind === 'picture',
    );
    const { png } = await office.bot.app.db.picture.findUniqueOrThrow({ where: { id: picture?.picture ?? 0 } });
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    office.clock.at('2027-01-21T18:05:00Z');
    await office.jobs();
    expect(count(boss, /今日团队日报/)).toBe(1);
    const dropped = await office.bot.app.db.reminder.findFirstOrThrow({
      where: { kind: 'digest', occurrence: '2027-01-21' },
    });
    expect(dropped).toMatchObject({ state: 'dropped', why: expect.stringContaining('late') });
  });

  test('a manager asks for the digest; a rep may not', async () => {
    await boss.says('日报');
    boss.hears('今日团队日报');
    await mei.says('日报');
    mei.hears('权限不够');
  });
});
