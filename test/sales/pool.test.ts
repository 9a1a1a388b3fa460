import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { answerTo, lead, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let lei: Someone;
let boss: Someone;
let far: Someone;
let dana: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  far = await office.hire({ key: 'far', name: '何光', role: 'rep', team: '华南组' });
  dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
});
afterAll(() => office.close());

const db = () => office.bot.app.db;
const recycle = (input: { leads?: string[]; silentDays?: number; sure?: boolean }): Intent => ({
  name: 'lead.recycle',
  input,
});
const statuses = async (ids: number[]) => {
  const rows = await db().lead.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
};
const fresh = async () => {
  await db().lead.updateMany({ where: { status: { in: ['new', 'working'] } }, data: { status: 'invalid' } });
};

test('what nobody has touched for long is listed first, the longest first, and nothing is written', async () => {
  await fresh();
  const long = await lead(office, mei, '久未一号', { silent: 60, grade: 'B' });
  const longer = await lead(office, mei, '久未二号', { silent: 90, grade: 'A' });
  const recent = await lead(office, mei, '刚跟一号', { silent: 29 });
  const others = await lead(office, lei, '别人一号', { silent: 60 });
  const commands = await db().command.count();
  await sendIntent(office, 'mei', recycle({}));
  mei.hears(
    '要把 2 条线索退回公海吗',
    '现在什么都没改',
    /A · 久未二号[\s\S]*90 天没联系[\s\S]*B · 久未一号[\s\S]*60 天没联系/,
  );
  mei.hearsNot('刚跟', '别人');
  expect(await statuses([long, longer, recent, others])).toEqual(['working', 'working', 'working', 'working']);
  expect(await db().command.count()).toBe(commands);
  expect((await answerTo(office, mei, recycle({}))).asks).toMatchObject(
    recycle({ leads: [`#${longer}`, `#${long}`], sure: true }),
  );
  expect((await answerTo(office, mei, recycle({ sure: true }))).plan).toBeUndefined();
  expect((await answerTo(office, boss, recycle({ silentDays: 61 }))).asks).toMatchObject({
    input: { leads: [`#${longer}`] },
  });
  expect((await answerTo(office, boss, recycle({}))).asks?.input).toMatchObject({ leads: { length: 3 } });
});

test('somebody was touched since the preview: what is left is shown anew, and nothing is done yet', async () => {
  await fresh();
  const id = await lead(office, mei, '回暖电子', { silent: 40 });
  const other = await lead(office, mei, '还冷着', { silent: 40 });
  const { asks } = await answerTo(office, mei, recycle({}));
  await mei.says('给回暖电子打了电话 有意向');
  await sendIntent(office, 'mei', asks as Intent);
  mei.hears('要把 1 条线索退回公海吗', '还冷着');
  mei.hearsNot('回暖电子');
  expect(await statuses([id, other])).toEqual(['working', 'working']);
  await mei.presses('确认');
  mei.hears('1 条线索已退回公海');
  expect(await statuses([id, other])).toEqual(['working', 'pool']);
});

test('confirmed, they leave the list with what was planned; undo brings both back', async () => {
  await fresh();
  const id = await lead(office, mei, '退回电子', { silent: 40 });
  const other = await lead(office, mei, '退回机械', { silent: 40 });
  const planned = await touch(office, mei, { leadId: id });
  const state = async () => (await db().touch.findUniqueOrThrow({ where: { id: planned } })).state;
  const { asks } = await answerTo(office, mei, recycle({}));
  await sendIntent(office, 'mei', asks as Intent);
  mei.hears('2 条线索已退回公海', '退回电子', '撤销');
  expect([await statuses([id, other]), await state()]).toEqual([['pool', 'pool'], 'skipped']);
  await sendIntent(office, 'mei', { name: 'lead.list', input: {} });
  mei.hearsNot('退回电子');
  await sendIntent(office, 'mei', asks as Intent);
  mei.hears('没有要退的');
  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  mei.hears('已撤销', '在公海', '跟进中 × 2');
  expect([await statuses([id, other]), await state()]).toEqual([['working', 'working'], 'open']);
});

test('ten names stand on the card, the rest is counted', async () => {
  await fresh();
  for (let n = 0; n < 12; n++) await lead(office, mei, `满页${n}号`, { silent: 100 - n });
  await sendIntent(office, 'mei', recycle({}));
  mei.hears('要把 12 条', '满页0号', '满页9号', '还有 2 条');
  mei.hearsNot('满页10号');
});

test('two hundred go at once, the longest silent first', async () => {
  await fresh();
  const take = await office.bot.app.ids.take(203);
  const [now, by] = [office.clock.now().getTime(), { ownerId: lei.id, createdById: lei.id }];
  const ids = Array.from({ length: 203 }, () => take());
  const at = (n: number) => new Date(now - (300 - n) * 86_400_000);
  await db().lead.createMany({
    data: ids.map((id, n) => ({ id, name: `很多${n}`, grade: 'C', playbookVersion: 1, createdAt: at(n), ...by })),
  });
  await sendIntent(office, 'lei', recycle({}));
  lei.hears('要把 200 条', '没跟进的共 203 条');
  const { asks } = await answerTo(office, lei, recycle({}));
  await sendIntent(office, 'lei', asks as Intent);
  lei.hears('200 条线索已退回公海', '还有 190 条');
  expect(await statuses(ids)).toEqual(ids.map((_, n) => (n < 200 ? 'pool' : 'new')));
});

test('nothing silent, says so', async () => {
  await fresh();
  await lead(office, mei, '都跟着', { silent: 3 });
  await lead(office, dana, 'Northwind', { silent: 3 });
  await sendIntent(office, 'mei', recycle({}));
  mei.hears('没有超过 30 天没跟进的线索');
  await sendIntent(office, 'dana', recycle({ silentDays: 7 }));
  dana.hears('No leads have been untouched for 7 days');
  expect((await answerTo(office, mei, recycle({}))).asks).toBeUndefined();
});

test('named ones go however lately they were touched; not those of others, nor what is a deal already', async () => {
  const id = await lead(office, mei, '点名电子');
  const done = await lead(office, mei, '成单电子', { status: 'converted' });
  await sendIntent(office, 'lei', recycle({ leads: [`#${id}`], sure: true }));
  lei.hears('别人在跟', '陈梅');
  await sendIntent(office, 'mei', recycle({ leads: [`#${id}`, `#${done}`], sure: true }));
  mei.hears('成单电子', '已转商机');
  expect(await statuses([id, done])).toEqual(['working', 'converted']);
  await sendIntent(office, 'boss', recycle({ leads: [`#${id}`] }));
  boss.hears('要把 1 条', '点名电子');
  await sendIntent(office, 'boss', recycle({ leads: ['点名电子'], sure: true }));
  boss.hears('1 条线索已退回公海');
  expect(await statuses([id])).toEqual(['pool']);
});

test('in English', async () => {
  await fresh();
  const id = await lead(office, dana, 'Blue Harbor', { silent: 45 });
  await sendIntent(office, 'dana', recycle({}));
  dana.hears('Put 1 lead back into the pool?', 'C · Blue Harbor', 'untouched for 45 days', 'Nothing has been changed');
  await sendIntent(office, 'dana', recycle({ leads: [`#${id}`], sure: true }));
  dana.hears('1 lead is back in the pool');
  await sendIntent(office, 'dana', { name: 'lead.claim', input: { lead: `#${id}` } });
  dana.hears('Lead claimed: Blue Harbor', 'Suggested next step');
});

test('who claims a lead works it: it is in their plan, not silent any more, and undo puts it back', async () => {
  const id = await lead(office, mei, '领取电子', { silent: 50, status: 'pool' });
  await sendIntent(office, 'lei', { name: 'lead.show', input: { lead: `#${id}` } });
  lei.hears('在公海');
  await lei.presses('领取');
  lei.hears('已领取线索：领取电子', '原负责人', '陈梅', '建议下一步');
  expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'working', ownerId: lei.id });
  expect(await db().touch.findFirstOrThrow({ where: { leadId: id } })).toMatchObject({
    ownerId: lei.id,
    state: 'open',
  });
  expect((await answerTo(office, lei, recycle({}))).asks).toBeUndefined();
  await lei.presses('撤销');
  lei.hears('已撤销');
  expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'pool', ownerId: mei.id });
  expect(await db().touch.count({ where: { leadId: id, removedAt: null } })).toBe(0);
});

test('what is not in the pool is not claimed, nor by another team', async () => {
  const id = await lead(office, mei, '在跟电子');
  await sendIntent(office, 'lei', { name: 'lead.claim', input: { lead: `#${id}` } });
  lei.hears('领不了', '陈梅在跟');
  const pooled = await lead(office, mei, '外组电子', { status: 'pool' });
  await sendIntent(office, 'far', { name: 'lead.claim', input: { lead: `#${pooled}` } });
  far.hears('陈梅');
  expect(await statuses([id, pooled])).toEqual(['working', 'pool']);
});

test('what was claimed meanwhile is not put back by an undo', async () => {
  const id = await lead(office, mei, '抢先电子', { silent: 40 });
  await sendIntent(office, 'mei', recycle({ leads: [`#${id}`], sure: true }));
  await sendIntent(office, 'lei', { name: 'lead.claim', input: { lead: `#${id}` } });
  await sendIntent(office, 'mei', { name: 'undo', input: {} });
  mei.hears('撤销不了', '王磊');
  expect(await db().lead.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'working', ownerId: lei.id });
});

test('a lead in the pool is still met as a duplicate, as nobody’s', async () => {
  await lead(office, mei, '重遇电子', { phone: '+8613812340099', status: 'pool' });
  await sendIntent(office, 'lei', { name: 'lead.create', input: { company: '别家', phone: '13812340099' } });
  lei.hears('可能已经有了', '重遇电子', '在公海');
  lei.hearsNot('陈梅');
});

test('property: what was previewed is what is put back, and nothing else', async () => {
  const one = record({ silent: integer({ min: 0, max: 80 }), whose: constantFrom('mei', 'lei', 'far') });
  let round = 0;
  await assert(
    asyncProperty(
      array(one, { maxLength: 8 }),
      integer({ min: 1, max: 60 }),
      constantFrom('mei', 'boss'),
      async (leads, silentDays, by) => {
        await fresh();
        round += 1;
        const owners = { mei, lei, far };
        const ids = [];
        for (const [n, { silent, whose }] of leads.entries())
          ids.push(await lead(office, owners[whose as keyof typeof owners], `性质${round}之${n}`, { silent }));
        const wanted = ids.filter((_, n) => {
          const { silent, whose } = leads[n] as { silent: number; whose: string };
          return silent >= silentDays && (by === 'mei' ? whose === 'mei' : whose !== 'far');
        });
        const { asks, plan } = await answerTo(office, by === 'mei' ? mei : boss, recycle({ silentDays }));
        expect(plan).toBeUndefined();
        const asked = asks?.name === 'lead.recycle' ? (asks.input.leads ?? []) : [];
        expect(asked.toSorted()).toEqual(wanted.map((id) => `#${id}`).toSorted());
        // Touched after the question: still what was said yes to.
        office.clock.at('2026-11-12T02:05:00Z');
        if (asks) await sendIntent(office, by, asks);
        office.clock.at(thursday);
        expect(await statuses(ids)).toEqual(ids.map((id) => (wanted.includes(id) ? 'pool' : 'working')));
      },
    ),
    { numRuns: 15 },
  );
});
