import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations } from '../../prisma/migrate.ts';
import { emptyDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'genjin-migrations-'));
  write('1_notes', 'CREATE TABLE note (id int);');
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
};
const apply = () => applyMigrations(database.connectionString, folder);
const ask = async (sql: string) => {
  const client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};
const prisma = (...args: string[]) => {
  const env = { ...process.env, DATABASE_URL: database.connectionString };
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/prisma', args, { env, encoding: 'utf8' });
  return { said: stdout + stderr, status };
};

test('applies what is new, in order, once', async () => {
  expect(await apply()).toEqual(['1_notes']);
  expect(await apply()).toEqual([]);
  write('2_names', 'ALTER TABLE note ADD name text; CREATE INDEX note_name ON note (name);');
  expect(await apply()).toEqual(['2_names']);
  expect(await ask('SELECT id, name FROM note')).toEqual([]);
});

test('bots that start together apply each migration once', async () => {
  const applied = await Promise.all([apply(), apply(), apply(), apply()]);
  expect(applied.flat()).toEqual(['1_notes']);
});

test("Prisma's own status agrees with what was applied here, and the other way round", {
  timeout: 60_000,
}, async () => {
  const applied = await applyMigrations(database.connectionString);
  expect(applied.length).toBeGreaterThan(0);
  expect(prisma('migrate', 'status')).toMatchObject({
    status: 0,
    said: expect.stringContaining('schema is up to date'),
  });

  await database.drop();
  database = await emptyDatabase();
  expect(prisma('migrate', 'deploy').status).toBe(0);
  expect(await applyMigrations(database.connectionString)).toEqual([]);
});

test('a migration that fails leaves nothing half done, and the next start says what to do', async () => {
  write('2_wrong', 'CREATE TABLE half (id int); SELECT 1/0;');
  await expect(apply()).rejects.toThrow(/2_wrong failed: division by zero/);
  expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  write('2_wrong', 'CREATE TABLE half (id int);');
  await expect(apply()).rejects.toThrow(/division by zero.*migrate resolve --rolled-back 2_wrong/s);
  await ask('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL'); // what resolve does
  expect(await apply()).toEqual(['2_wrong']);
});

test('a migration edited after it was applied is refused', async () => {
  await apply();
  appendFileSync(join(folder, '1_notes/migration.sql'), '-- a thought');
  await expect(apply()).rejects.toThrow(/was edited after it had been applied/);
});

test('a database that a newer version has migrated is refused', async () => {
  write('2_future', 'CREATE TABLE future (id int);');
  await apply();
  rmSync(join(folder, '2_future'), { recursive: true });
  await expect(apply()).rejects.toThrow(/2_future, which this version of Genjin does not know/);
});

test('Prisma and a start see the same failure', { timeout: 60_000 }, async () => {
  cpSync('prisma/migrations', folder, { recursive: true });
  rmSync(join(folder, '1_notes'), { recursive: true });
  write('99999999999999_wrong', 'SELECT 1/0;');
  await expect(apply()).rejects.toThrow(/division by zero/);
  expect(prisma('migrate', 'status')).toMatchObject({ status: 1, said: expect.stringMatching(/failed/i) });
  expect(prisma('migrate', 'resolve', '--rolled-back', '99999999999999_wrong')).toMatchObject({ status: 0 });
  write('99999999999999_wrong', 'SELECT 1;');
  expect(await apply()).toEqual(['99999999999999_wrong']);
});
