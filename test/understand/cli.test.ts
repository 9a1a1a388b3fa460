import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../prisma/client.ts';
import { type Embedded, startEmbedded } from '../../prisma/embedded.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { emptyDatabase } from '../support/database.ts';

const quiet = { info: () => {}, warn: () => {} };
let place: string;
let dir: string;
let running: Embedded | undefined;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'genjin-cli-'));
  dir = join(place, 'data');
  running = await startEmbedded({ dir, log: quiet, settings: { fsync: 'off' } });
  await applyMigrations(running.connectionString);
  const { pool, close } = openDatabase(running.connectionString, { max: 1 });
  await pool.query(
    `INSERT INTO "Person" ("id", "name", "role", "zone", "createdAt") VALUES (1, 'Ada', 'rep', 'UTC', now())`,
  );
  await pool.query(
    `INSERT INTO "Customer" ("id", "name", "nameKey", "ownerId", "createdAt") VALUES (2, '恒通精密', '恒通精密', 1, now())`,
  );
  await close();
}, 120_000);
afterAll(async () => {
  await running?.stop();
  rmSync(place, { recursive: true, force: true });
}, 60_000);

/** The command as an operator runs it. */
async function understand(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bot/cli.ts', 'understand', ...args], {
    env: { PATH: process.env.PATH, HOME: place, DATA_DIR: dir, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: string[][] = [[], []];
  child.stdout.on('data', (chunk) => out?.push(String(chunk)));
  child.stderr.on('data', (chunk) => err?.push(String(chunk)));
  const code = await new Promise((done) => child.on('close', done));
  return { code, out: out?.join('') ?? '', err: err?.join('').trim() ?? '' };
}

const said = '恒通精密';
const who = (out: string) => JSON.parse(out).intents[0]?.input.deal;

test('without a database no names are known', async () => {
  const { code, out } = await understand([said]);
  expect(code).toBe(0);
  expect(who(out)).toBe(undefined);
});

test('"configured" knows the names of the bot’s own database while the bot runs', async () => {
  const { code, out, err } = await understand(['--database', 'configured', said]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(who(out)).toBe('恒通精密');
});

test('and starts it, and stops it again, while the bot does not', async () => {
  await running?.stop();
  running = undefined;
  const { code, out, err } = await understand(['--database', 'configured', said]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(who(out)).toBe('恒通精密');
}, 60_000);

test('without an installation it says so instead of making one', async () => {
  const nowhere = join(place, 'nowhere');
  const { code, out, err } = await understand(['--database', 'configured', said], { DATA_DIR: nowhere });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    `There is no database in ${nowhere} yet, so there are no names to know. Run npm start once, or set DATABASE_URL.`,
  );
});

const unreachable = 'postgres://somebody:secret-word@127.0.0.1:1/nothing';

test.each<[string, string[], Record<string, string>, RegExp]>([
  ['an unknown option', ['--colour', 'red', said], {}, /'--colour'.*Nothing was read; all options: .*--help$/],
  ['an option without its value', ['--zone'], {}, /'--zone.*missing.*--help$/],
  ['a wrong zone', ['--zone', 'Shanghai', said], {}, /--zone Shanghai is no time zone.*Asia\/Shanghai/],
  ['a wrong moment', ['--now', 'soon', said], {}, /--now soon is no moment.*2026/],
  ['a wrong language', ['--lang', 'fr', said], {}, /--lang is zh or en, not fr/],
  ['a database that is not there', ['--database', unreachable, said], {}, /can't be read.*leave --database out/],
  [
    'a setting that is not there',
    ['--database', 'configured', said],
    { DATABASE_URL: unreachable },
    /DATABASE_URL can't be read/,
  ],
  ['no address', ['--database', 'mine', said], {}, /--database is no address of a PostgreSQL.*postgres:/],
  ['a wrong setting', ['--database', 'configured', said], { PORT: 'x' }, /PORT/],
])('what is wrong is told in a line, with what to do and code 2: %s', async (_what, args, env, told) => {
  const { code, out, err } = await understand(args, env);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(told);
  expect(err).not.toMatch(/^\s+at |secret-word/m);
});

test('a database without our tables is told to be started on', async () => {
  const empty = await emptyDatabase();
  const { code, err } = await understand(['--database', empty.connectionString, said]);
  await empty.drop();
  expect(code).toBe(2);
  expect(err).toMatch(/holds no installation of this version.*npm start/);
});
