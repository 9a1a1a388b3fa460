import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { contact, customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('one sentence, several records, on $name', ({ name, open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;
  let hengtong: number;
  let northwind: number;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({
      key: 'dana',
      name: 'Dana Ruiz',
      role: 'rep',
      team: 'East',
      language: 'en',
      zone: 'America/New_York',
    });
    const facts = { pain: '交付慢', decision_maker: '王总', budget: { amount: '500000.00', currency: 'CNY' } };
    const customerId = await customer(office, mei, '恒通精密');
    await contact(office, customerId, '王总');
    hengtong = await deal(office, mei, customerId, '恒通精密', { amount: '500000', facts });
    const firm = await customer(office, dana, 'Northwind');
    northwind = await deal(office, dana, firm, 'Northwind', { amount: '60000', currency: 'USD' });
  });
  afterAll(() => office.close());

  const send = (key: string, ...parts: Intent[]) => sendIntent(office, key, { name: 'several', input: { parts } });
  const dealAt = (id: number) => office.bot.app.db.opportunity.findUniqueOrThrow({ where: { id } });
  const visit = (who: string): Intent => ({
    name: 'activity.log',
    input: { who, contacts: ['王总', '财务'], channel: 'visit', objection: 'price' },
  });
  const budget: Intent = {
    name: 'deal.update',
    input: { deal: '恒通精密', facts: { budget: { amount: 800_000, currency: 'CNY' } } },
  };
  const demo: Intent = {
    name: 'task.add',
    input: { who: '恒通精密', what: '演示', at: '2026-11-18T15:00:00+08:00', kind: 'meeting' },
  };
  const quote: Intent = {
    name: 'task.add',
    input: { who: '恒通精密', what: '报价', at: '2026-11-30T18:00:00+08:00' },
  };
  /** A drop button stands for the line it is at; where buttons speak, it has the line's number in front. */
  const drop = async (who: Someone, line: number, label: string) => {
    const own = who.last().buttons.filter((one) => one.endsWith(label));
    expect(own.length).toBeGreaterThan(line);
    const chosen = own[line] ?? '';
    if (own.indexOf(chosen) === line) return who.presses(chosen);
    const undo = [...(await stored())].filter((one) => one.label === label)[line];
    await sendIntent(office, 'mei', undo?.intent as Intent);
  };
  const stored = async () => {
    const message = await office.bot.app.db.message.findFirstOrThrow({
      where: { kind: 'answer' },
      orderBy: { id: 'desc' },
    });
    const { blocks } = message.card as unknown as {
      blocks: { items?: { buttons?: { label: string; intent: Intent }[] }[] }[];
    };
    return blocks.flatMap((block) => (block.items ?? []).flatMap((item) => item.buttons ?? []));
  };

  test('one card: each change with what it was, and a button to drop it', async () => {
    await send('mei', visit('恒通精密'), budget, demo, quote);
    mei.hears('恒通精密 · 记下 5 项', '拜访', '王总、财务', '顾虑：嫌贵', '预算：¥500,000 → ¥800,000');
    mei.hears('预约：演示 · 11月18日周三 15:00', '待办：报价 · 11月30日周一 18:00', '去掉', '全部撤销');
    expect(mei.last().text).not.toMatch(/\{|\}|undefined|object/i);
    await mei.presses('全部撤销');
    mei.hears('已撤销');
  });

  test('a line dropped: that one only, the card says so, and it can be dropped once', async () => {
    await send('mei', visit('恒通精密'), budget, demo);
    const before = mei.all().length;
    await drop(mei, 2, '去掉');
    mei.hears('已去掉', '预算');
    expect(await dealAt(hengtong)).toMatchObject({ facts: { budget: { amount: '500000.00' } }, nextStep: '演示' });
    expect(mei.all().length).toBe(before + 1);
    await mei.presses('全部撤销');
    mei.hears('已撤销', '下一步');
    mei.hearsNot('预算');
    expect((await dealAt(hengtong)).nextStep).toBeNull();
  });

  // A message on DingTalk stays as it was sent.
  const changing = name === 'DingTalk' ? () => {} : test;
  changing('where a message can change, the card itself shows what is dropped', async () => {
    await send('mei', visit('恒通精密'), budget);
    const at = mei.all().length - 1;
    await mei.presses('去掉');
    const card = mei.all()[at];
    expect(card?.text).toContain('拜访');
    expect(card?.text).toContain('王总、财务（已去掉）');
    expect(card?.text).toContain('顾虑：嫌贵（已去掉）');
    expect(card?.buttons).toEqual(['去掉', '全部撤销']);
    await mei.presses('全部撤销');
    expect(mei.all()[at]?.text).toContain('¥800,000（已去掉）');
    expect(mei.all()[at]?.buttons).toEqual([]);
  });

  test('one thing lacks something: nothing is written, the line is named, and the answer completes all of it', async () => {
    const { db } = office.bot.app;
    await office.bot.app.db.opportunity.update({ where: { id: hengtong }, data: { facts: { pain: '交付慢' } } });
    const before = await db.activity.count();
    await send('mei', visit('恒通精密'), { name: 'deal.move', input: { deal: '恒通精密', stage: '报价' } }, demo);
    mei.hears('还缺', '决策人', '预算', '卡在「恒通精密 推进到 报价」');
    expect(await db.activity.count()).toBe(before);
    await mei.says('决策人王总');
    mei.hears('还缺', '预算');
    mei.hearsNot('决策人是谁');
    expect(await db.activity.count()).toBe(before);
    await mei.says('预算50w');
    mei.hears('恒通精密 · 记下 4 项', '拜访', '需求确认 → 报价', '演示');
    expect(await dealAt(hengtong)).toMatchObject({ stage: 'quote', nextStep: '演示' });
    await mei.says('撤销');
    expect(await dealAt(hengtong)).toMatchObject({ stage: 'need', facts: { pain: '交付慢' } });
  });

  test('what a sentence tells with a move is there when the stage asks for it', async () => {
    await send(
      'mei',
      { name: 'deal.move', input: { deal: '恒通精密', stage: '报价' } },
      {
        name: 'deal.update',
        input: { deal: '恒通精密', facts: { decision_maker: '王总', budget: { amount: 1, currency: 'CNY' } } },
      },
    );
    mei.hears('记下', '需求确认 → 报价', '决策人：王总');
    await mei.says('撤销');
  });

  test('two candidates: a question with buttons; the choice is made for the whole sentence', async () => {
    for (const title of ['永兴上海', '永兴北京'])
      await deal(office, mei, await customer(office, mei, title), title, { amount: '100000' });
    const parts: Intent[] = [
      { name: 'deal.update', input: { deal: '永兴', amount: { amount: 150_000, currency: 'CNY' } } },
      { name: 'task.add', input: { who: '永兴', what: '寄合同', at: '2026-11-18T15:00:00+08:00' } },
    ];
    for (const choose of [() => mei.says('2'), () => mei.presses(mei.last().buttons[1] ?? '')]) {
      await send('mei', ...parts);
      mei.hears('是哪一个', '永兴上海', '永兴北京');
      const second = /2\. (永兴(?:上海|北京))/.exec([mei.last().text, ...mei.last().buttons].join('\n'))?.[1] ?? '?';
      await choose();
      mei.hears(`${second} · 记下 2 项`, '¥150,000', '寄合同');
      await mei.says('撤销');
      mei.hears('已撤销');
    }
  });

  test('a lead that may be here already holds the whole sentence until that is settled', async () => {
    const { db } = office.bot.app;
    await sendIntent(office, 'mei', { name: 'lead.create', input: { company: '双木科技', name: '林一' } });
    await send(
      'mei',
      { name: 'lead.create', input: { company: '双木科技', name: '林二' } },
      { name: 'task.add', input: { who: '林二', what: '寄样品', at: '2026-11-18T15:00:00+08:00' } },
    );
    mei.hears('可能已经有了', '卡在');
    expect(await db.touch.count({ where: { what: '寄样品' } })).toBe(0);
    await mei.presses('不是同一个，仍然新建');
    mei.hears('林二', '寄样品', '记下 2 项');
    expect(await db.touch.count({ where: { what: '寄样品' } })).toBe(1);
    await mei.says('撤销');
    expect(await db.lead.count({ where: { name: '林二', removedAt: null } })).toBe(0);
  });

  test('what is only looked at is shown after what was changed', async () => {
    await send('mei', demo, { name: 'deal.list', input: {} });
    const [card, list] = mei.all().slice(-2);
    expect(card?.text).toContain('演示');
    expect(list?.text).toContain('恒通精密');
    await mei.says('撤销');
  });

  test('in English', async () => {
    await send(
      'dana',
      { name: 'activity.log', input: { who: 'Northwind', contacts: ['Sam'], channel: 'call', objection: 'price' } },
      { name: 'deal.update', input: { deal: 'Northwind', amount: { amount: 68_000, currency: 'USD' } } },
      { name: 'task.add', input: { who: 'Northwind', what: 'demo', at: '2026-11-18T15:00:00-05:00', kind: 'meeting' } },
      { name: 'task.add', input: { who: 'Northwind', what: 'sign', at: '2026-11-20T18:00:00-05:00', side: 'them' } },
    );
    dana.hears('Northwind · 5 changes saved', 'Sam', 'Objection: Price', '$60,000', '$68,000');
    dana.hears('Appointment: demo', 'Wed', 'They promised: sign', 'Drop', 'Undo all');
    expect(dana.last().text).not.toMatch(/[\u4e00-\u9fff]/);
    await dana.presses('Undo all');
    dana.hears('Undone');
    expect(Number((await dealAt(northwind)).amount)).toBe(60_000);
  });
});
