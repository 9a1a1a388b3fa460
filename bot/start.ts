import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type Jobs, startJobs } from '../jobs/index.ts';
import { jobList } from '../jobs/list.ts';
import { openDatabase } from '../prisma/client.ts';
import { applyMigrations } from '../prisma/migrate.ts';
import type { App } from './app.ts';
import type { Log, Platform, PlatformName } from './chat/platform.ts';
import { type Clock, openClock } from './clock.ts';
import { forgotten } from './delivery/inbox.ts';
import { createOutbox, type Outbox } from './delivery/outbox.ts';
import { createQueue } from './delivery/queue.ts';
import { startHttp } from './http.ts';
import { createIntake } from './intake.ts';
import { startNames } from './names.ts';
import { readPlaybook } from './playbook/load.ts';
import { createIds } from './sales/ids.ts';

export interface Options {
  connectionString: string;
  pool?: number;
  language?: 'zh' | 'en';
  log: Log;
  /** A given clock, for tests; otherwise the real one, moved by the demo page. */
  clock?: Clock;
  /** False: messages are queued and nobody sends them (a measurement, an instance that only answers). */
  deliver?: boolean;
  /** False: jobs run when asked only, as a test with a given clock needs it. */
  wake?: boolean;
  /** Asked for what the grammar cannot settle. */
  model?: App['model'];
  /** Where the health answers; null: nowhere. */
  http: { host: string; port: number } | null;
  platforms(app: App, wake: () => Promise<void>): Platform[] | Promise<Platform[]>;
}

export interface Bot {
  app: App;
  jobs: Jobs;
  outbox: Outbox;
  platforms: Map<PlatformName, Platform>;
  server: Server | null;
  /** Answers what waits and sends what is to be sent, until nothing is left: for tests. */
  settle(): Promise<void>;
  /** Ready turns false, nothing more is accepted, what was accepted is answered and sent, then everything closes. */
  stop(): Promise<void>;
}

/** How long a stop waits for what is under way, in milliseconds. */
const drainMs = 15_000;

/** Brings a bot up on a database: migrations, queue, platforms, jobs, in this order. */
export async function startBot(options: Options): Promise<Bot> {
  const { connectionString, log } = options;
  await applyMigrations(connectionString);
  const { prisma, pool, close } = openDatabase(connectionString, { max: options.pool ?? 10 });
  const queue = createQueue(connectionString, log);
  const app: App = {
    db: prisma,
    pool,
    queue,
    ids: createIds(pool),
    clock: options.clock ?? (await openClock(pool)),
    log,
    playbook: await currentPlaybook(prisma),
    platforms: [],
    language: options.language ?? 'zh',
    names: startNames({ pool, log }),
    model: options.model,
  };
  const platforms = new Map<PlatformName, Platform>();
  const intake = createIntake(app);
  const outbox = createOutbox(pool, queue, platforms, log);
  let stopping = false;
  let jobs: Jobs | null = null;

  const made = await options.platforms(app, async () => jobs?.run('reminders'));
  for (const platform of made) platforms.set(platform.name, platform);
  app.platforms = [...platforms.keys()];
  await queue.start();
  const deliver = options.deliver ?? true;
  if (deliver) await queue.onOutbox(outbox.drain);

  const health = {
    healthy: async () => Boolean(await pool.query('SELECT 1').catch(() => null)),
    async ready() {
      const waiting = made.filter((platform) => !platform.ready()).map((platform) => platform.name);
      return { ready: !stopping && jobs !== null && waiting.length === 0, waiting: stopping ? ['stopping'] : waiting };
    },
  };
  const server = options.http
    ? await startHttp(
        options.http,
        health,
        made.flatMap((platform) => platform.routes ?? []),
      )
    : null;
  for (const platform of made) await platform.start(intake.receive);

  const recover = async (olderThan: number) => {
    await intake.take(await forgotten(pool, olderThan));
    if (deliver) await outbox.drain(await outbox.idle());
  };
  jobs = startJobs(
    app,
    jobList(() => recover(8)),
    { wake: options.wake ?? true },
  );

  return {
    app,
    jobs,
    outbox,
    platforms,
    server,
    async settle() {
      await intake.quiet();
      await intake.take(await forgotten(pool, 0));
      await outbox.drain(await waitingKeys(app));
      await outbox.quiet();
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      for (const platform of made) await platform.stop();
      await jobs?.stop();
      await intake.quiet();
      await queue.stop(drainMs);
      await outbox.drain(await waitingKeys(app));
      await Promise.race([outbox.quiet(), new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
      for (const platform of made) await platform.close();
      server?.close();
      server?.closeAllConnections();
      await app.names?.stop();
      await close();
    },
  };
}

async function waitingKeys(app: App): Promise<string[]> {
  const { rows } = await app.pool.query<{ key: string }>(
    `SELECT DISTINCT "platform" || ' ' || "conversation" AS key FROM "Message" WHERE "state" = 'queued' AND ("notBefore" IS NULL OR "notBefore" <= now())`,
  );
  return rows.map((row) => row.key);
}

/** The team's playbook as it stands; a new installation begins with the starter. */
async function currentPlaybook(db: App['db']) {
  const newest = await db.playbook.findFirst({ where: { removedAt: null }, orderBy: { version: 'desc' } });
  if (newest) return { ...readPlaybook(newest.text), version: newest.version };
  const text = await readFile(join(import.meta.dirname, 'playbook', 'starter.yaml'), 'utf8');
  await db.playbook.createMany({
    data: [{ version: 1, text, why: 'starter', createdAt: new Date() }],
    skipDuplicates: true,
  });
  return { ...readPlaybook(text), version: 1 };
}
