import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('discounts above the limit on $name', ({ open, name: surface }) => {
  let office: Office;
  let mei: Someone;
  let boss: Someone;
  let root: Someone;
  let dana: Someone;
  let rosa: Someone;
  let other: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    root = await office.hire({ key: 'root', name: '吴总', role: 'admin' });
    other = await office.hire({ key: 'other', name: '赵南', role: 'manager', team: '华南组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    rosa = await office.hire({ key: 'rosa', name: 'Rosa Lind', role: 'manager', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const opened = async (owner: Someone, name: string) => {
    const id = await deal(office, owner, await customer(office, owner, name), name, { amount: '500000' });
    await office.bot.app.names?.refresh();
    return id;
  };
  const stands = async (id: number) => {
    const [one, quote, approval] = await Promise.all([
      db().opportunity.findUniqueOrThrow({ where: { id } }),
      db().quote.findFirst({ where: { opportunityId: id, removedAt: null }, orderBy: { number: 'desc' } }),
      db().approval.findFirst({ where: { opportunityId: id, removedAt: null }, orderBy: { id: 'desc' } }),
    ]);
    return [Number(one.amount), Number(one.discount), quote?.state, approval?.state];
  };
  const request = async (id: number) =>
    (await db().approval.findFirstOrThrow({ where: { opportunityId: id }, orderBy: { id: 'desc' } })).id;
  const decide = (key: string, approval: number, verdict: 'approve' | 'reject') =>
    sendIntent(office, key, { name: 'approval.decide', input: { approval: `#${approval}`, verdict } });
  /** Where messages can be shown anew, the card one decided on stands as decided. */
  const cardOf = (who: Someone, text: string) => who.all().filter((one) => one.text.includes(text));

  test('it waits for the manager, whose yes makes the quote, the deal and the asker hear of it; the card says so', async () => {
    const id = await opened(mei, '恒通精密');
    await mei.says('给恒通报价 68万 九折 有效期两周');
    mei.hears(
      '恒通精密 10%（9折），等周启明审批',
      '¥680,000',
      '¥612,000',
      '超出你的额度（5%（95折））',
      '撤回申请',
      '撤销',
    );
    boss.hears('陈梅申请：恒通精密 10%（9折）', '¥612,000', '审批截止', '11月14日', '最低92折', '同意', '拒绝');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'asked']);
    await boss.presses('同意');
    boss.hears('已同意：恒通精密 10%（9折）', '陈梅已经收到通知', '撤销');
    mei.hears('周启明同意了 恒通精密 10%（9折）', '商机的金额和优惠已更新');
    expect(await stands(id)).toEqual([680000, 0.1, 'sent', 'approved']);
    if (surface !== 'DingTalk') {
      const [card, ...more] = cardOf(boss, '陈梅申请：恒通精密');
      expect(more).toEqual([]);
      expect(card?.text).toContain('周启明已经同意10%（9折）');
      expect(card?.buttons).not.toContain('同意');
    }
    await decide('boss', await request(id), 'reject');
    boss.hears('已经处理过了', '周启明已经同意10%（9折）');
    expect(await stands(id)).toEqual([680000, 0.1, 'sent', 'approved']);
    const states = await db().journal.findMany({
      where: { entity: 'Approval', field: 'state', entityId: await request(id) },
    });
    expect(states.map((row) => row.new)).toEqual(['asked', 'approved']);
  });

  test('at most so much is an offer, which the asker takes by a button or in words', async () => {
    const id = await opened(dana, 'Northwind');
    await dana.says('quote Northwind 60k 12% off valid 2 weeks');
    dana.hears('Northwind 12% off: waits for Rosa Lind', 'above your limit (5% off)');
    rosa.hears('Dana Ruiz asks for 12% off for Northwind', '52,800', 'max 8% off', 'Approve', 'Reject');
    await rosa.says('92% at most');
    rosa.hears('Answered: Northwind 8% off at most', 'Dana Ruiz has been told');
    dana.hears('Rosa Lind says 8% off at most for Northwind', '55,200', 'Quote 8% off', 'Withdraw');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'countered']);
    await dana.presses('Quote 8% off');
    dana.hears('Approved: Northwind 8% off', '55,200');
    expect(await stands(id)).toEqual([60000, 0.08, 'sent', 'approved']);
    if (surface !== 'DingTalk')
      expect(cardOf(rosa, 'asks for 12% off for Northwind')[0]?.text).toContain('approved 8% off');
    await dana.presses('Undo');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'countered']);
    await dana.says('take the offer');
    expect(await stands(id)).toEqual([60000, 0.08, 'sent', 'approved']);
  });

  test('「最多让8个点」 counters and 「拒绝」 with a reason refuses, each of the deal that is named', async () => {
    const [first, second] = [await opened(mei, '枫桥纺织'), await opened(mei, '永兴机械')];
    await mei.says('枫桥给了九折');
    mei.hears('枫桥纺织 10%（9折），等周启明审批');
    await mei.says('给永兴机械报价 40万 88折');
    await boss.says('最多让8个点');
    boss.hears('是哪一个申请');
    await boss.says('枫桥纺织最多让8个点');
    mei.hears('周启明说 枫桥纺织 最多8%（92折）', '按8%（92折）报');
    await boss.says('拒绝永兴机械的折扣，利润太薄');
    mei.hears('周启明没有同意 永兴机械 的优惠', '利润太薄', '报价还是草稿');
    expect(await stands(first)).toEqual([500000, 0, 'draft', 'countered']);
    expect(await stands(second)).toEqual([500000, 0, 'draft', 'rejected']);
    await mei.says('枫桥纺织按批的折扣报');
    mei.hears('已同意：枫桥纺织 8%（92折）');
    expect(await stands(first)).toEqual([500000, 0.08, 'sent', 'approved']);
  });

  test('two who decide at once: one wins, the other is told; the asker hears one of them', async () => {
    const id = await opened(mei, '同批实业');
    await sendIntent(office, 'mei', { name: 'quote.make', input: { deal: `#${id}`, discount: 0.12 } });
    const approval = await request(id);
    const before = mei.all().length;
    await Promise.all([decide('boss', approval, 'approve'), decide('root', approval, 'reject')]);
    const told = [boss.last().text, root.last().text];
    expect(told.filter((text) => text.includes('已经处理过了'))).toHaveLength(1);
    expect(told.filter((text) => /已同意|已拒绝/.test(text))).toHaveLength(1);
    expect(mei.all().slice(before)).toHaveLength(1);
    const [, discount, quote, state] = await stands(id);
    expect([
      [0.12, 'sent', 'approved'],
      [0, 'draft', 'rejected'],
    ]).toContainEqual([discount, quote, state]);
    await decide('boss', approval, 'approve');
    boss.hears('已经处理过了');
  });

  test('it goes past a manager who may not give it to an admin; only who may decide does, and nobody on their own', async () => {
    const id = await opened(mei, '大让实业');
    await sendIntent(office, 'mei', { name: 'quote.make', input: { deal: `#${id}`, discount: 0.3 } });
    root.hears('陈梅申请：大让实业 30%（7折）');
    const approval = await request(id);
    for (const [key, who] of [
      ['boss', boss],
      ['other', other],
    ] as const) {
      await decide(key, approval, 'approve');
      who.hears('不归你批', '吴总');
    }
    await decide('mei', approval, 'approve');
    mei.hears('不能批自己的');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'asked']);
    await decide('root', approval, 'approve');
    expect(await stands(id)).toEqual([500000, 0.3, 'sent', 'approved']);
  });

  test('nobody who may give it: a clear no, and nothing is written', async () => {
    await db().person.update({ where: { id: root.id }, data: { active: false } });
    const id = await opened(boss, '无人实业');
    await sendIntent(office, 'boss', { name: 'quote.make', input: { deal: `#${id}`, discount: 0.3 } });
    boss.hears('没有人能批', '15%（85折）', '30%（7折）');
    expect(await db().quote.count({ where: { opportunityId: id } })).toBe(0);
    await db().person.update({ where: { id: root.id }, data: { active: true } });
  });

  test('not decided in time it lapses by the clock, once, and who asked hears it; pressed too late it says so', async () => {
    const [first, second] = [await opened(mei, '过时实业'), await opened(mei, '迟按实业')];
    const ask = (id: number): Intent => ({ name: 'quote.make', input: { deal: `#${id}`, discount: 0.1 } });
    await sendIntent(office, 'mei', ask(first));
    office.clock.at('2026-11-14T02:01:00Z');
    await office.jobs();
    mei.hears('过时实业 的优惠申请过期了', '期限内没有定下来');
    expect(await stands(first)).toEqual([500000, 0, 'draft', 'expired']);
    const heard = mei.all().length;
    await office.jobs();
    expect(mei.all()).toHaveLength(heard);
    await boss.says('同意过时实业的优惠');
    boss.hears('已经处理过了', '已经过期');
    await sendIntent(office, 'mei', ask(second));
    office.clock.at('2026-11-16T02:02:00Z');
    await decide('boss', await request(second), 'approve');
    boss.hears('迟按实业 的申请已经过期', '审批时间已经过了');
    mei.hears('迟按实业 的优惠申请过期了');
    expect(await stands(second)).toEqual([500000, 0, 'draft', 'expired']);
    office.clock.at(thursday);
  });

  test('a request taken back or withdrawn is gone for the manager; a decision taken back waits again', async () => {
    const id = await opened(mei, '撤回实业');
    await mei.says('给撤回实业报价 40万 9折');
    await mei.presses('撤销');
    mei.hears('已撤销');
    expect((await stands(id)).slice(2)).toEqual([undefined, undefined]);
    expect(
      boss
        .all()
        .filter((one) => one.text.includes('撤回实业'))
        .at(-1)?.text,
    ).toContain('已经撤回');
    await mei.says('给撤回实业报价 40万 9折');
    await boss.presses('同意');
    await boss.presses('撤销');
    mei.hears('周启明收回了对 撤回实业 的决定');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'asked']);
    await mei.says('撤回撤回实业的申请');
    mei.hears('已撤回：撤回实业');
    await decide('boss', await request(id), 'approve');
    boss.hears('已经处理过了', '已经撤回');
  });

  test('a new quote within the limit takes the place of a request', async () => {
    const id = await opened(mei, '改口实业');
    await mei.says('给改口实业报价 40万 9折');
    const approval = await request(id);
    await mei.says('给改口实业报价 40万 95折');
    mei.hears('报价第 2 版');
    await decide('boss', approval, 'approve');
    boss.hears('已经处理过了', '已经撤回');
    expect(await stands(id)).toEqual([400000, 0.05, 'sent', 'withdrawn']);
  });

  test('with a discount that waits, what else is said of the deal is done', async () => {
    const id = await opened(mei, '兼说实业');
    await sendIntent(office, 'mei', {
      name: 'deal.update',
      input: { deal: `#${id}`, odds: 0.7, amount: { amount: 600000 }, discount: 0.1 },
    });
    mei.hears('等周启明审批', '把握', '70%', '¥540,000');
    expect(await stands(id)).toEqual([600000, 0, 'draft', 'asked']);
    await decide('boss', await request(id), 'approve');
    expect(await stands(id)).toEqual([600000, 0.1, 'sent', 'approved']);
  });

  test('another price or the end of the deal leaves a request behind: it is withdrawn, and undo brings it back', async () => {
    const [id, ends] = [await opened(mei, '改价实业'), await opened(mei, '终局实业')];
    const ask = (one: number) =>
      sendIntent(office, 'mei', { name: 'quote.make', input: { deal: `#${one}`, discount: 0.1 } });
    await ask(id);
    await sendIntent(office, 'mei', { name: 'deal.update', input: { deal: `#${id}`, amount: { amount: 700000 } } });
    mei.hears('改价实业 的优惠申请撤回了', '¥700,000');
    await decide('boss', await request(id), 'approve');
    boss.hears('已经处理过了', '已经撤回');
    expect(await stands(id)).toEqual([700000, 0, 'replaced', 'withdrawn']);
    await ask(ends);
    const heard = mei.all().length;
    await sendIntent(office, 'boss', {
      name: 'deal.move',
      input: { deal: `#${ends}`, stage: 'lost', facts: { loss_reason: 'price' } },
    });
    boss.hears('终局实业 的优惠申请撤回了');
    expect(
      mei
        .all()
        .slice(heard)
        .map((one) => one.text)
        .join(),
    ).toContain('终局实业 的优惠申请撤回了');
    expect((await stands(ends)).slice(2)).toEqual(['replaced', 'withdrawn']);
    await boss.presses('撤销');
    expect((await stands(ends)).slice(2)).toEqual(['draft', 'asked']);
    await decide('boss', await request(ends), 'approve');
    expect(await stands(ends)).toEqual([500000, 0.1, 'sent', 'approved']);
  });

  test('a request that is said otherwise is asked anew, and the old one is gone for the manager', async () => {
    const id = await opened(mei, '改口二期');
    await mei.says('给改口二期报价 40万 9折');
    const first = await request(id);
    await mei.says('不对 是88折');
    mei.hears('已改正：改口二期', '12%（88折） · 待审批');
    boss.hears('陈梅申请：改口二期 12%（88折）');
    if (surface !== 'DingTalk') expect(cardOf(boss, '改口二期 10%（9折）')[0]?.text).toContain('已经撤回');
    await decide('boss', first, 'approve');
    boss.hears('已经处理过了', '已经撤回');
    expect(await stands(id)).toEqual([500000, 0, 'draft', 'asked']);
    await decide('boss', await request(id), 'approve');
    expect(await stands(id)).toEqual([400000, 0.12, 'sent', 'approved']);
  });

  test('a decision that is said otherwise reaches who asked once, as it is now', async () => {
    const id = await opened(mei, '改判实业');
    await mei.says('给改判实业报价 40万 9折');
    await boss.says('改判实业最多让8个点');
    const heard = mei.all().length;
    await boss.says('是6个点不是8个点');
    boss.hears('6%（94折）');
    const told = mei.all().slice(heard);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('周启明说 改判实业 最多6%（94折）');
    expect((await stands(id)).slice(2)).toEqual(['draft', 'countered']);
  });

  test('what a manager agreed to is not taken back by who asked', async () => {
    const id = await opened(mei, '定局实业');
    await mei.says('给定局实业报价 40万 9折');
    await boss.presses('同意');
    await mei.says('撤销');
    mei.hears('撤销不了', '周启明');
    expect(await stands(id)).toEqual([400000, 0.1, 'sent', 'approved']);
  });
});
