import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('closing deals while people are away or a deal rests, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let boss: Someone;
  let other: Someone;
  let root: Someone;
  let dana: Someone;
  let tom: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    other = await office.hire({ key: 'other', name: '赵南', role: 'manager', team: '华南组' });
    root = await office.hire({ key: 'root', name: '吴总', role: 'admin' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    tom = await office.hire({ key: 'tom', name: 'Tom Lee', role: 'rep', team: 'East', language: 'en' });
    await office.hire({ key: 'rosa', name: 'Rosa Lind', role: 'manager', team: 'East', language: 'en' });
  });
  beforeEach(async () => {
    office.clock.at(thursday);
    await db().leave.deleteMany();
    await db().reminder.deleteMany();
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const opened = async (owner: Someone, name: string, more = {}) => {
    const id = await deal(office, owner, await customer(office, owner, name), name, { amount: '500000', ...more });
    await office.bot.app.names?.refresh();
    return id;
  };
  const away = async (who: Someone, fromDay: string, toDay: string, cover?: Someone) =>
    db().leave.create({
      data: {
        id: await office.bot.app.ids.next(),
        personId: who.id,
        fromDay,
        toDay,
        coverId: cover?.id ?? null,
        createdAt: office.clock.now(),
      },
    });
  const asks = (key: string, id: number, discount = 0.1) =>
    sendIntent(office, key, { name: 'quote.make', input: { deal: `#${id}`, discount } });
  const approval = (id: number) =>
    db().approval.findFirstOrThrow({ where: { opportunityId: id }, orderBy: { id: 'desc' } });
  const decides = async (key: string, id: number) =>
    sendIntent(office, key, {
      name: 'approval.decide',
      input: { approval: `#${(await approval(id)).id}`, verdict: 'approve' },
    });
  const heard = (who: Someone, text: string) => who.all().filter((one) => one.text.includes(text));
  const at = async (instant: string) => {
    office.clock.at(instant);
    await office.jobs();
  };

  test('a manager who is away is stood in for by whoever may give it; nobody of another team decides otherwise', async () => {
    const id = await opened(mei, '代批实业');
    await asks('mei', id);
    mei.hears('等周启明审批');
    await decides('other', id);
    other.hears('不归你批');
    await away(boss, '2026-11-12', '2026-11-13', other);
    const second = await opened(mei, '代批二期');
    await asks('mei', second);
    mei.hears('等赵南审批');
    other.hears('陈梅申请：代批二期 10%（9折）');
    await other.presses('同意');
    mei.hears('赵南同意了 代批二期 10%（9折）');
    await decides('other', id);
    mei.hears('赵南同意了 代批实业 10%（9折）');
  });

  test('without one who may, it goes on to an admin: a rep who stands in never decides, least of all on their own', async () => {
    await away(boss, '2026-11-12', '2026-11-13', mei);
    const [id, second] = [await opened(mei, '越级实业'), await opened(lei, '越级二期')];
    await asks('mei', id);
    mei.hears('等吴总审批');
    root.hears('陈梅申请：越级实业');
    await asks('lei', second);
    lei.hears('等吴总审批');
    for (const one of [id, second]) {
      await decides('mei', one);
      mei.hears(one === id ? '不能批自己的' : '不归你批');
      expect((await approval(one)).state).toBe('asked');
    }
    await away(root, '2026-11-12', '2026-11-13');
    const third = await opened(mei, '都不在实业');
    await asks('mei', third);
    mei.hears('等周启明审批');
  });

  test('what lapses while the asker is away is told to who stands in, and without a cover once they are back', async () => {
    const id = await opened(dana, 'Northwind');
    await asks('dana', id);
    await away(dana, '2026-11-13', '2026-11-16', tom);
    await at('2026-11-14T02:01:00Z');
    expect(heard(tom, 'The discount request for Northwind has lapsed · for Dana Ruiz')).toHaveLength(1);
    expect(heard(dana, 'has lapsed')).toHaveLength(0);
    expect((await approval(id)).state).toBe('expired');

    office.clock.at(thursday);
    const second = await opened(mei, '等回来实业');
    await asks('mei', second);
    await away(mei, '2026-11-13', '2026-11-16');
    await at('2026-11-14T02:01:00Z');
    await at('2026-11-16T09:00:00Z');
    expect(heard(mei, '等回来实业 的优惠申请过期了')).toHaveLength(0);
    await at('2026-11-17T02:00:30Z');
    await at('2026-11-17T03:00:00Z');
    expect(heard(mei, '等回来实业 的优惠申请过期了')).toHaveLength(1);
  });

  test('a quote that runs out is told to who stands in, and of a resting deal on the day it wakes up', async () => {
    const id = await opened(dana, 'Contoso');
    const quote = (key: string, one: number) =>
      sendIntent(office, key, { name: 'quote.make', input: { deal: `#${one}`, validUntil: '2026-11-15' } });
    await quote('dana', id);
    await away(dana, '2026-11-16', '2026-11-18', tom);
    const rests = await opened(mei, '静养实业');
    await quote('mei', rests);
    await asks('mei', rests);
    await mei.says('静养实业先放一放到12月1号');
    mei.hears('先放一放：静养实业');
    await at('2026-11-15T01:00:00Z');
    await at('2026-11-16T01:00:30Z');
    await at('2026-11-20T01:00:30Z');
    expect(heard(tom, 'The quote for Contoso has run out · for Dana Ruiz')).toHaveLength(1);
    expect(heard(dana, 'has run out')).toHaveLength(0);
    expect([...heard(mei, '静养实业 的报价过期了'), ...heard(mei, '静养实业 的优惠申请过期了')]).toEqual([]);
    await at('2026-12-01T01:00:30Z');
    await at('2026-12-01T02:00:30Z');
    expect(heard(mei, '静养实业 的报价过期了')).toHaveLength(1);
    expect(heard(mei, '静养实业 的优惠申请过期了')).toHaveLength(1);
  });

  test('a rest puts off what the stage brought to do, until it wakes up; undo brings it back', async () => {
    const id = await opened(mei, '缓办实业', {
      stage: 'solution',
      facts: { pain: '慢', decision_maker: '王总', budget: { amount: '300000.00', currency: 'CNY' } },
    });
    const tasks = async () =>
      (await db().touch.findMany({ where: { opportunityId: id, origin: 'stage', removedAt: null } })).map((one) => [
        one.wallTime,
        one.state,
      ]);
    await sendIntent(office, 'mei', { name: 'deal.move', input: { deal: `#${id}`, stage: 'quote' } });
    const before = [['2026-11-16 09:00', 'open']];
    expect(await tasks()).toEqual(before);
    await mei.says('缓办实业先放一放到12月1号');
    mei.hears('到时再办', '待办 1 件');
    expect(await tasks()).toEqual([['2026-12-01 10:00', 'open']]);
    await mei.says('撤销');
    expect(await tasks()).toEqual(before);
  });

  test('another try is planned for a day the owner works, and not while the deal was to rest', async () => {
    await away(mei, '2026-12-14', '2026-12-15');
    const lost = async (id: number) => {
      await sendIntent(office, 'mei', {
        name: 'deal.move',
        input: { deal: `#${id}`, stage: 'lost', facts: { loss_reason: 'silent' } },
      });
      const where = { opportunityId: id, origin: 'revisit', state: 'open', removedAt: null };
      return (await db().touch.findMany({ where, orderBy: { dueAt: 'asc' } })).map((one) => one.wallTime);
    };
    expect(await lost(await opened(mei, '再访实业'))).toEqual(['2026-12-16 09:00']);
    const rests = await opened(mei, '再访二期', { pausedUntil: new Date('2027-01-11T00:00:00Z') });
    expect(await lost(rests)).toEqual(['2027-01-11 09:00']);
  });

  test('the customer takes along, when it is given to a colleague, the other try at a deal that was lost', async () => {
    const company = await customer(office, mei, '随行实业');
    const id = await deal(office, mei, company, '随行实业');
    await sendIntent(office, 'mei', {
      name: 'deal.move',
      input: { deal: `#${id}`, stage: 'lost', facts: { loss_reason: 'budget' } },
    });
    await sendIntent(office, 'mei', { name: 'deal.give', input: { deal: `#${company}`, to: '王磊' } });
    const wakes = await db().touch.findMany({ where: { opportunityId: id, origin: 'revisit', state: 'open' } });
    expect(wakes.map((one) => one.ownerId)).toEqual([lei.id]);
  });

  test('a task for a role goes to one who is at work', async () => {
    const late = await office.hire({ key: 'late', name: '孙二', role: 'manager', team: '华东组' });
    const stage = office.bot.app.playbook.pipelines[0]?.stages.find((one) => one.key === 'solution');
    stage?.tasks.push({ key: 'check', what: { zh: '审方案', en: 'Check' }, workingDays: 0, role: 'manager' });
    await away(boss, '2026-11-12', '2026-11-13');
    const id = await opened(mei, '派活实业', { facts: { pain: '慢' } });
    await sendIntent(office, 'mei', { name: 'deal.move', input: { deal: `#${id}`, stage: 'solution' } });
    const tasks = await db().touch.findMany({ where: { opportunityId: id, origin: 'stage' } });
    expect(tasks.map((one) => one.ownerId)).toEqual([late.id]);
    stage?.tasks.pop();
    await db().person.update({ where: { id: late.id }, data: { active: false } });
  });
});
