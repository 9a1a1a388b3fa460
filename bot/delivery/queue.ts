import type { ClientBase } from 'pg';
import { PgBoss } from 'pg-boss';
import { preparedName } from '../../prisma/prepared.ts';
import type { Log } from '../chat/platform.ts';

/** The bot's queue, on pg-boss in the same PostgreSQL: conversations with something to send. */
export interface Queue {
  start(): Promise<void>;
  /** Waits for running handlers, at most `ms` milliseconds. */
  stop(ms: number): Promise<void>;
  /** These conversations have something to send; inside the transaction of `client`, or by itself after `seconds`. */
  wakeOutbox(client: Pick<ClientBase, 'query'> | null, keys: string[], seconds?: number): Promise<void>;
  onOutbox(handle: (keys: string[]) => Promise<void>): Promise<void>;
}

interface Job {
  data: { key: string };
}

/** pg-boss keeps its tables in the schema `pgboss` and makes them itself. A killed worker's job is free again within 30 s. */
export function createQueue(connectionString: string, log: Log): Queue {
  const boss = new PgBoss({
    connectionString,
    max: 4,
    useListenNotify: true,
    schedule: false,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    reindex: false,
    monitorVacuum: false,
    persistWarnings: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue met an error and goes on'));
  const common = {
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 30,
    heartbeatSeconds: 10,
    expireInSeconds: 60,
    deleteAfterSeconds: 300,
    notify: true,
  };
  const workers = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
  return {
    async start() {
      await boss.start();
      await boss.createQueue('outbox', common);
    },
    stop: (ms) => boss.stop({ graceful: true, timeout: ms, close: true }),
    async wakeOutbox(client, keys, seconds) {
      const db = client
        ? {
            executeSql: async (text: string, values?: unknown[]) => ({
              rows: (await client.query({ name: preparedName(text), text, values })).rows,
            }),
          }
        : undefined;
      const jobs = keys.map((key) => ({ data: { key }, ...(seconds ? { startAfter: seconds } : {}) }));
      await boss.insert('outbox', jobs, db ? { db } : {});
    },
    async onOutbox(handle) {
      await boss.work('outbox', { ...workers, batchSize: 50, localConcurrency: 2 }, async (jobs: Job[]) => {
        await handle([...new Set(jobs.map((job) => job.data.key))]);
      });
    },
  };
}
