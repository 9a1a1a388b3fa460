import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readPlaybook } from '../../bot/playbook/load.ts';
import type { Stage } from '../../bot/playbook/schema.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

const question = {
  key: 'why_now',
  name: { zh: '为什么是现在', en: 'Why now' },
  words: [],
  ask: { zh: '客户为什么现在要买？', en: 'Why do they buy now?' },
};

describe.each(surfaces)('the gate on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let boss: Someone;
  let dana: Someone;
  let sam: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    sam = await office.hire({ key: 'sam', name: 'Sam West', role: 'manager', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const made = async (who: Someone, title: string, more: Record<string, unknown> = {}) =>
    deal(office, who, await customer(office, who, title), title, more);
  const stands = (id: number) => db().opportunity.findUniqueOrThrow({ where: { id } });
  const journal = async (id: number) =>
    (await db().journal.findMany({ where: { entity: 'Opportunity', entityId: id }, orderBy: { id: 'asc' } })).map(
      ({ field, new: now, personId }) => [field, now, personId],
    );
  /** The team's process with one stage otherwise, for as long as it takes. */
  const with_ = async (key: string, otherwise: Partial<Stage>, play: () => Promise<void>) => {
    const { app } = office.bot;
    const before = app.playbook;
    const pipelines = before.pipelines.map((pipeline) => ({
      ...pipeline,
      stages: pipeline.stages.map((stage) => (stage.key === key ? { ...stage, ...otherwise } : stage)),
    }));
    app.playbook = { ...before, pipelines };
    await play();
    app.playbook = before;
  };
  const known = { pain: '交付慢' };

  test('a refused move says what is missing; one reply fills it and moves', async () => {
    const id = await made(mei, '临安精密', { stage: 'solution', facts: known });
    await mei.says('临安精密 推进到报价');
    mei.hears('「临安精密」还差一点', '还缺：决策人、预算', '谁拍板');
    await mei.says('决策人王总 预算50w');
    mei.hears('临安精密 → 报价', '王总', '¥500,000');
    expect((await stands(id)).stage).toBe('quote');
    const there = await made(dana, 'Larkfield', { stage: 'solution', facts: known });
    await dana.says('move Larkfield to quote');
    dana.hears('Still missing: Decision maker, Budget');
    await dana.says('decision maker Mr Wang, budget 50k');
    dana.hears('Larkfield → Quote', 'Mr Wang');
    expect((await stands(there)).stage).toBe('quote');
  });

  test('half an answer fills half, and what is still missing is asked', async () => {
    const id = await made(mei, '半答实业', { stage: 'solution', facts: known });
    await mei.says('半答实业 推进到报价');
    await mei.says('决策人王总');
    mei.hears('还缺：预算');
    mei.hearsNot('决策人是谁');
    await mei.says('50w');
    mei.hears('半答实业 → 报价', '王总', '¥500,000');
    expect(await stands(id)).toMatchObject({ stage: 'quote', facts: { decision_maker: '王总' } });
    await made(dana, 'Halfway', { stage: 'solution', facts: known });
    await dana.says('move Halfway to quote');
    await dana.says('decision maker Mr Wang');
    dana.hears('Still missing: Budget');
    await dana.says('50k');
    dana.hears('Halfway → Quote');
  });

  test('a manager moves it anyway with a reason, which is journalled with what lacked; the owner is told', async () => {
    const id = await made(mei, '急单实业', { stage: 'solution', facts: known });
    await boss.says('把急单实业直接推进到报价，原因是客户急着要');
    boss.hears('急单实业 → 报价', '破例原因', '客户急着要', '破例时缺', '决策人、预算');
    mei.hears('周启明破例把 急单实业 推进到报价', '客户急着要', '还缺：决策人、预算');
    expect(await journal(id)).toEqual(
      expect.arrayContaining([
        ['stage', 'quote', boss.id],
        ['facts.override_reason', '客户急着要', boss.id],
        ['facts.override_missing', ['decision_maker', 'budget'], boss.id],
      ]),
    );
    await boss.presses('撤销');
    boss.hears('已撤销');
    expect(await stands(id)).toMatchObject({ stage: 'solution', facts: known });

    const there = await made(dana, 'Rushmore', { stage: 'solution', facts: known });
    await sam.says("move Rushmore to Quote anyway because they can't wait");
    sam.hears('Rushmore → Quote', "they can't wait", 'Decision maker, Budget');
    dana.hears('Sam West moved Rushmore to Quote as an exception', "they can't wait");
    expect((await stands(there)).stage).toBe('quote');
  });

  test('an exception needs a reason, which is asked for', async () => {
    const id = await made(mei, '缘由实业', { stage: 'solution', facts: known });
    await boss.says('把缘由实业破例推进到报价');
    boss.hears('原因是什么');
    expect((await stands(id)).stage).toBe('solution');
    await boss.says('客户下周停产');
    boss.hears('缘由实业 → 报价', '客户下周停产');
    expect((await stands(id)).facts).toMatchObject({ override_reason: '客户下周停产' });
  });

  test('a rep makes no exception: what lacks is asked, and who may is named', async () => {
    const id = await made(mei, '自己实业', { stage: 'solution', facts: known });
    await mei.says('把自己实业直接推进到报价，原因是客户急');
    mei.hears('还缺：决策人、预算', '破例推进要主管或管理员');
    expect((await stands(id)).stage).toBe('solution');
    await mei.says('决策人王总 预算50w');
    mei.hears('自己实业 → 报价');
    expect((await stands(id)).facts).not.toHaveProperty('override_reason');
    await made(dana, 'Ownfield', { stage: 'solution', facts: known });
    await dana.says('move Ownfield to Quote anyway because they are in a hurry');
    dana.hears('Still missing', 'An exception takes a manager or an admin');
  });

  test('a rep goes past a stage when all it asks is known; a manager may skip it, but nobody skips to a win', async () => {
    const id = await made(mei, '跳级实业', { facts: known });
    await mei.says('跳级实业 推进到报价');
    mei.hears('还缺：决策人、预算', '主管或管理员可以跳过方案沟通');
    await mei.says('取消');
    await boss.says('跳级实业 推进到报价');
    boss.hears('跳级实业 → 报价');
    await boss.says('跳级实业 赢单');
    boss.hears('还缺', '金额', '签约日', '要破例：把跳级实业直接推进到赢单');
    expect((await stands(id)).stage).toBe('quote');
  });

  test('where the playbook says one stage at a time, a rep is told so and who may', async () => {
    const id = await made(mei, '逐级实业', {
      facts: { ...known, decision_maker: '王总', budget: { amount: '1', currency: 'CNY' } },
    });
    await with_('solution', { moves: { skip: { rep: 'never' } } }, async () => {
      await mei.says('逐级实业 推进到报价');
      mei.hears('一步一步来', '还没走过方案沟通', '请主管或管理员');
      expect((await stands(id)).stage).toBe('need');
      await mei.presses('推进到方案沟通');
      mei.hears('逐级实业 → 方案沟通');
    });
  });

  test('going back is free with its reason kept; a stage may ask for the reason, or allow it to some only', async () => {
    const id = await made(mei, '回头实业', { stage: 'quote', facts: known });
    await mei.says('回头实业退回到方案沟通，因为客户改需求');
    mei.hears('回头实业 → 方案沟通', '退回原因', '客户改需求');
    expect(await journal(id)).toContainEqual(['facts.back_reason', '客户改需求', mei.id]);
    const asked = await made(mei, '追问实业', { stage: 'quote', facts: known });
    await with_('quote', { moves: { back: { rep: 'reason' } } }, async () => {
      await mei.says('追问实业退回到方案沟通');
      mei.hears('原因是什么');
      await mei.says('预算被砍了一半');
      mei.hears('追问实业 → 方案沟通', '预算被砍了一半');
    });
    expect((await stands(asked)).stage).toBe('solution');
    const kept = await made(dana, 'Keepwell', { stage: 'quote', facts: known });
    await with_('quote', { moves: { back: { rep: 'never' } } }, async () => {
      await dana.says('move Keepwell back to Solution because they changed the scope');
      dana.hears('Not back from here', 'A manager or admin may take it back');
      expect((await stands(kept)).stage).toBe('quote');
      await sam.says('move Keepwell back to Solution because they changed the scope');
      sam.hears('Keepwell → Solution', 'they changed the scope');
    });
  });

  test('a card tells whose the stage is and how long a deal has for it', async () => {
    const id = await made(mei, '限期实业', { stageAt: new Date('2026-11-02T02:00:00Z') });
    await with_('need', { owner: 'manager' }, async () => {
      await mei.says('看下限期实业');
      mei.hears('在此阶段 10 天', '还剩 4 天', '本阶段由主管负责');
    });
    await with_('need', { dueDays: 7 }, () => mei.says(`查看 商机 #${id}`));
    mei.hears('超期 3 天');
  });

  test('a stage may ask a question openly; the answer is kept in the rep’s words as a fact of the deal', async () => {
    const { app } = office.bot;
    const before = app.playbook;
    const asked = {
      ...before,
      pipelines: before.pipelines.map((one) => ({
        ...one,
        stages: one.stages.map((stage) => (stage.key === 'need' ? { ...stage, questions: [question] } : stage)),
      })),
    };
    app.playbook = { ...readPlaybook(stringify({ ...asked, version: undefined })), version: before.version };
    const id = await made(mei, '开问实业', { facts: known });
    await mei.says('开问实业 推进到方案沟通');
    mei.hears('还缺：为什么是现在', '客户为什么现在要买？');
    await mei.says('旺季前要上线，预算被砍了一半');
    mei.hears('开问实业 → 方案沟通', '为什么是现在', '旺季前要上线');
    expect((await stands(id)).facts).toMatchObject({ why_now: expect.stringContaining('预算被砍了一半') });
    await mei.says('看下开问实业');
    mei.hears('为什么是现在', '旺季前要上线');
    await made(dana, 'Openhurst', { facts: known });
    await dana.says('move Openhurst to solution');
    dana.hears('Still missing: Why now', 'Why do they buy now?');
    await dana.says('their old line stops in March');
    dana.hears('Openhurst → Solution', 'their old line stops in March');
    app.playbook = before;
  });

  test('a button two people see moves once: the second is told where it stands', async () => {
    const id = await made(mei, '抢按实业', { facts: known });
    const press = { name: 'deal.move', input: { deal: `#${id}`, stage: 'solution' } } as const;
    await Promise.all([sendIntent(office, 'mei', press), sendIntent(office, 'boss', press)]);
    const moves = await db().journal.count({ where: { entityId: id, field: 'stage' } });
    expect(moves).toBe(1);
  });
});
