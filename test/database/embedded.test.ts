import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPostmaster } from '../../prisma/embedded/postmaster.ts';
import { startEmbedded } from '../../prisma/embedded.ts';

let home: string;
let dir: string;
const warnings: string[] = [];
const bots: ChildProcess[] = [];
const log = { info: () => {}, warn: (text: string) => warnings.push(text) };
const start = () => startEmbedded({ dir, log });

beforeEach(() => {
  home = mkdtempSync(join(realpathSync(tmpdir()), 'genjin-embedded-'));
  chmodSync(home, 0o711);
  dir = join(home, 'data/pg');
  warnings.length = 0;
});

afterEach(async () => {
  for (const bot of bots.splice(0)) bot.kill('SIGKILL');
  await kill(serverPid());
  rmSync(home, { recursive: true, force: true });
});

const serverPid = () => (existsSync(dir) ? findPostmaster(realpathSync(dir))?.pid : undefined);

const kill = async (pid: number | undefined) => {
  if (!pid) return;
  process.kill(pid, 'SIGKILL');
  while (serverPid() === pid) await sleep(10);
};

/** Another process with a bot's hold on the database. */
const botElsewhere = async () => {
  const bot = fork(join(import.meta.dirname, '../support/embedded-bot.ts'), [dir], { stdio: 'inherit' });
  bots.push(bot);
  const [connectionString] = (await once(bot, 'message')) as [string];
  const leave = async () => {
    bot.send('leave');
    await once(bot, 'exit');
  };
  const killed = async () => {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  };
  return { connectionString, leave, killed };
};

const ask = async (connectionString: string, sql: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
};

describe('the first start', () => {
  test('makes a database that only this machine and this user can reach, and that keeps its data', async () => {
    const first = await start();
    expect(new URL(first.connectionString).hostname).toBe('127.0.0.1');
    expect(await ask(first.connectionString, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(statSync(join(dir, 'genjin.password')).mode & 0o777).toBe(0o600);
    await expect(ask(first.connectionString.replace(/:[^:@]*@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
    await ask(first.connectionString, "CREATE TABLE note AS SELECT '跟进' AS text");
    await first.stop();
    expect(serverPid()).toBeUndefined();

    const began = performance.now();
    const second = await start();
    expect(performance.now() - began).toBeLessThan(1500);
    expect(second.connectionString).toBe(first.connectionString); // port and password are remembered
    expect(await ask(second.connectionString, 'SELECT text FROM note')).toBe('跟进');
    await second.stop();
  });

  test('speaks UTF-8 and sorts alike on every machine', async () => {
    const server = await start();
    expect(await ask(server.connectionString, 'SHOW server_encoding')).toBe('UTF8');
    expect(
      await ask(server.connectionString, 'SELECT datlocale FROM pg_database WHERE datname = current_database()'),
    ).toBe('C.UTF-8');
    expect(await ask(server.connectionString, 'SHOW TimeZone')).toBe('UTC');
    await server.stop();
  });

  test('refuses a directory that holds something else', async () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'letter.txt'), 'dear');
    await expect(start()).rejects.toThrow(/holds files but no database/);
  });
});

describe('after kill -9', () => {
  test('of the bot, the server left running is taken over, and stopped in the end', async () => {
    const bot = await botElsewhere();
    await ask(bot.connectionString, 'CREATE TABLE kept AS SELECT 7 AS n');
    const left = serverPid();
    await bot.killed();
    expect(serverPid()).toBe(left);

    const server = await start();
    expect(serverPid()).toBe(left);
    expect(await ask(server.connectionString, 'SELECT n FROM kept')).toBe(7);
    await server.stop();
    expect(serverPid()).toBeUndefined();
  });

  test('of the bot and the server at once, the next start recovers and nothing committed is lost', async () => {
    const bot = await botElsewhere();
    await ask(bot.connectionString, 'CREATE TABLE kept AS SELECT 7 AS n');
    const killed = serverPid();
    const died = bot.killed();
    if (killed) process.kill(killed, 'SIGKILL');
    await died;

    const server = await start(); // at once, while old backends may still be noticing
    expect(serverPid()).not.toBe(killed);
    expect(await ask(server.connectionString, 'SELECT n FROM kept')).toBe(7);
    await server.stop();
  });

  test('and a reboot, a pid file that now names another program does not stand in the way', async () => {
    await (await start()).stop();
    writeFileSync(join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n1\n1\n\n127.0.0.1\n0 0\nready\n`);
    const server = await start();
    expect(await ask(server.connectionString, 'SELECT 1')).toBe(1);
    await server.stop();
  });

  test('a server that runs but does not answer is replaced', { timeout: 60_000 }, async () => {
    const bot = await botElsewhere();
    await ask(bot.connectionString, 'CREATE TABLE kept AS SELECT 7 AS n');
    const stuck = serverPid() ?? 0;
    process.kill(stuck, 'SIGSTOP');
    await bot.killed();

    const server = await start();
    expect(warnings).toEqual([expect.stringContaining('does not answer')]);
    expect(serverPid()).not.toBe(stuck);
    expect(await ask(server.connectionString, 'SELECT n FROM kept')).toBe(7);
    await server.stop();
  });
});

describe('two bots on one directory', () => {
  test('share one server, and whoever leaves last stops it', async () => {
    const first = await botElsewhere();
    const pid = serverPid();
    const second = await start();
    expect(second.connectionString).toBe(first.connectionString);
    await first.leave();
    expect(serverPid()).toBe(pid);
    expect(await ask(second.connectionString, 'SELECT 1')).toBe(1);
    await second.stop();
    expect(serverPid()).toBeUndefined();
  });

  test('may even start at the same moment on nothing', async () => {
    const [first, second] = await Promise.all([botElsewhere(), botElsewhere()]);
    expect(first.connectionString).toBe(second.connectionString);
    await Promise.all([first.leave(), second.leave()]);
    expect(serverPid()).toBeUndefined();
  });

  test('may come and go: one that starts while the other stops the server gets a server', async () => {
    for (let round = 0; round < 3; round++) {
      const first = await start();
      const [second] = await Promise.all([start(), first.stop()]);
      expect(await ask(second.connectionString, 'SELECT 1')).toBe(1);
      await second.stop();
    }
  });
});

test('a port that somebody else took is not fought for', async () => {
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.connectionString).port), '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  expect(new URL(second.connectionString).port).not.toBe(new URL(first.connectionString).port);
  expect(await ask(second.connectionString, 'SELECT 1')).toBe(1);
  await second.stop();
  squatter.close();
});

describe.runIf(process.getuid?.() === 0)('root, whose directory is closed to the user that PostgreSQL runs as', () => {
  test('gets its data in an open place, with a link to it and a word about it', async () => {
    mkdirSync(dirname(dir), { recursive: true });
    chmodSync(home, 0o700);
    const server = await start();
    await ask(server.connectionString, 'CREATE TABLE kept AS SELECT 7 AS n');
    await server.stop();
    expect(lstatSync(dir).isSymbolicLink()).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('back up that one')]);

    const again = await start();
    expect(await ask(again.connectionString, 'SELECT n FROM kept')).toBe(7);
    await again.stop();
    expect(warnings).toHaveLength(1);
    rmSync(readlinkSync(dir), { recursive: true });
    rmSync(`${readlinkSync(dir)}.log`, { force: true });
  });
});

test('a link to data that is gone is not answered with an empty database', async () => {
  mkdirSync(dirname(dir), { recursive: true });
  symlinkSync(join(home, 'gone'), dir);
  await expect(start()).rejects.toThrow(/not there any more/);
  rmSync(dir);
});

test('what PostgreSQL says when it cannot start is passed on', async () => {
  await (await start()).stop();
  const file = join(dir, 'postgresql.conf');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nshared_buffers = a lot\n`);
  await expect(start()).rejects.toThrow(/does not start.*PostgreSQL says.*(shared_buffers|syntax error)/s);
});
