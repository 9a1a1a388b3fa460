import { afterAll, beforeAll, expect, test } from 'vitest';
import { store } from '../../bot/delivery/inbox.ts';
import { createLog } from '../../bot/log.ts';
import { type Bot, startBot } from '../../bot/start.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const asked = 30;
const stages = ['need', 'solution', 'quote', 'contract'];

let database: FreshDatabase;
let bots: Bot[];

beforeAll(async () => {
  database = await freshDatabase();
  const { pool, prisma } = database;
  await prisma.person.create({ data: { id: 1, name: 'Mei', role: 'admin', createdAt: new Date() } });
  for (let n = 0; n < asked; n++) {
    await prisma.identity.create({
      data: { id: 100 + n, platform: 'local', userId: `mei${n}`, personId: 1, seenAt: new Date() },
    });
  }
  const made = { ownerId: 1, createdAt: new Date() };
  await prisma.customer.create({ data: { id: 10, name: 'Raced', nameKey: 'raced', ...made } });
  const facts = {
    pain: 'x',
    decision_maker: 'x',
    budget: { amount: '1.00', currency: 'CNY' },
    signed_on: '2026-01-01',
  };
  await prisma.opportunity.create({
    data: {
      id: 20,
      title: 'Raced',
      customerId: 10,
      pipeline: 'standard',
      stage: 'need',
      amount: '10',
      closeOn: new Date('2030-01-01'),
      stageAt: new Date(),
      facts,
      ...made,
    },
  });
  await pool.query(`SELECT setval('record_id', 1001, false)`);
  const open = () =>
    startBot({
      connectionString: database.connectionString,
      log: createLog('silent'),
      http: null,
      deliver: false,
      platforms: () => [],
    });
  bots = [await open(), await open()];
}, 60_000);

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  await database.drop();
});

/** Thirty people ask at the same moment, every other one of the other bot. */
async function race(round: number, stageOf: (n: number) => string) {
  const { pool } = database;
  const rows = await Promise.all(
    Array.from({ length: asked }, async (_, n) => {
      const said = {
        kind: 'intent' as const,
        intent: { name: 'deal.move' as const, input: { deal: '#20', stage: stageOf(n) } },
      };
      const at = new Date();
      const incoming = {
        platform: 'local' as const,
        deliveryId: `${round} ${n}`,
        conversation: `@mei${n}`,
        sender: `mei${n}`,
        said,
        at,
      };
      return { ...incoming, id: (await store(pool, incoming)).id };
    }),
  );
  const { answer } = await import('../../bot/answer.ts');
  await Promise.all(rows.map((row, n) => answer((bots[n % 2] as Bot).app, row)));
  const { rows: answers } = await pool.query<{ title: string; moved: boolean }>(
    `SELECT m."card"->>'title' AS title, EXISTS (SELECT 1 FROM "Command" c WHERE c."inboxId" = m."inboxId") AS moved
      FROM "Message" m WHERE m."inboxId" = ANY($1)`,
    [rows.map((row) => row.id)],
  );
  return answers;
}

const moves = async () =>
  (
    await database.pool.query<{ old: string; new: string; seq: number }>(
      `SELECT "old", "new", "seq" FROM "Journal" WHERE "entity" = 'Opportunity' AND "field" = 'stage' ORDER BY "seq"`,
    )
  ).rows;

test('thirty move one deal to one stage over two bots: one does, the others are told that it is there', async () => {
  const answers = await race(1, () => 'solution');
  expect(answers).toHaveLength(asked);
  expect(answers.filter((one) => one.moved)).toHaveLength(1);
  const told = new Set(answers.filter((one) => !one.moved).map((one) => one.title));
  expect([...told]).toHaveLength(1);
  expect([...told][0]).not.toContain('出错');
  expect(await moves()).toMatchObject([{ old: 'need', new: 'solution' }]);
});

test('thirty move it to different stages: everybody is answered, and each move starts where the one before ended', async () => {
  const answers = await race(2, (n) => stages[n % stages.length] as string);
  expect(answers).toHaveLength(asked);
  expect(answers.map((one) => one.title).filter((title) => title.includes('出错'))).toEqual([]);
  const rows = await moves();
  expect(rows).toHaveLength(1 + answers.filter((one) => one.moved).length);
  for (const [index, row] of rows.slice(1).entries()) expect(row.old).toBe(rows[index]?.new);
  const deal = await database.prisma.opportunity.findUniqueOrThrow({ where: { id: 20 } });
  expect(deal.stage).toBe(rows.at(-1)?.new);
  expect(deal.version).toBe(1 + rows.length);
  const broken = await database.pool.query(`SELECT 1 FROM "Journal" j WHERE j."hash" <> journal_hash(j)`);
  expect(broken.rows).toHaveLength(0);
  const waiting = await database.pool.query(`SELECT 1 FROM "Inbox" WHERE "state" = 'waiting'`);
  expect(waiting.rows).toHaveLength(0);
});
