import { assert, asyncProperty, option, record, string } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { answerTo, customer, deal, lead, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let lei: Someone;
let boss: Someone;
let dana: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const merge = (keep: number | string, drop: number | string, sure?: boolean): Intent => ({
  name: 'lead.merge',
  input: {
    keep: typeof keep === 'number' ? `#${keep}` : keep,
    drop: typeof drop === 'number' ? `#${drop}` : drop,
    ...(sure ? { sure } : {}),
  },
});
const read = (id: number) => db().lead.findUniqueOrThrow({ where: { id } });

async function logged(leadId: number, note: string): Promise<number> {
  await sendIntent(office, 'mei', { name: 'activity.log', input: { who: `#${leadId}`, channel: 'call', note } });
  return (await db().activity.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}

test('asked first: what is filled in, what moves, where they differ; nothing is written until yes, and undo restores all', async () => {
  const keep = await lead(office, mei, '合并电子', { phone: '+8613800000001', grade: 'D' });
  const drop = await lead(office, mei, '合并电子厂', {
    ...{ name: '王建国', phone: '+8613900000002', industry: 'manufacturing', headcount: 900, city: '苏州' },
    ...{ budget: '500000', currency: 'CNY', lastTouchAt: new Date('2026-11-12T01:00:00Z') },
  });
  const activity = await logged(drop, '聊过一次');
  const promised = await touch(office, mei, { leadId: drop });
  const company = await customer(office, mei, '合并客户');
  const opened = await deal(office, mei, company, '合并客户', { leadId: drop });
  const before = { keep: await read(keep), drop: await read(drop) };

  await sendIntent(office, 'mei', merge(keep, drop));
  mei.hears('要合并这两条线索吗', '现在什么都没改', `合并电子 #${keep}`, `合并电子厂 · 王建国 #${drop}`);
  mei.hears(/补上 .*姓名 王建国.*行业 制造业.*城市 苏州.*人数 900.*预算 ¥500,000/);
  mei.hears('跟进记录 1 条', '待办 2 件', '商机 1 个', '公司、电话');
  expect([await read(keep), await read(drop)]).toEqual([before.keep, before.drop]);

  const { asks } = await answerTo(office, mei, merge(keep, drop));
  expect(asks).toMatchObject(merge(keep, drop, true));
  await sendIntent(office, 'mei', asks as Intent);
  mei.hears('已合并到：合并电子', '姓名 王建国', '跟进记录 1 条', '待办 2 件', '商机 1 个', '撤销');
  expect(await read(keep)).toMatchObject({
    ...{ company: '合并电子', name: '王建国', phone: '+8613800000001', industry: 'manufacturing', headcount: 900 },
    ...{ city: '苏州', currency: 'CNY' },
  });
  expect((await read(keep)).grade).not.toBe('D');
  expect((await read(drop)).status).toBe('merged');
  const places = async () => [
    (await db().activity.findUniqueOrThrow({ where: { id: activity } })).leadId,
    (await db().touch.findUniqueOrThrow({ where: { id: promised } })).leadId,
    (await db().opportunity.findUniqueOrThrow({ where: { id: opened } })).leadId,
  ];
  expect(await places()).toEqual([keep, keep, keep]);

  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  mei.hears('已撤销');
  expect(await places()).toEqual([drop, drop, drop]);
  const { version: _, ...restored } = await read(keep);
  expect(restored).toEqual({ ...before.keep, version: undefined });
  expect(await read(drop)).toEqual({ ...before.drop, version: expect.any(Number) });
});

test('a merged lead is in no list, is not found by name or number, and is no duplicate', async () => {
  const keep = await lead(office, mei, '留下电子');
  const drop = await lead(office, mei, '隐去电子', { phone: '+8613800000077' });
  await sendIntent(office, 'mei', merge(keep, drop, true));
  await sendIntent(office, 'mei', { name: 'lead.list', input: {} });
  mei.hears('留下电子');
  mei.hearsNot('隐去电子');
  for (const ref of ['隐去电子', `#${drop}`]) {
    await sendIntent(office, 'mei', { name: 'lead.show', input: { lead: ref } });
    mei.hears('没找到');
  }
  await sendIntent(office, 'mei', { name: 'lead.create', input: { company: '隐去电子' } });
  mei.hears('已记录线索');
});

test('of two proposals of the cadence one stays, and what is to do is the kept one’s owner’s', async () => {
  const keep = await lead(office, mei, '节奏电子');
  const drop = await lead(office, lei, '节奏机电');
  await touch(office, mei, { leadId: keep }, { origin: 'cadence' });
  const second = await touch(office, lei, { leadId: drop }, { origin: 'cadence' });
  const promise = await touch(office, lei, { leadId: drop });
  await sendIntent(office, 'boss', merge(keep, drop));
  boss.hears('待办 1 件');
  await sendIntent(office, 'boss', merge(keep, drop, true));
  const touches = await db().touch.findMany({ where: { id: { in: [second, promise] } }, orderBy: { id: 'asc' } });
  expect(touches).toMatchObject([
    { leadId: keep, state: 'skipped' },
    { leadId: keep, state: 'open', ownerId: mei.id },
  ]);
});

test('a lead that became a deal makes the kept one that customer’s', async () => {
  const company = await customer(office, mei, '已转电子');
  const keep = await lead(office, mei, '未转电子');
  const drop = await lead(office, mei, '早转电子', { status: 'converted', customerId: company });
  await sendIntent(office, 'mei', merge(keep, drop, true));
  expect(await read(keep)).toMatchObject({ status: 'converted', customerId: company });
});

test('a lead is not merged with itself, nor with another’s; one in the pool may go into one’s own', async () => {
  const own = await lead(office, mei, '自己电子');
  const other = await lead(office, lei, '他人电子');
  const pooled = await lead(office, lei, '池中电子', { status: 'pool', city: '南通' });
  await sendIntent(office, 'mei', merge(own, '自己电子', true));
  mei.hears('不能和自己合并');
  await sendIntent(office, 'mei', merge(own, other, true));
  mei.hears('别人在跟', '王磊');
  await sendIntent(office, 'mei', merge(pooled, own, true));
  mei.hears('在公海里');
  expect((await read(own)).version).toBe(1);
  await sendIntent(office, 'mei', merge(own, pooled, true));
  expect(await read(own)).toMatchObject({ city: '南通', ownerId: mei.id });
});

test('in English, and nothing to gain is said', async () => {
  const keep = await lead(office, dana, 'Northwind', { name: 'Dana' });
  const drop = await lead(office, dana, 'Northwind Inc');
  await sendIntent(office, 'dana', merge(keep, drop));
  dana.hears('Merge these two leads?', 'Stays', 'hidden', 'lacks nothing');
  await sendIntent(office, 'dana', merge(keep, drop, true));
  dana.hears('Merged into: Northwind · Dana');
});

test('where a group reads along, numbers in the preview are masked', async () => {
  const keep = await lead(office, mei, '群合并甲');
  const drop = await lead(office, mei, '群合并乙', { phone: '+8613811112222' });
  const { card } = await answerTo(office, mei, merge(keep, drop), { conversation: 'group' });
  expect(JSON.stringify(card)).toContain('138 **** 2222');
});

test('property: the kept one has afterwards what it had and, where it had nothing, what was previewed', async () => {
  const word = option(
    string({ minLength: 1, maxLength: 8 }).map((text) => `字${text.replace(/\W/g, '')}`),
    { nil: null },
  );
  const values = record({ name: word, title: word, wechat: word, city: word, pain: word, note: word, source: word });
  let round = 0;
  await assert(
    asyncProperty(values, values, async (mine, theirs) => {
      round += 1;
      const keep = await lead(office, mei, `留${round}号`, mine);
      const drop = await lead(office, mei, `去${round}号`, theirs);
      const preview = await answerTo(office, mei, merge(keep, drop));
      await sendIntent(office, 'mei', preview.asks as Intent);
      const after = await read(keep);
      for (const field of Object.keys(mine) as (keyof typeof mine)[]) {
        expect(after[field]).toBe(mine[field] ?? theirs[field]);
        const gained = mine[field] === null && theirs[field] !== null;
        if (gained) expect(JSON.stringify(preview.card)).toContain(theirs[field]);
      }
      await sendIntent(office, 'mei', { name: 'undo', input: {} });
      expect(await read(keep)).toMatchObject(mine);
      expect(await read(drop)).toMatchObject({ ...theirs, status: 'working' });
    }),
    { numRuns: 12 },
  );
});

test('what one of them says changed since the preview: it is shown anew before it is done', async () => {
  const [keep, drop] = [
    await lead(office, mei, '改过合并甲', { name: '王一' }),
    await lead(office, mei, '改过合并乙', { name: '王二', phone: '+8613800000077' }),
  ];
  const { asks } = await answerTo(office, mei, merge(keep, drop));
  await mei.says(`#${keep} 手机 13900000088`);
  await sendIntent(office, 'mei', asks as Intent);
  mei.hears('要合并这两条线索吗');
  expect((await db().lead.findUniqueOrThrow({ where: { id: drop } })).status).not.toBe('merged');
});
