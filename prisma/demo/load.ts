import type { Db } from '../client.ts';
import type { PrismaClient } from '../generated/client.ts';
import { type Answers, complete, type FullRows } from './answers.ts';
import { generateDemo } from './generate.ts';
import { type History, historyOf } from './history.ts';
import { insertInto, renumber, type Table } from './tables.ts';

export interface LoadOptions extends Answers {
  now: Date;
  seed?: number;
}

/** Any number will do that no other lock has: two loads at once take turns, and the second is refused. */
const lock = 72707374;
const block = 50;

/**
 * Fills a database that has no sales records yet with the demo team: records, and the journal of how they came about, in
 * one transaction. Who is there already stays.
 */
export async function loadDemo(db: PrismaClient, options: LoadOptions): Promise<void> {
  await db.$transaction((tx) => load(tx, options), { timeout: 30_000, maxWait: 10_000 });
}

async function load(db: Db, { now, seed, ...answers }: LoadOptions): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${lock}::bigint)`;
  await refuseIfUsed(db);
  const rows = complete(generateDemo({ now, seed }), answers);
  await suit(db, rows);
  let id = highestId(rows);
  const history = historyOf(rows, () => {
    id += 1;
    return id;
  });
  const ids = await reserve(db, id);
  const idOf = (dense: number) => ids[dense - 1] as number;
  for (const identity of rows.identities) renameIdentity(identity, history, idOf);
  for (const [table, list] of byTable(rows, history)) {
    await db.$executeRawUnsafe(insertInto(table), JSON.stringify(renumber(table, list, idOf)));
  }
  const value = { loadedAt: now.toISOString() };
  await db.setting.upsert({ where: { key: 'demo' }, create: { key: 'demo', value }, update: { value } });
}

async function refuseIfUsed(db: Db): Promise<void> {
  const [customers, leads, deals] = await Promise.all([db.customer.count(), db.lead.count(), db.opportunity.count()]);
  if (customers + leads + deals === 0) return;
  throw new Error(
    `This database already has ${customers} customers, ${leads} leads and ${deals} deals. The demo team is only loaded into an empty one, so that invented records never mix with yours: point DATABASE_URL (or the data directory) at a new database and load it there.`,
  );
}

/** Fits the rows to what is there: the playbook's version, and team names that are not taken. */
async function suit(db: Db, rows: FullRows): Promise<void> {
  const newest = await db.playbook.aggregate({ _max: { version: true } });
  for (const lead of rows.leads) lead.playbookVersion = newest._max.version ?? lead.playbookVersion;
  const taken = new Set((await db.team.findMany({ select: { name: true } })).map(({ name }) => name));
  for (const team of rows.teams) {
    for (let n = 2, name = team.name; taken.has(team.name); n += 1) team.name = `${name} ${n}`;
  }
}

/** Takes `count` ids in blocks from the sequence that numbers all records: nobody else is given one of them. */
async function reserve(db: Db, count: number): Promise<number[]> {
  const blocks = await db.$queryRaw<{ first: number }[]>`
    SELECT nextval('record_id')::int AS first FROM generate_series(1, ${Math.ceil(count / block)}::int)`;
  return blocks.flatMap(({ first }) => Array.from({ length: block }, (_, i) => first + i));
}

/** On the local platform a demo person's user id is `p` and their number, which is known only now. */
function renameIdentity(
  identity: FullRows['identities'][number],
  history: History,
  idOf: (id: number) => number,
): void {
  identity.userId = `p${idOf(identity.personId)}`;
  for (const row of history.journal) {
    if (row.entity === 'Identity' && row.entityId === identity.id && row.field === 'userId') row.new = identity.userId;
  }
}

function highestId(rows: FullRows): number {
  const { moves: _, ...records } = rows;
  return Object.values(records).reduce(
    (highest, list) => list.reduce((most, { id }) => Math.max(most, id), highest),
    0,
  );
}

function byTable(rows: FullRows, { commands, journal, versions }: History): [Table, object[]][] {
  const versioned = (list: { id: number }[]) => list.map((row) => ({ ...row, version: versions.get(row.id) ?? 1 }));
  return [
    ['Team', versioned(rows.teams)],
    ['Person', versioned(rows.people)],
    ['Identity', versioned(rows.identities)],
    ['Customer', versioned(rows.customers)],
    ['Contact', versioned(rows.contacts)],
    ['Lead', versioned(rows.leads)],
    ['Opportunity', versioned(rows.opportunities)],
    ['Activity', versioned(rows.activities)],
    ['Touch', versioned(rows.touches)],
    ['Order', versioned(rows.orders)],
    ['Command', commands],
    ['Journal', journal],
  ];
}
