import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../prisma/client.ts';
import { applyMigrations, readMigrations } from '../../prisma/migrate.ts';

export type FreshDatabase = Database & { connectionString: string; drop: () => Promise<void> };

const RUN = 'genjin_run_';

/** The address of another database on the same server. */
export const withDatabase = (server: string, database: string) => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

/** Runs statements on the server itself, outside of any test's database. */
export const onServer = async (server: string, ...statements: string[]) => {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
};

/** A database of one's own with the schema in it and nothing else: a copy of the template (60–200 ms). */
export const freshDatabase = async ({ max = 10 }: { max?: number } = {}): Promise<FreshDatabase> => {
  const created = await emptyDatabase({ template: inject('databaseTemplate') });
  const database = openDatabase(created.connectionString, { max });
  const drop = async () => {
    await database.close();
    await created.drop();
  };
  return { ...database, connectionString: created.connectionString, drop };
};

/** A database without even the schema, unless a template is named. */
export const emptyDatabase = async ({ template = 'template0' }: { template?: string } = {}) => {
  const server = inject('databaseServer');
  const name = `${RUN}${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const drop = () => onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  return { connectionString: withDatabase(server, name), drop };
};

/** Makes the migrated template once for each state of prisma/migrations, and returns its name. */
export const prepareTemplate = async (server: string) => {
  const state = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 12);
  const template = `genjin_template_${state}`;
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    // Two runs on one server take turns; a template that was made halfway is simply migrated further.
    await client.query('SELECT pg_advisory_lock(72707371)');
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE "${template}" TEMPLATE template0`);
    await applyMigrations(withDatabase(server, template));
  } finally {
    await client.end();
  }
  return template;
};

/** Drops the databases of workers that are gone (a run that was killed leaves some on a DATABASE_URL server). */
export const dropLeftovers = async (server: string) => {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database d WHERE datname LIKE '${RUN}%'
       AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)`,
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}"`);
  } finally {
    await client.end();
  }
};
