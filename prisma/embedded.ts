import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, prepareCluster } from './embedded/cluster.ts';
import { answers, enter, leave, urlOf } from './embedded/keeper.ts';
import { findNative } from './embedded/native.ts';
import { findPostmaster, freePort, halt, launch } from './embedded/postmaster.ts';

export type Embedded = { connectionString: string; stop: () => Promise<void> };
type Log = { info: (text: string) => void; warn: (text: string) => void };
type Options = { dir: string; log: Log; settings?: Record<string, string> };

const DATABASE = 'genjin';

/**
 * PostgreSQL from npm with its data in `dir`, listening on loopback only: a database with nothing installed.
 *
 * A server found running is joined, whether it was left behind by a `kill -9` or belongs to a second bot on the same
 * directory; whoever leaves last stops it. Close pools before `stop()`. `settings` are server settings (tests: fsync off).
 */
export const startEmbedded = async ({ dir, log, settings = {} }: Options): Promise<Embedded> => {
  const cluster = prepareCluster(resolve(dir), findNative(), (text) => log.warn(text));
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const port = await ensureRunning(cluster, settings, log, deadline);
    const keeper = await enter(cluster, port, DATABASE);
    const stop = async () => {
      if (!keeper) return;
      if (await leave(cluster, port, keeper)) await halt(cluster, 'fast');
      else log.info('The database stays up: another bot uses it.');
      await keeper.end().catch(() => {});
    };
    if (keeper) return { connectionString: urlOf(cluster, port, DATABASE), stop };
    await sleep(50); // it was just being stopped by another bot
  }
  throw silent(cluster);
};

/** The port of a server that answers: the one found running, or one just started. */
const ensureRunning = async (cluster: Cluster, settings: Record<string, string>, log: Log, deadline: number) => {
  let port = rememberedPort(cluster) ?? (await freePort());
  let unanswered = 0;
  while (Date.now() < deadline) {
    const found = findPostmaster(cluster.data);
    if (found && (await answers(cluster, found.port))) return found.port;
    if (found) {
      // A server that recovers after a crash may take its time; one that says it is ready and does not answer is stuck.
      if (found.ready && ++unanswered > 1) {
        log.warn('The database that was left running does not answer: stopping it and starting again.');
        await halt(cluster, 'immediate');
      }
      await sleep(200);
      continue;
    }
    const went = await launch(cluster, port, settings);
    if (went === 'port taken') port = await freePort();
    else if (went === 'ready') remember(cluster, port);
    else await sleep(200);
  }
  throw silent(cluster);
};

const silent = ({ data, log }: Cluster) =>
  new Error(
    `The database in ${data} did not answer within two minutes. What it says is in ${log}. If another PostgreSQL runs on ` +
      'this directory, stop it; then start again.',
  );

const PORT = 'genjin.port';
const rememberedPort = ({ data }: Cluster) => {
  try {
    return Number(readFileSync(join(data, PORT), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
};
const remember = ({ data }: Cluster, port: number) => writeFileSync(join(data, PORT), `${port}\n`, { mode: 0o600 });
