import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('what a stage brings to do, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let boss: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const opened = async (owner: Someone, name: string, more = {}) => {
    const id = await deal(office, owner, await customer(office, owner, name), name, more);
    await office.bot.app.names?.refresh();
    return id;
  };
  const tasks = async (id: number) => {
    const where = { opportunityId: id, origin: 'stage', removedAt: null };
    const found = await db().touch.findMany({ where, orderBy: { dueAt: 'asc' } });
    return found.map((one) => [one.what, one.wallTime, one.ownerId, one.state]);
  };
  const signed = { stage: 'contract', facts: { signed_on: '2026-11-10' } };

  test('a won deal starts after-sales: its tasks are named and planned on working days, and undone with it', async () => {
    const id = await opened(mei, '恒通精密', signed);
    await mei.says('恒通精密赢了');
    mei.hears('恭喜', '接下来', '交付交接电话', '核对回款', '满意度回访电话', '撤销');
    const planned = [
      ['交付交接电话', '2026-11-16 09:00', mei.id, 'open'],
      ['核对回款', '2026-11-23 09:00', mei.id, 'open'],
      ['满意度回访电话', '2026-12-24 09:00', mei.id, 'open'],
    ];
    expect(await tasks(id)).toEqual(planned);
    await mei.presses('撤销');
    mei.hears('已撤销');
    expect(await tasks(id)).toEqual([]);
    expect((await db().opportunity.findUniqueOrThrow({ where: { id } })).status).toBe('open');
    await mei.says('恒通精密赢了');
    expect(await tasks(id)).toEqual(planned);
  });

  test('after-sales tasks are reminded of although the deal is closed, and ticked off', async () => {
    const id = await opened(dana, 'Northwind', signed);
    await dana.says('won Northwind');
    dana.hears('Next up', 'Delivery hand-over call', 'Payment check', 'Satisfaction call');
    office.clock.at('2026-11-16T01:01:00Z');
    await office.jobs();
    expect(
      dana
        .all()
        .map((one) => one.text)
        .join('\n'),
    ).toMatch(/Northwind[\s\S]*Delivery hand-over call/);
    await dana.presses('Done');
    expect((await tasks(id))[0]).toEqual(['Delivery hand-over call', '2026-11-16 09:00', dana.id, 'done']);
    office.clock.at(thursday);
  });

  test('a stage on the way brings its own; entered again it does not bring them twice; a lost deal drops them', async () => {
    const id = await opened(mei, '往返实业', {
      stage: 'solution',
      amount: '300000',
      facts: { pain: '慢', decision_maker: '王总', budget: { amount: '300000.00', currency: 'CNY' } },
    });
    const move = (stage: string, facts = {}) =>
      sendIntent(office, 'mei', { name: 'deal.move', input: { deal: `#${id}`, stage, facts } });
    await move('quote');
    mei.hears('接下来', '确认客户收到报价');
    await move('solution');
    mei.hearsNot('接下来');
    await move('quote');
    mei.hearsNot('接下来');
    expect(await tasks(id)).toEqual([['确认客户收到报价、有没有疑问', '2026-11-16 09:00', mei.id, 'open']]);
    await move('lost', { loss_reason: 'price' });
    expect((await tasks(id)).map((one) => one[3])).toEqual(['skipped']);
  });

  test('a task for a role goes to the nearest such person, who is told; without one the owner has it', async () => {
    const stage = office.bot.app.playbook.pipelines[0]?.stages.find((one) => one.key === 'solution');
    const what = { zh: '审方案', en: 'Check the solution' };
    stage?.tasks.push({ key: 'check', what, workingDays: 0, role: 'manager' });
    const id = await opened(mei, '派活实业', { facts: { pain: '慢' } });
    await sendIntent(office, 'mei', { name: 'deal.move', input: { deal: `#${id}`, stage: 'solution' } });
    mei.hears('审方案', '周启明');
    boss.hears('新待办 · 派活实业', '陈梅把它推进到了方案沟通', '审方案', '完成');
    expect(await tasks(id)).toEqual([['审方案', '2026-11-12 18:00', boss.id, 'open']]);
    const alone = await opened(dana, 'Lonely', { facts: { pain: 'slow' } });
    await sendIntent(office, 'dana', { name: 'deal.move', input: { deal: `#${alone}`, stage: 'solution' } });
    dana.hears('Check the solution');
    expect(await tasks(alone)).toEqual([['Check the solution', '2026-11-12 18:00', dana.id, 'open']]);
    stage?.tasks.pop();
  });

  test('in a sentence of several things the tasks are told with the move', async () => {
    const id = await opened(mei, '两件实业', signed);
    const several = { deal: `#${id}` };
    await sendIntent(office, 'mei', {
      name: 'several',
      input: {
        parts: [
          { name: 'deal.move', input: { ...several, stage: 'won' } },
          { name: 'activity.log', input: { who: `#${id}`, channel: 'visit' } },
        ],
      },
    });
    mei.hears('交付交接电话', '核对回款');
    expect(await tasks(id)).toHaveLength(3);
  });
});
