import { end, spawn } from './child.ts';
import { postgresCpu, postmasterOf, processCpu } from './cpu.ts';
import { seed } from './seed.ts';
import { benchDatabase } from './server.ts';
import { median, paced, pressed, quantile, slash } from './slack-load.ts';

const rounds = 3;
const count = 2000;
const width = 16;

/** CPU of one command, Node and PostgreSQL together, as a multiple of a bare Bolt handler; and how fast it is acknowledged. */
export async function commandCost(): Promise<string[][]> {
  const database = await benchDatabase();
  await seed(database.pool, 1000);
  const postmaster = await postmasterOf(database.pool);
  const floor = await spawn('floor-server.ts', { DATABASE_URL: database.url });
  const bot = await spawn('bot-server.ts', { DATABASE_URL: database.url });
  const stages = ['solution', 'need'];
  const move = (port: number) => (index: number) =>
    slash(
      port,
      '/deal',
      `move #${1000001 + (index % 1000)} ${stages[Math.floor(index / 1000) % 2]}`,
      `UBENCH${index % 200}`,
    );
  const answered = async () =>
    Number((await database.pool.query(`SELECT count(*) FROM "Inbox" WHERE "state" = 'answered'`)).rows[0].count);

  const measure = async (pid: number, work: () => Promise<unknown>) => {
    const before = [processCpu(pid), postgresCpu(postmaster)];
    await work();
    return {
      node: ((processCpu(pid) - (before[0] ?? 0)) * 1e6) / count,
      pg: ((postgresCpu(postmaster) - (before[1] ?? 0)) * 1e6) / count,
    };
  };
  const all = async (port: number) => {
    const target = (await answered()) + count;
    await pressed(count, width, move(port));
    while ((await answered()) < target) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await pressed(400, width, move(floor.port));
  await pressed(count, width, move(bot.port));
  while ((await answered()) < count) await new Promise((resolve) => setTimeout(resolve, 50));

  // What autovacuum does within a minute of a table's first growth: plans made for empty tables are made anew.
  await database.pool.query('ANALYZE');

  const floors: { node: number; pg: number }[] = [];
  const bots: { node: number; pg: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(await measure(floor.pid, () => pressed(count, width, move(floor.port))));
    bots.push(await measure(bot.pid, () => all(bot.port)));
  }
  const moved = Number(
    (await database.pool.query(`SELECT count(*) FROM "Journal" WHERE "field" = 'stage'`)).rows[0].count,
  );
  const acks = await paced(50, 10, move(bot.port));
  await end(floor.child);
  await end(bot.child);
  await database.end();

  const total = (all: { node: number; pg: number }[]) => median(all.map((one) => one.node + one.pg));
  const show = (all: { node: number; pg: number }[]) =>
    [median(all.map((one) => one.node)), median(all.map((one) => one.pg)), total(all)].map((one) => one.toFixed(0));
  return [
    ['', 'Node µs', 'PostgreSQL µs', 'both', '× floor'],
    ['bare Bolt: 1 read + transaction of 3 with pg', ...show(floors), '1'],
    [
      `one command, inbox to queued card (${moved} moves journalled)`,
      ...show(bots),
      (total(bots) / total(floors)).toFixed(2),
    ],
    ['', '', '', '', ''],
    [
      'acknowledgement at 50 commands/s, 10 s',
      `p50 ${median(acks).toFixed(1)} ms`,
      `p99 ${quantile(acks, 0.99).toFixed(1)} ms`,
      'aim < 500 ms',
      '',
    ],
  ];
}
