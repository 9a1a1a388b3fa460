import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { brokenLinks, untold } from '../support/journal.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { contact, customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let dealId: number;
let ref: string;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  const customerId = await customer(office, mei, '改正电子');
  await contact(office, customerId, '王总');
  dealId = await deal(office, mei, customerId, '改正电子', { amount: '500000' });
  ref = `#${dealId}`;
});
afterAll(async () => {
  expect(await brokenLinks(office)).toBe(0);
  await office.close();
});

const db = () => office.bot.app.db;
const send = (intent: Intent, key = 'mei') => sendIntent(office, key, intent);
const amount = (value: number): Intent => ({
  name: 'deal.update',
  input: { deal: ref, amount: { amount: value, currency: 'CNY' } },
});
const amend = (command: number, ...parts: Intent[]) => send({ name: 'amend', input: { command, parts } });
const last = (intent: string) => db().command.findFirstOrThrow({ where: { intent }, orderBy: { id: 'desc' } });
const now = () => db().opportunity.findUniqueOrThrow({ where: { id: dealId } });
const worth = async () => Number((await now()).amount);

test('the old one is taken back and the new one done in one write, and the journal shows both', async () => {
  const { version } = await now();
  await send(amount(865_000));
  const old = await last('deal.update');
  await amend(old.id, amount(680_000));
  mei.hears('已改正', '改正电子', '¥865,000', '¥680,000');
  expect(await now()).toMatchObject({ version: version + 2 });
  const rows = await db().journal.findMany({
    where: { entity: 'Opportunity', entityId: dealId, field: 'amount' },
    include: { command: true },
    orderBy: { id: 'asc' },
  });
  expect(rows.map((row) => [Number(row.old), Number(row.new), row.command.intent])).toEqual([
    [500_000, 865_000, 'deal.update'],
    [865_000, 500_000, 'undo'],
    [500_000, 680_000, 'deal.update'],
  ]);
  const amending = await last('amend');
  expect(amending.amends).toBe(old.id);
  expect(rows.map((row) => row.command.partOf)).toEqual([null, amending.id, amending.id]);
  expect(rows[1]?.command.undoes).toBe(old.id);
});

test('a correction is corrected; undo goes back to before the first of them', async () => {
  await amend((await last('amend')).id, amount(670_000));
  expect(await worth()).toBe(670_000);
  await mei.says('撤销');
  mei.hears('已撤销', '¥500,000');
  expect(await worth()).toBe(500_000);
  expect(await untold(office, 'Opportunity', dealId)).toEqual([]);
});

test('what was taken back or put right already is not put right again', async () => {
  await amend((await last('amend')).id, amount(1));
  mei.hears('已经处理过', '原来记下的没有变');
  expect(await worth()).toBe(500_000);
});

test('a refused correction leaves everything as it was', async () => {
  await send(amount(700_000));
  const old = await last('deal.update');
  const before = await now();
  await amend(old.id, amount(-3));
  mei.hears('金额不对', '原来记下的没有变');
  await amend(old.id, { name: 'deal.move', input: { deal: ref, stage: 'quote' } });
  mei.hears('还缺', '原来记下的没有变');
  expect(await now()).toEqual(before);
  expect(await db().command.count({ where: { undoes: old.id } })).toBe(0);
});

test('the answer to what lacked completes the correction', async () => {
  const old = await last('deal.update');
  await mei.says('痛点:交付慢 决策人:王总 预算50w');
  mei.hears('已改正', '报价');
  expect(await now()).toMatchObject({ stage: 'quote' });
  expect(await worth()).toBe(500_000);
  expect(await db().command.count({ where: { undoes: old.id } })).toBe(1);
  await mei.says('撤销');
  expect(await now()).toMatchObject({ stage: 'need', facts: {} });
});

test('a sentence of several things is put right as a whole', async () => {
  const visit = (who: string): Intent => ({
    name: 'activity.log',
    input: { who: ref, contacts: [who], channel: 'visit' },
  });
  await send({ name: 'several', input: { parts: [visit('李总'), amount(860_000)] } });
  const old = await last('several');
  await amend(old.id, visit('王总'), amount(680_000));
  mei.hears('已改正', '李总', '王总', '¥860,000', '¥680,000');
  const there = await db().activity.findMany({ where: { opportunityId: dealId, removedAt: null } });
  expect(there.map((one) => one.contactName)).toEqual(['王总']);
  expect(await worth()).toBe(680_000);
  await send({ name: 'undo', input: { command: old.id } });
  mei.hears('已经处理过');
  await mei.says('撤销');
  expect(await worth()).toBe(500_000);
  expect(await db().activity.count({ where: { opportunityId: dealId, removedAt: null } })).toBe(0);
  expect(await untold(office, 'Opportunity', dealId)).toEqual([]);
});

test("not when somebody else changed it since, not another's, and not after ten minutes", async () => {
  await send(amount(700_000));
  const old = await last('deal.update');
  await send({ name: 'amend', input: { command: old.id, parts: [amount(1)] } }, 'boss');
  office.someone('boss').hears('没有可撤销的');
  office.clock.at('2026-11-12T02:11:00Z');
  await amend(old.id, amount(1));
  mei.hears('改不了了', '10 分钟');
  office.clock.at('2026-11-12T02:00:00Z');
  await send(amount(710_000), 'boss');
  await amend(old.id, amount(1));
  mei.hears('撤销不了', '周启明');
  expect(await worth()).toBe(710_000);
});

test('what one added to the record since is not lost by putting right how it was made', async () => {
  await send({ name: 'lead.create', input: { company: '清风仪表', name: '孙六' } });
  const old = await last('lead.create');
  await send({ name: 'task.add', input: { who: '清风仪表', what: '寄样品', at: '2026-11-18T15:00:00+08:00' } });
  await amend(old.id, { name: 'lead.create', input: { company: '清风仪器', name: '孙六' } });
  mei.hears('撤销不了', '陈梅');
  expect(await db().lead.count({ where: { company: '清风仪表', removedAt: null } })).toBe(1);
  await mei.says('撤销');
  await amend(old.id, { name: 'lead.create', input: { company: '清风仪器', name: '孙六' } });
  mei.hears('已改正', '清风仪表', '清风仪器');
  const leads = await db().lead.findMany({ where: { name: '孙六', removedAt: null } });
  expect(leads.map((lead) => lead.company)).toEqual(['清风仪器']);
});

test('a write that fails in the midst leaves the old, and the message done again ends with the new', async () => {
  await send(amount(720_000));
  const old = await last('deal.update');
  const { pool } = office.bot.app;
  // The journal's second row of a correction cannot be written, three times.
  await pool.query(`CREATE SEQUENCE "failures"`);
  await pool.query(`CREATE FUNCTION "fail"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW."new" = '"690000.00"'::jsonb AND nextval('failures') <= 3 THEN RAISE EXCEPTION 'broken' USING ERRCODE = 'GJ409'; END IF;
      RETURN NEW;
    END $$`);
  await pool.query(`CREATE TRIGGER "a_fail" BEFORE INSERT ON "Journal" FOR EACH ROW EXECUTE FUNCTION "fail"()`);
  await amend(old.id, amount(690_000));
  mei.hears('已改正');
  const { rows } = await pool.query<{ tries: number }>(`SELECT last_value::int AS tries FROM "failures"`);
  expect(rows[0]?.tries).toBe(4);
  expect(await worth()).toBe(690_000);
  expect(await db().command.count({ where: { undoes: old.id } })).toBe(1);
  await pool.query(`DROP TRIGGER "a_fail" ON "Journal"`);
});
