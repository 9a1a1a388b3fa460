import type { Command } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import type { InboxRow } from './delivery/inbox.ts';
import { aboutOfRows } from './sales/about.ts';
import type { Talk } from './sales/change.ts';

/** A message that was changed after it had been done. */
export interface Edit {
  command: number;
  /** The words it was understood from before, and now. */
  before: string;
  words: string;
  about: Talk['about'];
}

interface Said {
  text: string | null;
  command: number | null;
  words: string | null;
}

/** What an edited message is an edit of: `same` when its words are what they were; null when it is as good as a new one. */
export async function editOf(app: App, row: InboxRow): Promise<Edit | 'same' | null> {
  const { said } = row;
  if (said.kind !== 'text' || !said.edits) return null;
  const { rows } = await app.pool.query<Said>(
    `SELECT i."said"->>'text' AS text, c."id" AS command, c."words" FROM "Inbox" i
      LEFT JOIN "Command" c ON c."inboxId" = i."id" AND c."partOf" IS NULL AND c."intent" <> 'undo'
      WHERE i."platform" = $1 AND (i."deliveryId" = $2 OR i."said"->>'edits' = $2)
        AND i."conversation" = $3 AND i."sender" = $4 AND i."id" < $5 ORDER BY i."id" DESC`,
    [row.platform, said.edits, row.conversation, row.sender, row.id],
  );
  if (rows[0]?.text === said.text) return 'same';
  const made = rows.find((one) => one.command !== null) ?? (await answered(app, row, rows[0]?.text ?? null));
  const command = made?.command ? await standing(app.db, made.command) : null;
  if (!made || !command) return null;
  const text = made.text ?? '';
  const before = made.words ?? text;
  const words = before.startsWith(text)
    ? said.text + before.slice(text.length)
    : before.endsWith(text)
      ? before.slice(0, before.length - text.length) + said.text
      : said.text;
  return { command: command.id, before, words, about: await aboutOf(app, command.id) };
}

/** What a message led to that was asked about first: the command has its words, and came with the answer. */
async function answered({ pool }: App, row: InboxRow, text: string | null): Promise<Said | null> {
  if (!text) return null;
  const { rows } = await pool.query<Said>(
    `SELECT $5::text AS text, c."id" AS command, c."words" FROM "Inbox" first
      JOIN "Inbox" i ON i."platform" = first."platform" AND i."conversation" = first."conversation"
        AND i."sender" = first."sender" AND i."id" > first."id"
      JOIN "Command" c ON c."inboxId" = i."id" AND c."partOf" IS NULL AND c."intent" <> 'undo'
      WHERE first."platform" = $1 AND first."conversation" = $2 AND first."sender" = $3 AND first."deliveryId" = $4
        AND i."id" < $6 AND starts_with(c."words", $5::text) ORDER BY i."id" LIMIT 1`,
    [row.platform, row.conversation, row.sender, row.said.kind === 'text' ? row.said.edits : '', text, row.id],
  );
  return rows[0] ?? null;
}

/** The command itself, or the one that took its place; null when it was taken back. */
async function standing(db: App['db'], id: number): Promise<Command | null> {
  const back = await db.command.findUnique({ where: { undoes: id } });
  if (!back) return db.command.findUnique({ where: { id } });
  const place = back.partOf === null ? null : await db.command.findUnique({ where: { id: back.partOf } });
  return place?.amends === id ? standing(db, place.id) : null;
}

/** What a command was about, by the records it changed. */
export async function aboutOf({ db }: App, id: number): Promise<Talk['about']> {
  const rows = await db.journal.findMany({
    where: { command: { OR: [{ id }, { partOf: id, undoes: null }] } },
    select: { entity: true, entityId: true },
    orderBy: { id: 'asc' },
  });
  return aboutOfRows(rows);
}
