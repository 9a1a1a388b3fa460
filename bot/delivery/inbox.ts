import type { Pool } from 'pg';
import type { Incoming, Received } from '../chat/platform.ts';

/** A stored message in, as `answer` reads it. */
export interface InboxRow extends Incoming {
  id: number;
}

/** `earlier`: another message of the conversation was still waiting when this one came. */
export interface Stored extends Received {
  earlier: boolean;
}

/** Stores a message: one statement, committed when this resolves, so that the platform may be acknowledged. */
export async function store(pool: Pool, incoming: Incoming): Promise<Stored> {
  const { rows } = await pool.query<Stored>({
    name: 'inbox-store',
    text: `WITH stored AS (
        INSERT INTO "Inbox" ("id", "platform", "deliveryId", "conversation", "sender", "senderName", "said", "replyVia", "at")
        VALUES (nextval('message_id'), $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ("platform", "deliveryId") DO NOTHING RETURNING "id")
      SELECT "id", true AS fresh, EXISTS (SELECT 1 FROM "Inbox" WHERE "platform" = $1 AND "conversation" = $3 AND "state" = 'waiting') AS earlier FROM stored
      UNION ALL SELECT "id", false, false FROM "Inbox" WHERE "platform" = $1 AND "deliveryId" = $2 AND NOT EXISTS (SELECT 1 FROM stored)`,
    values: [
      incoming.platform,
      incoming.deliveryId,
      incoming.conversation,
      incoming.sender,
      incoming.senderName ?? null,
      clean(JSON.stringify(incoming.said)),
      incoming.replyVia ? clean(JSON.stringify(incoming.replyVia)) : null,
      incoming.at,
    ],
  });
  const row = rows[0];
  if (!row) throw new Error('the message was stored by somebody else and is not visible yet: deliver it again');
  return row;
}

/** Whether a message still waits for its answer. */
export async function isWaiting(pool: Pool, id: number): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'inbox-waiting',
    text: `SELECT 1 FROM "Inbox" WHERE "id" = $1 AND "state" = 'waiting'`,
    values: [id],
  });
  return rows.length > 0;
}

/** Whether an earlier message of the same conversation still waits, here or with another instance. */
export async function hasEarlier(pool: Pool, row: InboxRow): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'inbox-earlier',
    text: `SELECT 1 FROM "Inbox" WHERE "platform" = $1 AND "conversation" = $2 AND "state" = 'waiting' AND "id" < $3 LIMIT 1`,
    values: [row.platform, row.conversation, row.id],
  });
  return rows.length > 0;
}

/** Messages nobody answered for `seconds`: whoever had them died. Oldest first. */
export async function forgotten(pool: Pool, seconds: number): Promise<InboxRow[]> {
  const { rows } = await pool.query<InboxRow>(
    `SELECT "id", "platform", "deliveryId", "conversation", "sender", "senderName", "said", "replyVia", "at" FROM "Inbox" WHERE "state" = 'waiting' AND "receivedAt" < now() - $1 * interval '1 second' ORDER BY "id" LIMIT 200`,
    [seconds],
  );
  return rows;
}

/** PostgreSQL's jsonb takes no U+0000 and no lone surrogate. */
function clean(text: string): string {
  return text
    .replaceAll('\\u0000', '')
    .toWellFormed()
    .replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\ufffd');
}
