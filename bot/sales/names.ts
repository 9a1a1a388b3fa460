import type { Pool } from 'pg';
import type { NameEntry } from '../insight/name-entry.ts';
import type { Change, Value } from './change.ts';

/** Where names are kept. */
export interface NameBook {
  add(entry: NameEntry): void;
  remove(id: number): void;
  entry(id: number): NameEntry | undefined;
}

/** How far the journal was read. */
export interface NamesSeen {
  journal: number;
  /** Numbers below it that were not there, and when that was noticed: a transaction may yet write them. */
  missing: Map<number, number>;
}

type Kind = NameEntry['kind'];
type Row = { id: number; out: boolean } & Record<string, Value>;

const kinds = {
  Customer: 'customer',
  Contact: 'contact',
  Lead: 'lead',
  Person: 'person',
  Opportunity: 'deal',
} as const;
const tables: Record<Kind, { table: keyof typeof kinds; columns: string; out: string }> = {
  person: { table: 'Person', columns: '"name", "teamId"', out: '"removedAt" IS NOT NULL' },
  customer: { table: 'Customer', columns: '"name", "nameKey", "pinyin", "ownerId"', out: '"removedAt" IS NOT NULL' },
  contact: { table: 'Contact', columns: '"name", "customerId"', out: '"removedAt" IS NOT NULL' },
  deal: { table: 'Opportunity', columns: '"title", "ownerId"', out: `("removedAt" IS NOT NULL OR "status" <> 'open')` },
  lead: {
    table: 'Lead',
    columns: '"name", "company", "companyKey", "pinyin", "ownerId"',
    out: `("removedAt" IS NOT NULL OR "status" = 'merged')`,
  },
};
/** Fields without which a record is told by the same names to the same people. */
const telling = ['name', 'title', 'company', 'ownerId', 'customerId', 'teamId', 'removedAt', 'status'];

/** What a record has become that is spoken of no more under its own name. */
const gone = new Set(['lead merged', 'deal won', 'deal lost']);

const page = 1000;
/** As many rows may be on their way into the journal when a load begins. */
const onTheirWay = 1000;
/** How long a transaction may take to write the journal's rows it took numbers for, in milliseconds. */
const patience = 60_000;

/** Reads all names, a page at a time, and returns from where {@link refreshNames} goes on. */
export async function loadNames(pool: Pool, names: NameBook, signal?: AbortSignal): Promise<NamesSeen> {
  const newest = await pool.query<{ id: string }>('SELECT coalesce(max("id"), 0) AS id FROM "Journal"');
  for (const kind of Object.keys(tables) as Kind[]) {
    const { table, columns, out } = tables[kind];
    for (let last = 0; ; ) {
      signal?.throwIfAborted();
      const { rows } = await pool.query<Row>({
        name: `names-load-${table}`,
        text: `SELECT "id", ${columns} FROM "${table}" WHERE "id" > $1 AND NOT ${out} ORDER BY "id" LIMIT ${page}`,
        values: [last],
      });
      for (const row of rows) names.add(entryOf(kind, row.id, row));
      if (rows.length < page) break;
      last = rows.at(-1)?.id ?? last;
    }
  }
  return { journal: Math.max(0, Number(newest.rows[0]?.id ?? 0) - onTheirWay), missing: new Map() };
}

/** Takes in what the journal tells of since it was last read: one indexed query when it tells nothing. */
export async function refreshNames(pool: Pool, names: NameBook, seen: NamesSeen, signal?: AbortSignal): Promise<void> {
  for (let more = true; more; ) {
    signal?.throwIfAborted();
    const { rows } = await pool.query<{ id: string; kind: keyof typeof kinds; record: number; telling: boolean }>({
      name: 'names-journal',
      text: `(SELECT "id", "entity" AS kind, "entityId" AS record, "field" = ANY($3) AS telling FROM "Journal" WHERE "id" > $1 ORDER BY "id" LIMIT ${page})
        UNION ALL SELECT "id", "entity", "entityId", "field" = ANY($3) FROM "Journal" WHERE "id" = ANY($2::bigint[])`,
      values: [seen.journal, [...seen.missing.keys()], telling],
    });
    const changed = new Map<Kind, Set<number>>();
    for (const { kind, record, telling } of rows) {
      const one = kinds[kind];
      if (one && telling) changed.set(one, (changed.get(one) ?? new Set()).add(record));
    }
    for (const [kind, ids] of changed) await take(pool, names, kind, [...ids]);
    const before = seen.journal;
    note(
      seen,
      rows.map((row) => Number(row.id)),
    );
    more = rows.length >= page && seen.journal > before;
  }
}

/** The records as they are now. */
async function take(pool: Pool, names: NameBook, kind: Kind, ids: number[]): Promise<void> {
  const { table, columns, out } = tables[kind];
  const { rows } = await pool.query<Row>({
    name: `names-take-${table}`,
    text: `SELECT "id", ${columns}, ${out} AS out FROM "${table}" WHERE "id" = ANY($1::int[])`,
    values: [ids],
  });
  for (const row of rows) {
    if (row.out) names.remove(row.id);
    else names.add(entryOf(kind, row.id, row));
  }
}

/** Numbers of the journal are given before a transaction ends, so that a lower one may appear after a higher one. */
function note(seen: NamesSeen, ids: number[]): void {
  const now = Date.now();
  for (const id of ids.sort((a, b) => a - b)) {
    for (let gap = Math.max(seen.journal + 1, id - onTheirWay); gap < id; gap += 1) seen.missing.set(gap, now);
    seen.missing.delete(id);
    seen.journal = Math.max(seen.journal, id);
  }
  for (const [id, since] of seen.missing) if (now - since > patience) seen.missing.delete(id);
}

/** Takes in what this instance has just written, so that the next sentence knows it. */
export function learnNames(names: NameBook, changes: readonly Change[]): void {
  for (const { entity, id, version, fields } of changes) {
    const kind = kinds[entity as keyof typeof kinds];
    if (!kind) continue;
    const now = Object.fromEntries(Object.entries(fields).map(([field, [, value]]) => [field, value]));
    const known = version === null ? { kind, id } : names.entry(id);
    if (now.removedAt || gone.has(`${kind} ${now.status}`)) names.remove(id);
    else if (known) names.add({ ...known, ...entryOf(kind, id, now) });
  }
}

/** The entry of a row, or of as many of its fields as there are. */
function entryOf(kind: Kind, id: number, row: Record<string, Value>): NameEntry {
  const company = kind === 'customer' ? row.name : kind === 'deal' ? row.title : row.company;
  const person = kind === 'customer' || kind === 'deal' ? undefined : row.name;
  const all = {
    company,
    person,
    companyKey: row.nameKey ?? row.companyKey,
    pinyin: row.pinyin,
    ownerId: row.ownerId,
    customerId: row.customerId,
    teamId: row.teamId,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { kind, id, ...given };
}
