import { readFile } from 'node:fs/promises';
import { readPlaybook } from '../../bot/playbook/load.ts';
import { createIds } from '../../bot/sales/ids.ts';
import { listDeals } from '../../bot/sales/opportunities/list-deals.ts';
import { grow, seed } from './seed.ts';
import { benchDatabase } from './server.ts';
import { median } from './slack-load.ts';

/** A page of deals out of 1,000 and out of 100,000: what PostgreSQL reads (buffers) and how long the whole call takes. */
export async function listPage(): Promise<string[][]> {
  const database = await benchDatabase();
  await seed(database.pool, 1000);
  const small = await measure(database);
  await grow(database.pool, 1000, 100_000);
  const large = await measure(database);
  await database.end();
  const row = (label: string, one: Measured) => [
    label,
    ...one.map((m) => `${m.ms.toFixed(2)} ms / ${m.buffers} buffers`),
  ];
  return [
    ['', 'my deals', 'deals in a stage', 'next page'],
    row('of 1,000', small),
    row('of 100,000', large),
    ['× time', ...large.map((one, i) => (one.ms / (small[i]?.ms ?? 1)).toFixed(2))],
  ];
}

type Measured = { ms: number; buffers: number }[];

async function measure({ prisma, pool }: Awaited<ReturnType<typeof benchDatabase>>): Promise<Measured> {
  const playbook = {
    ...readPlaybook(await readFile(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8')),
    version: 1,
  };
  const by = await prisma.person.findUniqueOrThrow({ where: { id: 2 } });
  const context = { db: prisma, ids: createIds(pool), now: new Date(), by, playbook };
  const inputs = [{}, { stage: 'need' }, { after: '1000500' }];
  const wheres = [`"ownerId" = 2`, `"ownerId" = 2 AND "stage" = 'need'`, `"ownerId" = 2 AND "id" < 1000500`];
  const out: Measured = [];
  for (const [i, input] of inputs.entries()) {
    const times: number[] = [];
    for (let n = 0; n < 60; n++) {
      const started = performance.now();
      await listDeals(context, input);
      times.push(performance.now() - started);
    }
    const { rows } = await pool.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM "Opportunity" WHERE "status" = 'open' AND "removedAt" IS NULL AND ${wheres[i]} ORDER BY "id" DESC LIMIT 51`,
    );
    const plan = rows[0]['QUERY PLAN'][0].Plan;
    out.push({ ms: median(times.slice(10)), buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] });
  }
  return out;
}
