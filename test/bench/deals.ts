import type pg from 'pg';
import { answer, contextOf } from '../../bot/answer.ts';
import { readerOf } from '../../bot/cards/reader.ts';
import type { Incoming } from '../../bot/chat/platform.ts';
import { type Ask, run } from '../../bot/commands/command.ts';
import { commands } from '../../bot/commands/index.ts';
import { store } from '../../bot/delivery/inbox.ts';
import type { Intent } from '../../bot/intents.ts';
import { createLog } from '../../bot/log.ts';
import { commit } from '../../bot/sales/commit.ts';
import { type Bot, startBot } from '../../bot/start.ts';
import { planReminders } from '../../jobs/plan-reminders.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { postgresCpu, postmasterOf } from './cpu.ts';
import { seed } from './seed.ts';
import { benchDatabase } from './server.ts';
import { median } from './slack-load.ts';

const rounds = 5;
const moves = 1000;
const racers = 200;
const due = 1000;

/** What moving a deal costs beside the same reads and writes done by hand; a race for one deal; the sweep of what is due. */
export async function deals(): Promise<string[][]> {
  const database = await benchDatabase();
  await seed(database.pool, moves);
  const bot = await startBot({
    connectionString: database.url,
    log: createLog('silent'),
    http: null,
    deliver: false,
    wake: false,
    platforms: () => [],
  });
  const rows = [
    ['', 'measured', '', '× floor', 'aim'],
    ...(await moving(database.pool, bot)),
    ...(await racing(database.pool, bot)),
    ...(await sweeping(database.pool, bot)),
  ];
  await bot.stop();
  await database.end();
  return rows;
}

async function moving(pool: pg.Pool, bot: Bot): Promise<string[][]> {
  const postmaster = await postmasterOf(pool);
  await floorTables(pool);
  const by = await bot.app.db.person.findUniqueOrThrow({ where: { id: 2 } });
  const stages = ['solution', 'need'];
  const cpu = async (work: (at: number, round: number) => Promise<unknown>, round: number) => {
    const before = [process.cpuUsage(), postgresCpu(postmaster)] as const;
    for (let at = 0; at < moves; at++) await work(at, round);
    const used = process.cpuUsage(before[0]);
    return (used.user + used.system + (postgresCpu(postmaster) - before[1]) * 1e6) / moves;
  };
  const move = async (at: number, round: number) => {
    const now = bot.app.clock.now();
    const ask: Ask = {
      ...contextOf(bot.app, by, now),
      reader: readerOf(by, now, bot.app.playbook),
      platform: 'local',
      conversation: '@2',
      sender: '2',
      senderName: undefined,
      commandId: await bot.app.ids.next(),
      about: {},
    };
    const intent = {
      name: 'deal.move',
      input: { deal: `#${1000001 + at}`, stage: stages[round % 2] as string },
    } as const;
    const { card, plan } = await run(commands, ask, intent);
    const say = {
      platform: 'local',
      conversation: '@2',
      personId: 2,
      kind: 'answer',
      dedupeKey: `bench ${round} ${at}`,
      language: 'en',
      card,
    } as const;
    const what = { intent: intent.name, personId: 2, via: 'local', at: now, says: [say], commandId: ask.commandId };
    await commit(bot.app.pool, bot.app.queue, bot.app.ids, { ...what, ...(plan ? { plan } : {}) });
  };
  await cpu((at) => byHand(pool, at), 0);
  await cpu(move, 0);
  await cpu(move, 1);
  await pool.query('ANALYZE');
  const floors: number[] = [];
  const bots: number[] = [];
  for (let round = 2; round < 2 + rounds; round++) {
    floors.push(await cpu((at) => byHand(pool, at), round));
    bots.push(await cpu(move, round));
  }
  const [floor, one] = [median(floors), median(bots)];
  return [
    ['1 read + transaction of 3 with pg, CPU', `${floor.toFixed(0)} µs`, '', '1', ''],
    [
      'a stage moved: gate, journal, touches, card, CPU',
      `${one.toFixed(0)} µs`,
      '',
      (one / floor).toFixed(2),
      'at most 4',
    ],
  ];
}

async function floorTables(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE TABLE floor_deal (id int primary key, name text, stage text, version int);
    CREATE TABLE floor_journal (id bigserial primary key, deal int, old text, new text, at timestamptz);
    CREATE TABLE floor_message (id bigserial primary key, body jsonb, state text)`);
  await pool.query(`INSERT INTO floor_deal SELECT i, 'deal ' || i, 'need', 1 FROM generate_series(0, ${moves - 1}) i`);
}

async function byHand(pool: pg.Pool, id: number): Promise<void> {
  const read = 'SELECT id, name, stage, version FROM floor_deal WHERE id = $1';
  const { rows } = await pool.query({ name: 'floor-read', text: read, values: [id] });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const write = 'UPDATE floor_deal SET stage = $2, version = version + 1 WHERE id = $1';
    await client.query({ name: 'floor-u', text: write, values: [id, 'quote'] });
    const note = 'INSERT INTO floor_journal (deal, old, new, at) VALUES ($1, $2, $3, now())';
    await client.query({ name: 'floor-j', text: note, values: [id, rows[0].stage, 'quote'] });
    const send = `INSERT INTO floor_message (body, state) VALUES ($1, 'queued')`;
    await client.query({ name: 'floor-m', text: send, values: [JSON.stringify({ text: `deal ${id} moved` })] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** Two hundred people say at once that one deal moved on: one of them moved it, and each of the others hears so. */
async function racing(pool: pg.Pool, bot: Bot): Promise<string[][]> {
  const id = 1000001;
  await pool.query(`UPDATE "Opportunity" SET "stage" = 'need', "version" = "version" + 1 WHERE "id" = $1`, [id]);
  const before = await journalOf(pool, id);
  const asked = await Promise.all(
    Array.from({ length: racers }, async (_, n) => {
      const intent: Intent = { name: 'deal.move', input: { deal: `#${id}`, stage: 'solution' } };
      const incoming: Incoming = {
        platform: 'slack',
        deliveryId: `race ${n}`,
        conversation: `@UBENCH${n}`,
        sender: `UBENCH${n}`,
        at: bot.app.clock.now(),
        said: { kind: 'intent', intent },
      };
      return { ...incoming, id: (await store(pool, incoming)).id };
    }),
  );
  await Promise.all(asked.map((row) => answer(bot.app, row)));
  const { rows } = await pool.query<{ summary: string }>(
    `SELECT m."card"->>'summary' AS summary FROM "Message" m JOIN "Inbox" i ON i."id" = m."inboxId" WHERE i."deliveryId" LIKE 'race %'`,
  );
  const won = rows.filter(({ summary }) => summary.includes('→')).length;
  const after = await journalOf(pool, id);
  const added =
    after.filter(({ field }) => field === 'stage').length - before.filter(({ field }) => field === 'stage').length;
  const inOrder = after.every(({ seq }, at) => seq === at + 1);
  return [
    [
      `${racers} moves of one deal at once`,
      `${rows.length} answered, ${won} moved it, ${rows.length - won} were told`,
      `${added} journalled, ${inOrder ? 'in order' : 'OUT OF ORDER'}`,
      '',
      'one wins, none lost',
    ],
  ];
}

async function journalOf(pool: pg.Pool, id: number) {
  const { rows } = await pool.query<{ seq: number; field: string }>(
    `SELECT "seq", "field" FROM "Journal" WHERE "entity" = 'Opportunity' AND "entityId" = $1 ORDER BY "id"`,
    [id],
  );
  return rows;
}

/** Of few and of many open steps as many are due: what the sweep takes to write down their reminders and to send them. */
async function sweeping(pool: pg.Pool, bot: Bot): Promise<string[][]> {
  const few = await sweep(pool, bot, 10_000);
  const many = await sweep(pool, bot, 1_000_000);
  const ratio = (many.plan / few.plan).toFixed(2);
  return [
    [`${due} due of 10,000 open steps: written down`, `${few.plan.toFixed(0)} ms`, perSecond(few.plan), '1', ''],
    [
      `${due} due of 1,000,000 open steps: written down`,
      `${many.plan.toFixed(0)} ms`,
      perSecond(many.plan),
      ratio,
      'under 2; at least 5,000/s',
    ],
    [`their cards made and queued`, `${many.send.toFixed(0)} ms`, perSecond(many.send), '', ''],
  ];
}

const perSecond = (ms: number) => `${Math.round((due / ms) * 1000).toLocaleString('en')}/s`;

async function sweep(pool: pg.Pool, bot: Bot, open: number): Promise<{ plan: number; send: number }> {
  await pool.query('TRUNCATE "Touch"');
  await pool.query(
    `INSERT INTO "Touch" ("id", "ownerId", "customerId", "opportunityId", "what", "origin", "dueAt", "wallTime", "zone", "createdAt")
      SELECT 20000000 + i, 2, 1001 + i % ${moves}, 1000001 + i % ${moves}, 'call', 'cadence',
        CASE WHEN i < ${due} THEN now() - interval '1 minute' ELSE now() + (10 + i % 300) * interval '1 day' END, '', 'Asia/Shanghai', now()
      FROM generate_series(0, $1::int - 1) i`,
    [open],
  );
  await pool.query('ANALYZE "Touch"');
  const plans: number[] = [];
  let send = 0;
  for (let round = 0; round < rounds; round++) {
    await pool.query('TRUNCATE "Reminder"');
    const start = performance.now();
    await planReminders(bot.app);
    plans.push(performance.now() - start);
  }
  const start = performance.now();
  await sendReminders(bot.app);
  send = performance.now() - start;
  return { plan: median(plans), send };
}
