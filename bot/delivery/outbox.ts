import type { Pool } from 'pg';
import type { Card } from '../chat/card.ts';
import { type Log, MaybeSent, NotSent, type Outgoing, type Platform, type PlatformName } from '../chat/platform.ts';
import type { Queue } from './queue.ts';
import { afterFailure, type Verdict, whenAmbiguous } from './retry.ts';

/** How long one attempt may take before another instance may look into it, in seconds. */
const lease = 30;
/** A send slower than this no longer holds up the batch it came with, in milliseconds. */
const patience = 400;

interface Claimed {
  id: number;
  fence: number;
  attempts: number;
  was: 'queued' | 'sending' | 'maybe';
  kind: string;
  card: Card;
  language: 'zh' | 'en';
  replaces: string | null;
  replyVia: Record<string, unknown> | null;
  allowed: boolean;
}

export interface Outbox {
  /** Sends what these conversations have waiting, in order within each, none waiting for another. */
  drain(keys: string[]): Promise<void>;
  /** Conversations with something to send that nobody is sending: a sweep's work. */
  idle(): Promise<string[]>;
  /** Resolves when nothing is being sent by this instance. */
  quiet(): Promise<void>;
}

/** Delivers stored messages through the platforms; every step is a guarded write, so that any instance may die at any point. */
export function createOutbox(pool: Pool, queue: Queue, platforms: Map<PlatformName, Platform>, log: Log): Outbox {
  const running = new Map<string, Promise<void>>();
  const paused = new Map<PlatformName, number>();

  const drainOne = (key: string): Promise<void> => {
    const already = running.get(key);
    if (already) return already.then(() => drainOne(key));
    const work = conversation(key)
      .catch((error) => log.error({ err: error, conversation: key }, 'delivery stopped; the sweep goes on with it'))
      .finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };

  async function conversation(key: string): Promise<void> {
    const space = key.indexOf(' ');
    const name = key.slice(0, space) as PlatformName;
    const platform = platforms.get(name);
    if (!platform) return;
    for (;;) {
      const wait = (paused.get(name) ?? 0) - Date.now();
      if (wait > 0) return queue.wakeOutbox(null, [key], Math.ceil(wait / 1000));
      const message = await claim(pool, name, key.slice(space + 1));
      if (!message) return;
      const verdict = await attempt(platform, message, key.slice(space + 1));
      if (verdict.wholePlatform) paused.set(name, Date.now() + verdict.seconds * 1000);
      await settle(pool, message, verdict);
      if (verdict.state === 'queued' || verdict.state === 'maybe')
        return queue.wakeOutbox(null, [key], Math.ceil(verdict.seconds));
      if (verdict.state === 'dead')
        log.error({ message: message.id, code: verdict.error }, 'a message could not be delivered and was given up');
    }
  }

  async function attempt(platform: Platform, message: Claimed, to: string): Promise<Verdict> {
    if (!message.allowed) return { state: 'dropped', error: 'the person left', seconds: 0 };
    const outgoing: Outgoing = {
      id: message.id,
      conversation: to,
      card: message.card,
      language: message.language,
      pictures: await pictures(pool, message.card),
      ...(message.replyVia ? { replyVia: message.replyVia } : {}),
      ...(message.replaces ? { replaces: message.replaces } : {}),
    };
    try {
      if (message.was !== 'queued') {
        const found = platform.find ? await platform.find(outgoing) : undefined;
        if (found) return { state: 'sent', platformId: found.platformId, seconds: 0 };
        if (found === undefined && whenAmbiguous(message.kind) === 'leave') {
          return {
            state: 'dropped',
            error: 'maybe sent; this platform cannot tell, and this kind is not said twice',
            seconds: 0,
          };
        }
      }
      const sent = await platform.send(outgoing);
      return { state: 'sent', platformId: sent.platformId, seconds: 0 };
    } catch (error) {
      const known = error instanceof NotSent || error instanceof MaybeSent;
      log.warn(
        { message: message.id, platform: platform.name, ...(known ? { code: error.code } : { err: error }) },
        'a send failed',
      );
      return afterFailure(error, message.attempts, message.was !== 'queued');
    }
  }

  return {
    async drain(keys) {
      await Promise.race([
        Promise.all(keys.map(drainOne)),
        new Promise((resolve) => setTimeout(resolve, patience).unref()),
      ]);
    },
    async idle() {
      const { rows } = await pool.query<{ key: string }>(
        `SELECT DISTINCT "platform" || ' ' || "conversation" AS key FROM "Message"
        WHERE ("state" = 'queued' AND "createdAt" < now() - interval '5 seconds' AND ("notBefore" IS NULL OR "notBefore" < now()))
          OR ("state" IN ('sending', 'maybe') AND "notBefore" < now()) LIMIT 500`,
      );
      return rows.map((row) => row.key);
    },
    async quiet() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

async function claim(pool: Pool, platform: string, conversation: string): Promise<Claimed | null> {
  const { rows } = await pool.query<Claimed>({
    name: 'outbox-claim',
    text: `WITH head AS (
        SELECT "id", "state", "notBefore" FROM "Message"
        WHERE "platform" = $1 AND "conversation" = $2 AND "state" IN ('queued', 'sending', 'maybe') ORDER BY "id" LIMIT 1 FOR UPDATE)
      UPDATE "Message" m SET "state" = 'sending', "fence" = m."fence" + 1, "attempts" = m."attempts" + 1,
        "notBefore" = now() + $3 * interval '1 second'
      FROM head WHERE m."id" = head."id" AND (head."notBefore" IS NULL OR head."notBefore" <= now())
      RETURNING m."id", m."fence", m."attempts", head."state" AS was, m."kind", m."card", m."language", m."replaces",
        (SELECT "replyVia" FROM "Inbox" i WHERE i."id" = m."inboxId") AS "replyVia",
        m."kind" = 'answer' OR COALESCE((SELECT p."active" AND p."removedAt" IS NULL FROM "Person" p WHERE p."id" = m."personId"), true) AS allowed`,
    values: [platform, conversation, lease],
  });
  return rows[0] ?? null;
}

async function settle(pool: Pool, message: Claimed, verdict: Verdict): Promise<void> {
  await pool.query({
    name: 'outbox-settle',
    text: `UPDATE "Message" SET "state" = $3, "platformId" = COALESCE($4, "platformId"), "error" = $5,
        "sentAt" = CASE WHEN $3 = 'sent' THEN now() ELSE "sentAt" END,
        "notBefore" = CASE WHEN $6::float8 > 0 THEN now() + $6 * interval '1 second' END
      WHERE "id" = $1 AND "fence" = $2`,
    values: [
      message.id,
      message.fence,
      verdict.state,
      verdict.platformId ?? null,
      verdict.error ?? null,
      verdict.seconds,
    ],
  });
}

async function pictures(pool: Pool, card: Card): Promise<Map<number, Uint8Array>> {
  const ids = card.blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: number; png: Buffer }>(
    `SELECT "id", "png" FROM "Picture" WHERE "id" = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, new Uint8Array(row.png)]));
}
