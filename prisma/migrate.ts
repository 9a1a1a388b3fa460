import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

type Migration = { name: string; sql: string; checksum: string };
type Applied = { name: string; checksum: string; finished: boolean; logs: string | null };

const LOCK = 72707369; // Prisma's own, so that `prisma migrate deploy` and a starting bot wait for each other
const DIRECTORY = join(import.meta.dirname, 'migrations');

/** Thrown when the database and prisma/migrations disagree; nothing has been changed. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem';
}

/**
 * Applies what is new in prisma/migrations, as `prisma migrate deploy` does (same table, checksums and lock) but without
 * the CLI, so a bot brings its database up to date at start. Returns the names of those applied.
 */
export const applyMigrations = async (connectionString: string, directory = DIRECTORY): Promise<string[]> => {
  const client = new pg.Client({ connectionString, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const migrations = readMigrations(directory);
    const applied = await readApplied(client);
    refuse(migrations, applied);
    const known = new Set(applied.map(({ name }) => name));
    const pending = migrations.filter(({ name }) => !known.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // which also gives the lock back
  }
};

/** The migrations on disk, oldest first; Prisma's checksum is the plain sha256 of the file. */
export const readMigrations = (directory = DIRECTORY): Migration[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(directory, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    });

const readApplied = async (client: pg.Client): Promise<Applied[]> => {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
};

const refuse = (migrations: Migration[], applied: Applied[]) => {
  const onDisk = new Map(migrations.map((each) => [each.name, each]));
  for (const { name, checksum, finished, logs } of applied) {
    const file = onDisk.get(name);
    if (!finished)
      throw new MigrationProblem(
        `The migration ${name} failed when it was applied, so the database may be half changed. ` +
          `It said: ${logs?.trim() || '(nothing)'}\nLook at what it did, undo it or finish it by hand, then tell Prisma which: ` +
          `"npx prisma migrate resolve --rolled-back ${name}" (it will run again) or "--applied ${name}".`,
      );
    if (!file)
      throw new MigrationProblem(
        `The database has the migration ${name}, which this version of Genjin does not know: a newer version has been ` +
          "running on it, or it is another program's database. Start the newer version, or restore the backup made before it.",
      );
    if (file.checksum !== checksum)
      throw new MigrationProblem(
        `prisma/migrations/${name}/migration.sql was edited after it had been applied, so the file no longer says what is ` +
          'in the database. Put the file back as it was (git checkout), and put the change into a new migration ' +
          '("npm run migrate:new -- what-it-does").',
      );
  }
};

/** One transaction with its own record, so a failure leaves nothing half done except the note that says why. */
const apply = async (client: pg.Client, { name, sql, checksum }: Migration) => {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query('ROLLBACK');
    const said = error instanceof Error ? error.message : String(error);
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, said]);
    throw new MigrationProblem(
      `The migration ${name} failed: ${said}. Nothing of it was kept. Mend the cause, say "npx prisma migrate resolve ` +
        `--rolled-back ${name}", and start again.`,
      { cause: error },
    );
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
};

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
