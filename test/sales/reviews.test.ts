import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('what a deal taught, on $name', ({ open, name: surface }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const opened = async (owner: Someone, name: string, more = {}) => {
    const facts = { signed_on: '2026-11-10' };
    const id = await deal(office, owner, await customer(office, owner, name), name, {
      stage: 'contract',
      facts,
      ...more,
    });
    await office.bot.app.names?.refresh();
    return id;
  };
  const factsOf = async (id: number) =>
    (await db().opportunity.findUniqueOrThrow({ where: { id } })).facts as Record<string, unknown>;

  test('a won deal asks for half a minute; one sentence answers it and can be taken back', async () => {
    const id = await opened(mei, '恒通精密');
    await mei.says('恒通精密赢了');
    mei.hears('恭喜，恒通精密 赢单', '30 秒复盘', '复盘 恒通精密 价格合适');
    await mei.says('复盘 恒通 价格合适 下次早点带技术去');
    mei.hears('已复盘：恒通精密', '赢单原因', '价格合适', '下次早点带技术去', '撤销');
    expect(await factsOf(id)).toMatchObject({ won_reason: 'price', review: '下次早点带技术去' });
    const kept = await db().journal.findMany({ where: { entityId: id, field: 'facts.review' } });
    expect(kept.map((row) => [row.old, row.new])).toEqual([[null, '下次早点带技术去']]);
    await mei.presses('撤销');
    expect(await factsOf(id)).toEqual({ signed_on: '2026-11-10' });
    await mei.says('复盘：关系到位，老板亲自来过');
    expect(await factsOf(id)).toMatchObject({ won_reason: 'trust', review: '关系到位；老板亲自来过' });
  });

  test('in English too, and what is no reason of the playbook is kept as it was said', async () => {
    const id = await opened(dana, 'Northwind');
    await dana.says('won Northwind');
    dana.hears('30-second review', 'review Northwind: good price');
    await dana.says('review Northwind: good price; bring the engineer earlier');
    dana.hears('Reviewed: Northwind', 'Why we won', 'Good price', 'bring the engineer earlier');
    expect(await factsOf(id)).toMatchObject({ won_reason: 'price', review: 'bring the engineer earlier' });
    await dana.says('review Northwind: their cat liked us');
    expect(await factsOf(id)).toMatchObject({ won_reason: 'price', review: 'their cat liked us' });
  });

  test('the form of a lost deal knows its reason and keeps the competitor and the lesson', async () => {
    const id = await opened(mei, '宏达机械');
    await mei.says('宏达机械输了 嫌贵');
    mei.hears('宏达机械 已记为输单', '30 秒复盘');
    if (surface === 'DingTalk') {
      await mei.says('复盘 宏达机械\n原因：价格\n竞争对手：金蝶\n下次：先谈价值再报价');
    } else {
      if (surface === 'local page') await mei.presses('30 秒复盘');
      await mei.fills({ 竞争对手: '金蝶', '再来一次，哪些照做、哪些换个做法？': '先谈价值再报价' });
    }
    mei.hears('已复盘：宏达机械', '金蝶', '先谈价值再报价');
    const facts = await factsOf(id);
    expect(facts).toMatchObject({ loss_reason: 'price', competitor: '金蝶', review: '先谈价值再报价' });
  });

  test('an open deal is not reviewed; of its customer the deal that ended last is', async () => {
    await opened(mei, '还在实业');
    await mei.says('复盘 还在实业 价格合适');
    mei.hears('还没结束', '赢了或输了再复盘');
    const company = await customer(office, mei, '双单实业');
    const done = await deal(office, mei, company, '双单一期', {
      status: 'won',
      stage: 'won',
      closedAt: office.clock.now(),
    });
    await deal(office, mei, company, '双单二期');
    await office.bot.app.names?.refresh();
    await mei.says('复盘 双单实业 交付快');
    mei.hears('已复盘：双单一期', '交付快');
    expect(await factsOf(done)).toEqual({ won_reason: 'delivery' });
  });

  test('a deal lost for a reason that passes wakes up on the day the playbook says, and undo lets it sleep', async () => {
    const id = await opened(mei, '盛达实业');
    const wakes = () => db().touch.findMany({ where: { opportunityId: id, origin: 'revisit', removedAt: null } });
    await mei.says('盛达实业输了 预算砍了');
    // Ninety days on is Wednesday 10 February 2027.
    mei.hears('到时再联系', '回访：看看情况变了没有', '2月10日');
    expect((await wakes()).map((one) => [one.ownerId, one.wallTime])).toEqual([[mei.id, '2027-02-10 09:00']]);
    await mei.presses('撤销');
    expect(await wakes()).toEqual([]);
    await mei.says('盛达实业输了 预算砍了');
    office.clock.at('2027-02-10T01:00:30Z');
    await office.jobs();
    mei
      .all()
      .slice(-2)
      .some((one) => one.text.includes('到时间了 · 盛达实业'));
    expect(
      mei
        .all()
        .slice(-3)
        .map((one) => one.text)
        .join('\n'),
    ).toContain('回访：看看情况变了没有');
    office.clock.at(thursday);
    await opened(mei, '博创实业');
    await mei.says('博创实业输了 嫌贵');
    mei.hears('已记为输单');
    mei.hearsNot('到时再联系');
  });
});
