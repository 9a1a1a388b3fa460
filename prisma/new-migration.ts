import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScratchServer } from './scratch-server.ts';

// npm run migrate:new -- what-it-does: writes the SQL that takes prisma/migrations to prisma/schema.prisma.
const name = process.argv[2]?.replaceAll(/[^\w]+/g, '_');
if (!name)
  throw new Error('Give the migration a name that says what it does: npm run migrate:new -- add-stage-history');

const folder = join(import.meta.dirname, 'migrations');
mkdirSync(folder, { recursive: true });
const lock = join(folder, 'migration_lock.toml');
if (!existsSync(lock)) writeFileSync(lock, '# Written by Prisma Migrate; keep it in git.\nprovider = "postgresql"\n');

const server = await startScratchServer();
const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'];
const env = { ...process.env, DATABASE_URL: server.connectionString };
const { status, stdout } = spawnSync('prisma', [...args, '--script', '--exit-code'], {
  env,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
});
await server.stop();

if (status === 2) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const made = join(folder, `${stamp}_${name}`);
  mkdirSync(made);
  writeFileSync(join(made, 'migration.sql'), stdout.slice(stdout.indexOf('-- ')));
  console.log(
    `Made prisma/migrations/${stamp}_${name}/migration.sql. Read it, add what Prisma cannot say, then run the tests.`,
  );
} else if (status === 0) {
  console.log('prisma/migrations already say what prisma/schema.prisma says: there is nothing to make.');
} else {
  console.error('Prisma could not compare the migrations with the schema; its reason is above.');
  process.exitCode = 1;
}
