import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createIntake } from '../../bot/intake.ts';
import type { Intent } from '../../bot/intents.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal, lead } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

const { unsure } = vi.hoisted(() => ({
  unsure: [
    { name: 'deal.update', input: { deal: '恒通精密', amount: { amount: 680_000, currency: 'CNY' } } },
    { name: 'task.add', input: { who: '恒通精密', what: '报价', at: '2026-11-30T18:00:00+08:00' } },
  ] satisfies Intent[],
}));

/** Sentences that are understood, but not surely: how sure the grammar is of its own is no matter here. */
vi.mock('../../bot/understand/index.ts', async (original) => {
  const real = await original<typeof import('../../bot/understand/index.ts')>();
  const heard: Record<string, Intent[]> = { 恒通那边68大概吧: unsure.slice(0, 1), 恒通68月底报价: unsure };
  const understand: typeof real.understand = (text, context) => {
    const intents = heard[text];
    return intents
      ? { intents: intents.map((intent) => ({ intent, confidence: 0.5 })), leftover: '' }
      : real.understand(text, context);
  };
  return { ...real, understand };
});

describe.each(surfaces)('a yes before it is done, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dealId: number;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dealId = await deal(office, mei, await customer(office, mei, '恒通精密'), '恒通精密', { amount: '500000' });
  });
  afterAll(() => office.close());

  const worth = async () =>
    Number((await office.bot.app.db.opportunity.findUniqueOrThrow({ where: { id: dealId } })).amount);
  const asked = async () =>
    (
      await office.bot.app.db.dialogue.findFirstOrThrow({
        where: { conversation: { contains: office.surface.user('mei') } },
      })
    ).pending;
  const pooled = () => office.bot.app.db.lead.count({ where: { status: 'pool' } });

  test('what is not sure is told back, and done on a yes', async () => {
    await mei.says('恒通那边68大概吧');
    mei.hears('我理解为', '恒通精密', '¥680,000', '确认', '取消');
    expect(await worth()).toBe(500_000);
    await mei.presses('确认');
    mei.hears('已更新', '¥680,000');
    expect(await worth()).toBe(680_000);
    await mei.says('撤销');
  });

  test('an old button changes nothing, and what is asked now stays open', async () => {
    await mei.says('恒通那边68大概吧');
    const { question } = (await asked()) as { question: number };
    await mei.says('取消');
    await mei.says('恒通那边68大概吧');
    await sendIntent(office, 'mei', { name: 'confirm', input: { question } });
    mei.hears('过期');
    await sendIntent(office, 'mei', { name: 'cancel', input: { question } });
    mei.hears('过期');
    expect(await worth()).toBe(500_000);
    await mei.says('是');
    mei.hears('已更新', '¥680,000');
    await mei.says('撤销');
  });

  test('a yes pressed twice at the same moment is done once', async () => {
    const { app } = office.bot;
    const intakes = [createIntake(app), createIntake({ ...app })];
    const parts = await app.db.touch.count();
    for (let n = 1; n <= 5; n++) {
      await mei.says('恒通68月底报价');
      const { question } = (await asked()) as { question: number };
      const user = office.surface.user('mei');
      const press = (intake: ReturnType<typeof createIntake>) =>
        intake.receive({
          platform: office.surface.name,
          deliveryId: randomUUID(),
          conversation: `@${user}`,
          sender: user,
          said: { kind: 'intent', intent: { name: 'confirm', input: { question } } },
          at: office.clock.now(),
        });
      await Promise.all(intakes.map(press));
      await Promise.all(intakes.map((one) => one.quiet()));
      await office.bot.settle();
      expect(await app.db.touch.count()).toBe(parts + n);
      await app.db.opportunity.update({ where: { id: dealId }, data: { amount: 500_000 } });
    }
    await app.db.touch.deleteMany({});
  });

  test('of several things each is told; a yes or a no in words will do', async () => {
    await mei.says('恒通68月底报价');
    mei.hears('我理解为', '¥680,000', '报价', '11月30日');
    await mei.says('不');
    mei.hears('好，不做了');
    expect(await worth()).toBe(500_000);
    await mei.says('恒通68月底报价');
    await mei.says('对的');
    mei.hears('恒通精密 · 记下 2 项');
    await mei.says('撤销');
    expect(await worth()).toBe(500_000);
  });

  test('a yes counts once, and not when other things were said or time has passed', async () => {
    await mei.says('恒通那边68大概吧');
    await mei.presses('确认');
    await mei.presses('确认');
    mei.hears('按钮过期');
    await mei.says('撤销');
    await mei.says('恒通那边68大概吧');
    await mei.says('我的商机');
    await mei.says('今天跟进谁');
    await mei.presses('确认');
    mei.hears('按钮过期');
    await mei.says('恒通那边68大概吧');
    office.clock.at('2026-11-12T02:31:00Z');
    await mei.presses('确认');
    mei.hears('按钮过期');
    expect(await worth()).toBe(500_000);
    office.clock.at('2026-11-12T02:00:00Z');
    await mei.says('好的');
    expect(await worth()).toBe(500_000);
  });

  test('what goes to many is previewed with how many, and done on a yes', async () => {
    for (const company of ['甲电子', '乙电子']) await lead(office, mei, company, { silent: 40 });
    await sendIntent(office, 'mei', { name: 'lead.recycle', input: { silentDays: 30 } });
    mei.hears('2 条线索', '甲电子', '乙电子', '确认');
    expect(await pooled()).toBe(0);
    await mei.says('确认');
    expect(await pooled()).toBe(2);
    await mei.says('撤销');
    expect(await pooled()).toBe(0);
  });

  test('within a sentence of several things the yes is to all of it', async () => {
    await sendIntent(office, 'mei', {
      name: 'several',
      input: { parts: [{ name: 'lead.recycle', input: { leads: ['甲电子', '乙电子'] } }, ...unsure] },
    });
    mei.hears('2 条线索', '卡在');
    expect(await worth()).toBe(500_000);
    await mei.presses('确认');
    expect([await pooled(), await worth()]).toEqual([2, 680_000]);
    await mei.says('撤销');
    expect([await pooled(), await worth()]).toEqual([0, 500_000]);
  });

  test('the sentence that was confirmed can be put right by its words', async () => {
    await mei.says('恒通那边68大概吧');
    await mei.says('是');
    const command = await office.bot.app.db.command.findFirstOrThrow({
      where: { undoes: null },
      orderBy: { id: 'desc' },
    });
    expect(command.words).toBe('恒通那边68大概吧');
  });
});
