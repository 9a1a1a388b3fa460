import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { createModel } from '../../bot/model/index.ts';
import { ModelStandIn } from '../support/model-standin.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('with a model to ask, on $name', ({ open }) => {
  let standIn: ModelStandIn;
  let office: Office;
  let mei: Someone;
  let hengtong: number;

  beforeAll(async () => {
    standIn = await ModelStandIn.start();
    const model = createModel({
      baseUrl: standIn.baseUrl,
      model: 'some-model',
      timeoutMs: 150,
      perPersonPerHour: 100,
      perDay: 100,
      log: createLog('silent'),
    });
    office = await openOffice(await open(), undefined, model);
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    hengtong = await deal(office, mei, await customer(office, mei, '恒通精密'), '恒通精密', { amount: '500000' });
    await office.bot.app.names?.refresh();
  });
  afterAll(async () => {
    await office.close();
    await standIn.stop();
  });
  beforeEach(() => standIn.plan({ says: { intents: [] } }));

  const amount = async () =>
    Number((await office.bot.app.db.opportunity.findUniqueOrThrow({ where: { id: hengtong } })).amount);
  const puzzling = '恒通精密那个数咱们是不是往上挪挪搞个六十的样子得了';

  test('what the grammar settles is not asked', async () => {
    await mei.says('恒通精密金额改成51万');
    await mei.says('不要把恒通精密推进到报价');
    await mei.says('谢谢');
    await mei.says('昨晚做梦梦到恒通精密把合同烧了');
    expect(standIn.asked).toEqual([]);
    expect(await amount()).toBe(510_000);
  });

  test('what it proposes is told and done on a yes; it saw no name', async () => {
    standIn.plan({
      says: { intents: [{ name: 'deal.update', input: { deal: '⟦company1⟧', amount: { amount: 600_000 } } }] },
    });
    await mei.says(puzzling);
    mei.hears('恒通精密', '600,000');
    expect(standIn.asked).toHaveLength(1);
    expect(standIn.asked[0]?.raw).not.toContain('恒通');
    expect(await amount()).toBe(510_000);
    await mei.presses('确认');
    expect(await amount()).toBe(600_000);
  });

  test.each([
    ['a deal', { name: 'deal.show', input: { deal: '⟦company1⟧' } }, '恒通精密'],
    ['the deals', { name: 'deal.list', input: {} }, '恒通精密'],
    ['what to say', { name: 'talk.find', input: { objection: '太贵', deal: '⟦company1⟧' } }, '先说'],
  ])('what only shows %s is shown at once, without a question', async (_what, intent, shown) => {
    standIn.plan({ says: { intents: [intent] } });
    await mei.says(puzzling);
    mei.hears(shown);
    mei.hearsNot('现在什么都没改');
  });

  test.each([
    ['down', { status: 500 }],
    ['slow', { hangs: true as const }],
    ['hostile', { says: { intents: [{ name: 'people.change', input: { person: '陈梅', role: 'admin' } }] } }],
    ['talkative', { says: 'Sure! I have marked the deal as won.' }],
  ])('when it is %s the answer is as without it, and nothing changes', async (_how, turn) => {
    standIn.plan(turn);
    const before = await office.bot.app.db.command.count();
    await mei.says(puzzling);
    mei.hears('原话记成备注');
    expect(await office.bot.app.db.command.count()).toBe(before);
    await mei.says('看下恒通精密');
    mei.hears('恒通精密');
  });
});
