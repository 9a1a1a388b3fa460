import type { Pool, PoolClient } from 'pg';
import { preparedName } from '../../prisma/prepared.ts';
import type { Queue } from '../delivery/queue.ts';
import type { Pending, Plan, Say, Talk } from './change.ts';
import type { Ids } from './ids.ts';
import { Conflict } from './refusal.ts';
import { journalRows, writeOf } from './write.ts';

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
  /** The words it was understood from, when they are more than its message. */
  words?: string;
  talk?: { conversation: string; talk: Talk; expiresAt: Date };
  /** The question that this answers: it must still be open, so that it is answered once. */
  answers?: Pending;
  /** Reminders that this settles: id → how. */
  settles?: { id: number; state: 'sent' | 'dropped'; why: string | null }[];
  pictures?: { id: number; png: Uint8Array }[];
}

/**
 * Writes records, journal, dialogue, outgoing messages and the settled inbox row in one transaction: one statement, then
 * the queue's jobs. Throws Conflict when a guarded record (or the inbox row) changed since it was read: nothing is written.
 */
export async function commit(pool: Pool, queue: Queue, ids: Ids, what: Commit): Promise<void> {
  const { says, plan } = what;
  const writes = plan && (plan.changes.length > 0 || plan.undoes !== undefined || plan.parts?.length);
  const statement = compose(what, writes ? (what.commandId ?? (await ids.next())) : null);
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
  if (code === '23505' && /^(Journal|Command|Team_name|Identity_platform|Invite_codeHash|Playbook)_/.test(constraint))
    return new Conflict();
  return error;
}

function compose(what: Commit, commandId: number | null) {
  const values: unknown[] = [];
  const parts: string[] = [];
  const guards: string[] = ['true'];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const run = (sql: string, wanted?: number) => {
    const name = `s${parts.length}`;
    parts.push(`${name} AS (${sql} RETURNING 1)`);
    if (wanted !== undefined) guards.push(`expect_rows((SELECT count(*) FROM ${name}), ${wanted})`);
  };

  for (const change of what.plan?.changes ?? []) {
    const { sql, wanted } = writeOf(change, bind);
    run(sql, wanted);
  }
  // A stage stands in the playbook it was judged by: when that was changed meanwhile, it is judged again.
  for (const version of new Set(what.plan?.changes.flatMap(({ gated }) => gated ?? [])))
    guards.push(`expect_rows((SELECT max("id") FROM "Playbook" WHERE "removedAt" IS NULL)::bigint, ${bind(version)})`);
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
    const commands = commandsOf(what, commandId);
    run(
      `INSERT INTO "Command" ("id", "intent", "personId", "via", "at", "inboxId", "undoes", "partOf", "amends", "trims", "words")
      SELECT c."id", c."intent", ${bind(what.personId)}, ${bind(what.via)}, ${bind(what.at)}, ${bind(what.inboxId ?? null)}, c."undoes", c."partOf", c."amends", c."trims", c."words"
      FROM jsonb_to_recordset(${bind(JSON.stringify(commands.map(({ changes: _, ...row }) => row)))}::jsonb) AS c("id" int, "intent" text, "undoes" int, "partOf" int, "amends" int, "trims" int, "words" text)`,
    );
    const rows = commands.flatMap(({ id, changes }) => journalRows(changes).map((row) => ({ ...row, commandId: id })));
    run(
      `INSERT INTO "Journal" ("commandId", "entity", "entityId", "field", "old", "new", "personId", "via", "at")
      SELECT j."commandId", j."entity", j."entityId", j."field", j."old", j."new", ${bind(what.personId)}, ${bind(what.via)}, ${bind(what.at)}
      FROM jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) AS j("commandId" int, "entity" text, "entityId" int, "field" text, "old" jsonb, "new" jsonb)
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
    run(
      `INSERT INTO "Dialogue" ("conversation", "pending", "about", "expiresAt")
      VALUES (${bind(what.talk.conversation)}, ${bind(json(what.talk.talk.pending))}, ${bind(json(what.talk.talk.about))}, ${bind(what.talk.expiresAt)})
      ON CONFLICT ("conversation") DO UPDATE SET "pending" = excluded."pending", "about" = excluded."about", "expiresAt" = excluded."expiresAt"
      ${what.answers ? `WHERE "Dialogue"."pending" = ${bind(json(what.answers))}::jsonb` : ''}`,
      what.answers ? 1 : undefined,
    );
  }
  const text = parts.length > 0 ? `WITH ${parts.join(',\n')}\nSELECT ${guards.join(' AND ')}` : 'SELECT true';
  // What several did together has seldom the shape of what others did: its plan is not worth keeping.
  return { name: what.plan?.parts ? undefined : preparedName(text), text, values };
}

/** The command itself and, of several done together, each of them; a change is journalled for the one it belongs to. */
function commandsOf({ intent, plan, words }: Commit, id: number) {
  const { changes = [], parts, undoes, amends, trims } = plan ?? {};
  return [
    { id, intent, undoes, amends, trims, words, changes: parts ? [] : changes },
    ...(parts ?? []).map(({ commandId, ...part }) => ({ id: commandId, partOf: id, ...part })),
  ];
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
