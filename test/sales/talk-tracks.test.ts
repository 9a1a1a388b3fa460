import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

// What to say is ranked by what worked in this team's own deals, and a colleague's words stand once a manager says yes.

describe.each(surfaces)('talk tracks on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;
  let boss: Someone;
  let helen: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    helen = await office.hire({ key: 'helen', name: 'Helen Ward', role: 'manager', team: 'East', language: 'en' });
    await mei.says('给恒通精密开个商机 50万');
    await dana.says('open a deal for Northwind 60k');
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());

  const { length: enough } = Array.from({ length: 6 });
  /** So many deals in which a track was used three weeks ago, of which the first `moved` went on to the next stage. */
  async function history(track: string, moved: number): Promise<void> {
    const { db, ids, pool } = office.bot.app;
    const at = new Date(office.clock.now().getTime() - 21 * 86_400_000);
    for (let n = 0; n < enough; n++) {
      const [customer, deal, use, command] = [await ids.next(), await ids.next(), await ids.next(), await ids.next()];
      const made = { ownerId: mei.id, createdAt: at };
      await db.customer.create({ data: { id: customer, name: `${track} ${n}`, nameKey: `${track}${n}`, ...made } });
      await db.opportunity.create({
        data: {
          id: deal,
          title: `${track} ${n}`,
          customerId: customer,
          pipeline: 'standard',
          stage: 'need',
          stageAt: at,
          ...made,
        },
      });
      await db.talkUse.create({ data: { id: use, track, opportunityId: deal, personId: mei.id, at } });
      if (n >= moved) continue;
      const later = new Date(at.getTime() + 5 * 86_400_000);
      await db.command.create({
        data: { id: command, intent: 'deal.move', personId: mei.id, via: 'local', at: later },
      });
      await pool.query(
        `INSERT INTO "Journal" ("commandId", "entity", "entityId", "field", "old", "new", "personId", "via", "at")
          VALUES ($1, 'Opportunity', $2, 'stage', '"need"', '"solution"', $3, 'local', $4)`,
        [command, deal, mei.id, later],
      );
    }
  }

  test('while little is known the house’s order stands, and it says so', async () => {
    await mei.says('客户说太贵了怎么回');
    mei.hears('您说贵，是和预算比', '用过的次数还少');
    mei.hearsNot('95% 区间');
  });

  test('one used in a deal is noted once, and taken back by undo', async () => {
    const uses = () => office.bot.app.db.talkUse.count({ where: { removedAt: null, personId: dana.id } });
    await dana.says('Northwind finds it too expensive, what do I say');
    await dana.presses('I used it');
    dana.hears('Noted: used with Northwind', '14 days');
    expect(await uses()).toBe(1);
    await dana.says('undo');
    expect(await uses()).toBe(0);
  });

  test('what moved deals on comes first, with how often and how sure', async () => {
    await history('budget_pilot', 5);
    await history('budget_shape', 1);
    await mei.says('给蓝海物流开个商机 80万');
    await mei.says('痛点 交付慢');
    await mei.says('蓝海痛点 交付慢');
    await mei.says('把蓝海推进到方案');
    await mei.says('蓝海没预算怎么回');
    mei.hears(
      /1\. 小范围先跑起来[\s\S]*用过 6 次，83% 在 14 天内往前推进[\s\S]*2\. 弄清是没钱，还是没排上[\s\S]*用过 6 次，17%/,
    );
    mei.hears('按本团队用过以后 14 天内往前推进的比例排序');
  });

  test('a move that was taken back is no proof', async () => {
    const { db, ids } = office.bot.app;
    const [one] = await db.command.findMany({
      where: { intent: 'deal.move', at: { lt: new Date(office.clock.now().getTime() - 10 * 86_400_000) } },
      orderBy: { id: 'asc' },
    });
    const id = await ids.next();
    await db.command.create({
      data: { id, intent: 'undo', personId: mei.id, via: 'local', at: office.clock.now(), undoes: one?.id ?? 0 },
    });
    await mei.says('蓝海没预算怎么回');
    mei.hears('用过 6 次，67% 在 14 天内往前推进');
  });

  test('a rep’s own words wait for the manager, who decides once', async () => {
    await mei.says('加话术 嫌贵：先问停机一天损失多少，再谈价格');
    mei.hears('已提交话术：嫌贵', '周启明');
    boss.hears('陈梅提交了一条话术', '先问停机一天损失多少');
    await mei.says('客户说太贵了怎么回');
    mei.hearsNot('先问停机一天损失多少');
    await boss.presses('同意');
    boss.hears('已同意陈梅的话术');
    mei.hears('周启明同意了你的话术');
    await mei.says('客户说太贵了怎么回');
    mei.hears('陈梅的说法：先问停机一天损失多少');
  });

  test('a manager’s words stand at once, and the banned question does not', async () => {
    await helen.says('add a talk track for price: ask what a day of downtime costs them');
    helen.hears('Track added: price');
    await helen.says('add a talk track for price: have you decided yet?');
    helen.hears('drives customers away', 'open one instead');
    await dana.says('what do I say when they find it too expensive');
    dana.hears('Helen Ward says: ask what a day of downtime costs them');
  });

  test('nobody but a manager of the team decides', async () => {
    await mei.says('加话术 不急：问问旺季前最晚哪天要用上');
    const track = await office.bot.app.db.talkTrack.findFirstOrThrow({ where: { state: 'proposed' } });
    await mei.says(`同意话术 #${track.id}`);
    mei.hears('权限不够');
    await helen.says(`approve talk track #${track.id}`);
    helen.hears('陈梅');
    expect(await office.bot.app.db.talkTrack.findUniqueOrThrow({ where: { id: track.id } })).toMatchObject({
      state: 'proposed',
    });
    await boss.says(`不用话术 #${track.id}`);
    await boss.says(`同意话术 #${track.id}`);
    expect(await office.bot.app.db.talkTrack.findUniqueOrThrow({ where: { id: track.id } })).toMatchObject({
      state: 'rejected',
    });
  });

  test('what is known of the rival in the deal comes along', async () => {
    await dana.says('Northwind competitor is a local shop');
    await dana.says('Northwind is comparing other vendors, what do I say');
    dana.hears('Rival: Local low-price vendor', 'three years');
  });
});
