import type { Pool, PoolClient } from 'pg';
import { preparedName } from '../../prisma/prepared.ts';
import type { Queue } from '../delivery/queue.ts';
import type { Change, Plan, Say, Talk, Value } from './change.ts';
import type { Ids } from './ids.ts';
import { Conflict } from './refusal.ts';

/** Everything one command leaves behind. */
export interface Commit {
  intent: string;
  personId: number | null;
  via: string;
  at: Date;
  plan?: Plan;
  says: Say[];
  /** The message in that this answers: settled in the same transaction, so that it is answered once. */
  inboxId?: number;
  /** The command's number, when the answer had to know it beforehand. */
  commandId?: number;
  talk?: { conversation: string; talk: Talk; expiresAt: Date };
  /** Reminders that this settles: id → how. */
  settles?: { id: number; state: 'sent' | 'dropped'; why: string | null }[];
  pictures?: { id: number; png: Uint8Array }[];
}

/**
 * Writes records, journal, dialogue, outgoing messages and the settled inbox row in one transaction: one statement, then
 * the queue's jobs. Throws Conflict when a guarded record (or the inbox row) changed since it was read: nothing is written.
 */
export async function commit(pool: Pool, queue: Queue, ids: Ids, what: Commit): Promise<void> {
  const changes = what.plan?.changes ?? [];
  const commandId = changes.length > 0 ? (what.commandId ?? (await ids.next())) : null;
  const { says } = what;
  const statement = compose(what, changes, commandId);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await client.query(statement);
    if (says.length > 0)
      await queue.wakeOutbox(client, [...new Set(says.map((say) => `${say.platform} ${say.conversation}`))]);
    await client.query('COMMIT');
  } catch (error) {
    broken = await rollback(client);
    throw asConflict(error);
  } finally {
    client.release(broken);
  }
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function asConflict(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  const constraint = (error as { constraint?: string }).constraint ?? '';
  if (code === 'GJ409' || code === '40P01') return new Conflict();
  if (code === '23505' && /^(Journal|Command|Team_name|Identity_platform|Invite_codeHash)_/.test(constraint))
    return new Conflict();
  return error;
}

function compose(what: Commit, changes: Change[], commandId: number | null) {
  const values: unknown[] = [];
  const parts: string[] = [];
  const guards: string[] = ['true'];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const run = (sql: string, wanted?: number) => {
    const name = `s${parts.length}`;
    parts.push(`${name} AS (${sql} RETURNING 1)`);
    if (wanted !== undefined) guards.push(`expect_rows((SELECT count(*) FROM ${name}), ${wanted})`);
  };

  for (const change of changes) run(...write(change, bind));
  if (what.inboxId !== undefined) {
    run(
      `UPDATE "Inbox" SET "state" = 'answered', "answeredAt" = now() WHERE "id" = ${bind(what.inboxId)} AND "state" = 'waiting'`,
      1,
    );
  }
  for (const one of what.settles ?? []) {
    run(
      `UPDATE "Reminder" SET "state" = ${bind(one.state)}, "why" = ${bind(one.why)}, "settledAt" = now() WHERE "id" = ${bind(one.id)} AND "state" = 'waiting'`,
      1,
    );
  }
  if (commandId !== null) {
    run(
      `INSERT INTO "Command" ("id", "intent", "personId", "via", "at", "inboxId", "undoes") VALUES (${bind(commandId)}, ${bind(what.intent)}, ${bind(what.personId)}, ${bind(what.via)}, ${bind(what.at)}, ${bind(what.inboxId ?? null)}, ${bind(what.plan?.undoes ?? null)})`,
    );
    const rows = journalRows(changes);
    run(
      `INSERT INTO "Journal" ("commandId", "entity", "entityId", "field", "old", "new", "personId", "via", "at")
      SELECT ${bind(commandId)}, j."entity", j."entityId", j."field", j."old", j."new", ${bind(what.personId)}, ${bind(what.via)}, ${bind(what.at)}
      FROM jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) AS j("entity" text, "entityId" int, "field" text, "old" jsonb, "new" jsonb)
      WHERE ${guards.join(' AND ')}`,
      rows.length,
    );
  }
  for (const picture of what.pictures ?? []) {
    run(`INSERT INTO "Picture" ("id", "png") VALUES (${bind(picture.id)}, ${bind(Buffer.from(picture.png))})`);
  }
  if (what.says.length > 0) {
    const rows = what.says.map((say) => ({ ...say, inboxId: say.kind === 'answer' ? what.inboxId : undefined }));
    run(`INSERT INTO "Message" ("id", "platform", "conversation", "personId", "kind", "dedupeKey", "language", "card", "inboxId", "replaces", "at")
      SELECT nextval('message_id'), m."platform", m."conversation", m."personId", m."kind", m."dedupeKey", m."language", m."card", m."inboxId", m."replaces", ${bind(what.at)}
      FROM jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) AS m("platform" text, "conversation" text, "personId" int, "kind" text,
        "dedupeKey" text, "language" text, "card" jsonb, "inboxId" int, "replaces" text)
      ON CONFLICT ("dedupeKey") DO NOTHING`);
  }
  if (what.talk) {
    run(`INSERT INTO "Dialogue" ("conversation", "pending", "about", "expiresAt")
      VALUES (${bind(what.talk.conversation)}, ${bind(json(what.talk.talk.pending))}, ${bind(json(what.talk.talk.about))}, ${bind(what.talk.expiresAt)})
      ON CONFLICT ("conversation") DO UPDATE SET "pending" = excluded."pending", "about" = excluded."about", "expiresAt" = excluded."expiresAt"`);
  }
  const text = parts.length > 0 ? `WITH ${parts.join(',\n')}\nSELECT ${guards.join(' AND ')}` : 'SELECT true';
  return { name: preparedName(text), text, values };
}

function write(change: Change, bind: (value: unknown) => string): [string, number?] {
  const fields = Object.entries(change.fields);
  const columns = fields.map(([field]) => `"${field}"`);
  const marks = fields.map(([, [, value]]) => bind(parameter(value)));
  if (change.version === null) {
    return [
      `INSERT INTO "${change.entity}" ("id", ${columns.join(', ')}) VALUES (${bind(change.id)}, ${marks.join(', ')})`,
    ];
  }
  const sets = columns.map((column, i) => `${column} = ${marks[i]}`);
  return [
    `UPDATE "${change.entity}" SET ${sets.join(', ')}, "version" = "version" + 1 WHERE "id" = ${bind(change.id)} AND "version" = ${bind(change.version)}`,
    1,
  ];
}

/** What follows from the other fields of a new record is not told twice. */
const derived = new Set(['wallTime', 'zone', 'pinyin', 'nameKey', 'companyKey', 'createdAt', 'step']);

function journalRows(changes: Change[]) {
  return changes.flatMap((change) =>
    Object.entries(change.fields).flatMap(([field, [old, now]]) => {
      if (change.version === null && derived.has(field)) return [];
      return field === 'facts'
        ? factRows(change, old, now)
        : [{ entity: change.entity, entityId: change.id, field, old, new: now }];
    }),
  );
}

/** The playbook's fields live in one JSON column; the journal has a row for each of them. */
function factRows(change: Change, old: Value, now: Value) {
  const before = (old ?? {}) as Record<string, Value>;
  const after = (now ?? {}) as Record<string, Value>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      entity: change.entity,
      entityId: change.id,
      field: `facts.${key}`,
      old: before[key] ?? null,
      new: after[key] ?? null,
    }));
}

function parameter(value: Value): unknown {
  // As text, in UTC: pg would write a Date in the process's own zone, and a calendar day would be another one there.
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  return JSON.stringify(value);
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
