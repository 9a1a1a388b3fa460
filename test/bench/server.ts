import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../prisma/client.ts';
import { startEmbedded } from '../../prisma/embedded.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { onServer, withDatabase } from '../support/database.ts';

/** A PostgreSQL for a measurement (`DATABASE_URL`, or the embedded one) with a fresh migrated database on it. */
export async function benchDatabase() {
  const dir = await mkdtemp(join(tmpdir(), 'genjin-bench-'));
  const quiet = { info: () => {}, warn: () => {} };
  const own = process.env.DATABASE_URL ? null : await startEmbedded({ dir, log: quiet });
  const server = process.env.DATABASE_URL ?? own?.connectionString ?? '';
  const name = `genjin_bench_${process.pid}_${Date.now()}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = withDatabase(server, name);
  await applyMigrations(url);
  const database = openDatabase(url, { max: 4 });
  return {
    url,
    ...database,
    async end() {
      await database.close();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await own?.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
