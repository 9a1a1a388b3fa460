import type { Person } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import type { InboxRow } from './delivery/inbox.ts';
import type { Talk } from './sales/change.ts';

interface Row extends Person {
  seenAt: Date;
  pending: Talk['pending'];
  about: Talk['about'] | null;
}

/** Two people in one group each have their own open question. */
export function talkKey(row: Pick<InboxRow, 'platform' | 'conversation' | 'sender'>): string {
  return `${row.platform} ${row.conversation} ${row.sender}`;
}

/** Who sent a message and what their conversation is about; null when nobody knows them. One round trip. */
export async function whoIs(app: App, row: InboxRow, now: Date): Promise<{ person: Person; talk: Talk } | null> {
  if (row.sender === '') return null;
  const { rows } = await app.pool.query<Row>({
    name: 'who-is',
    text: `SELECT p.*, i."seenAt", d."pending", d."about" FROM "Identity" i JOIN "Person" p ON p."id" = i."personId"
      LEFT JOIN "Dialogue" d ON d."conversation" = $3 AND d."expiresAt" > $4
      WHERE i."platform" = $1 AND i."userId" = $2 AND i."removedAt" IS NULL AND p."removedAt" IS NULL AND p."active"`,
    values: [row.platform, row.sender, talkKey(row), now],
  });
  const found = rows[0];
  if (!found) return null;
  const { seenAt, pending, about, ...person } = found;
  if (now.getTime() - seenAt.getTime() > 3_600_000) await seen(app, row, now);
  return { person, talk: { pending, about: about ?? {} } };
}

/** Reminders go where the person was last. */
async function seen(app: App, row: InboxRow, now: Date): Promise<void> {
  await app.pool.query(`UPDATE "Identity" SET "seenAt" = $3 WHERE "platform" = $1 AND "userId" = $2`, [
    row.platform,
    row.sender,
    now,
  ]);
}
