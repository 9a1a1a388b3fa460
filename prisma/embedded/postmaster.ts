import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { isAlive, serverEnv } from './process.ts';

export type Postmaster = { pid: number; port: number; ready: boolean };
export type Started = 'ready' | 'port taken' | 'somebody else' | 'not yet';

/**
 * What the data directory says about a running server. A pid that now belongs to another program (after a reboot, and
 * always in containers) is no server: the file is stale, and PostgreSQL would refuse to start because of it.
 */
export const findPostmaster = (data: string): Postmaster | undefined => {
  const file = join(data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!pid || !isAlive(pid)) return undefined;
  if (isPostgres(pid, data)) return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  rmSync(file, { force: true });
  return undefined;
};

const isPostgres = (pid: number, data: string) => {
  if (platform() === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
    } catch {
      return false;
    }
  }
  const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return shown ? shown.includes(data) : true;
};

/** A port of the loopback interface that nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Starts a server that outlives a Ctrl-C meant for Node (its own process group), and says how that went. */
export const launch = async (cluster: Cluster, port: number, settings: Record<string, string>): Promise<Started> => {
  const { data, bin, identity, log } = cluster;
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(log, `${log}.1`);
  const before = size > 10_000_000 ? 0 : size;
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = openSync(log, 'a', 0o600);
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
    env: serverEnv(),
  });
  closeSync(out);
  child.unref();
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && !ended; await sleep(20)) {
    const found = findPostmaster(data);
    if (found?.pid === child.pid && found?.ready) return 'ready';
  }
  return ended ? explain(readFileSync(log).subarray(before).toString(), cluster) : 'not yet';
};

const explain = (said: string, { data, log }: Cluster): Started => {
  if (/Address already in use/.test(said)) return 'port taken';
  if (/lock file .* already exists|is another postmaster/i.test(said)) return 'somebody else';
  // Left by a kill -9 of everything: gone as soon as the last old backend has noticed.
  if (/pre-existing shared memory block/.test(said)) return 'not yet';
  const because = /No space left/.test(said)
    ? 'The disk is full: make room and start again.'
    : /incompatible with server/.test(said)
      ? 'The data was made by another version of PostgreSQL: export it with the version of Genjin that made it.'
      : /Permission denied|wrong ownership|invalid permissions/.test(said)
        ? `The files in ${data} do not belong to the user who runs PostgreSQL: was it another user before?`
        : 'Keep the directory as it is, and ask for help with these lines.';
  throw new Error(
    `The database in ${data} does not start. ${because} PostgreSQL says (${log}):\n${said.trim().slice(-1500)}`,
  );
};

/** Stops the server and waits; `immediate` is for one that does not answer (nothing is lost, it recovers at the next start). */
export const halt = async ({ bin, data, identity }: Cluster, mode: 'fast' | 'immediate') => {
  const found = findPostmaster(data);
  if (!found) return;
  // Waiting is ours: pg_ctl -w takes a server that another bot starts at that moment for the old one, and waits for it.
  const args = ['stop', '-D', data, '-m', mode, '-W', '-s'];
  await new Promise((done) => {
    spawn(join(bin, 'pg_ctl'), args, { ...identity, cwd: '/', stdio: 'ignore', env: serverEnv() }).once('close', done);
  });
  const gone = () => findPostmaster(data)?.pid !== found.pid;
  for (const deadline = Date.now() + (mode === 'fast' ? 60_000 : 5000); !gone() && Date.now() < deadline; )
    await sleep(20);
  if (!gone() && mode === 'immediate') process.kill(found.pid, 'SIGKILL');
};
