import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('quotes on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;
  let lei: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华南组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const opened = async (owner: Someone, name: string, more = {}) => {
    const id = await deal(office, owner, await customer(office, owner, name), name, more);
    await office.bot.app.names?.refresh();
    return id;
  };
  const stored = async (id: number) => {
    const one = await db().opportunity.findUniqueOrThrow({ where: { id } });
    const quotes = await db().quote.findMany({
      where: { opportunityId: id, removedAt: null },
      orderBy: { number: 'asc' },
    });
    return {
      deal: [one.amount?.toFixed(0) ?? null, one.discount?.toFixed(3) ?? null],
      quotes: quotes.map(({ number, amount, discount, state }) => [
        number,
        amount?.toFixed(0),
        discount?.toFixed(3) ?? null,
        state,
      ]),
    };
  };

  test('a quote is the next version, the deal has its amount and discount, the last one is replaced; undo brings that back', async () => {
    const id = await opened(mei, '恒通精密');
    await mei.says('给恒通报价 68万 九五折 有效期两周');
    mei.hears('恒通精密 · 报价第 1 版', '¥680,000', '5%（95折）', '¥646,000', '2026年11月26日', '客户接受了', '撤销');
    await mei.says('恒通报价第二版 65万');
    mei.hears('报价第 2 版', '¥650,000', '上一版 ¥680,000 · 5%（95折） 已作废');
    expect(await stored(id)).toEqual({
      deal: ['650000', null],
      quotes: [
        [1, '680000', '0.050', 'replaced'],
        [2, '650000', null, 'sent'],
      ],
    });
    await mei.presses('撤销');
    mei.hears('已撤销', '报价已移除');
    expect(await stored(id)).toEqual({ deal: ['680000', '0.050'], quotes: [[1, '680000', '0.050', 'sent']] });
    const journal = await db().journal.findMany({ where: { entity: 'Opportunity', entityId: id, field: 'discount' } });
    expect(journal.map((row) => [row.old, row.new].map((one) => one && Number(one)))).toEqual([
      [null, 0.05],
      [0.05, null],
      [null, 0.05],
    ]);
  });

  test('quotes are listed old → new, and accepted once', async () => {
    await opened(dana, 'Northwind');
    await dana.says('quote Northwind 60k 5% off valid 2 weeks');
    dana.hears('Northwind · quote version 1', '60,000', '5% off', '57,000', 'Nov 26');
    await dana.says('second quote for Northwind 58k');
    dana.hears('version 2', '58,000');
    await dana.says('quotes for Northwind');
    dana.hears(/Version 1 · \S*60,000 · 5% off · replaced[\s\S]*Version 2 · \S*58,000 · sent/, 'Dana Ruiz');
    await dana.says('Northwind accepted the quote');
    dana.hears('Northwind accepted the quote', '58,000', 'Undo');
    await dana.says('Northwind accepted the quote');
    dana.hears(/done already/i);
    await dana.says('quotes for Northwind');
    dana.hears(/Version 2 · \S*58,000 · accepted/);
  });

  test('what a quote lacks is asked; no quote and a quote that has run out are told', async () => {
    const id = await opened(mei, '缺价实业');
    await sendIntent(office, 'mei', { name: 'quote.make', input: { deal: `#${id}`, discount: 0.03 } });
    mei.hears('报多少？');
    await mei.says('30万');
    mei.hears('报价第 1 版', '¥300,000', '3%（97折）');
    await opened(mei, '无价实业');
    await mei.says('无价实业接受报价');
    mei.hears('还没有报价', '给无价实业报价');
    await mei.says('给缺价实业报价 29万 有效期3天');
    office.clock.at('2026-11-16T01:00:30Z');
    await office.jobs();
    const told = mei.all().filter((one) => one.text.includes('缺价实业 的报价过期了'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('¥290,000');
    office.clock.at('2026-11-17T02:00:00Z');
    await office.jobs();
    expect(mei.all().filter((one) => one.text.includes('的报价过期了'))).toHaveLength(1);
    expect((await stored(id)).quotes.at(-1)?.at(-1)).toBe('expired');
    await mei.says('缺价实业接受报价');
    mei.hears('报价过期了', '11月15日');
    await mei.says('缺价实业的报价');
    mei.hears('第 2 版 · ¥290,000 · 已过期');
    office.clock.at(thursday);
  });

  test("another team's deal is neither quoted nor shown, and a closed one not quoted", async () => {
    const id = await opened(mei, '别组实业', { amount: '100000' });
    for (const name of ['quote.make', 'quote.list', 'quote.accept'] as const) {
      await sendIntent(office, 'lei', { name, input: { deal: `#${id}` } });
      lei.hears('别人在跟');
    }
    await db().opportunity.update({ where: { id }, data: { status: 'won', stage: 'won' } });
    await sendIntent(office, 'mei', { name: 'quote.make', input: { deal: `#${id}` } });
    mei.hears('商机已结束');
    await db().opportunity.update({ where: { id }, data: { status: 'lost', stage: 'lost' } });
    await sendIntent(office, 'mei', { name: 'quote.accept', input: { deal: `#${id}` } });
    mei.hears('商机已结束');
  });
});
