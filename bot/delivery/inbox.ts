import type { Pool } from 'pg';
import type { Incoming, Log, Received } from '../chat/platform.ts';
import type { Queue } from './queue.ts';

/** A stored message in, as `answer` reads it. */
export interface InboxRow extends Incoming {
  id: number;
}

/**
 * Stores a message: one statement, committed when this resolves, so that the platform may be acknowledged. The queue is
 * told after that; if we die in between, the sweep finds the row.
 */
export async function receive(pool: Pool, queue: Queue, log: Log, incoming: Incoming): Promise<Received> {
  const { rows } = await pool.query<{ id: number; fresh: boolean }>({
    name: 'inbox-store',
    text: `WITH stored AS (
        INSERT INTO "Inbox" ("id", "platform", "deliveryId", "conversation", "sender", "senderName", "said", "replyVia", "at")
        VALUES (nextval('message_id'), $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ("platform", "deliveryId") DO NOTHING RETURNING "id")
      SELECT "id", true AS fresh FROM stored
      UNION ALL SELECT "id", false FROM "Inbox" WHERE "platform" = $1 AND "deliveryId" = $2 AND NOT EXISTS (SELECT 1 FROM stored)`,
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
  if (row.fresh) {
    queue
      .wakeInbox(`${incoming.platform} ${incoming.conversation}`, row.id)
      .catch((error) => log.warn({ err: error, inbox: row.id }, 'the queue was not told; the sweep will find the message'));
  }
  return { id: row.id, fresh: row.fresh };
}

/** A message in that still waits for its answer; null when it has one. */
export async function waiting(pool: Pool, id: number): Promise<InboxRow | null> {
  const { rows } = await pool.query<InboxRow>({
    name: 'inbox-waiting',
    text: `SELECT "id", "platform", "deliveryId", "conversation", "sender", "senderName", "said", "replyVia", "at"
      FROM "Inbox" WHERE "id" = $1 AND "state" = 'waiting'`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Messages nobody answered for `seconds`: their worker died, or the queue was never told. Oldest first. */
export async function forgotten(pool: Pool, seconds: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `SELECT "id" FROM "Inbox" WHERE "state" = 'waiting' AND "receivedAt" < now() - $1 * interval '1 second' ORDER BY "id" LIMIT 200`,
    [seconds],
  );
  return rows.map((row) => row.id);
}

/** PostgreSQL's jsonb takes no U+0000 and no lone surrogate. */
function clean(text: string): string {
  return text.replaceAll('\\u0000', '').toWellFormed().replace(/\\ud[89a-f][0-9a-f]{2}/gi, '\ufffd');
}
