import type { Person } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import type { InboxRow } from './delivery/inbox.ts';
import { aboutOf } from './edited.ts';
import { undoMinutes } from './sales/undo.ts';
import type { Context } from './understand/context.ts';
import { normalize } from './understand/normalize.ts';
import { readCorrection } from './understand/story/correction.ts';

/** The person's last command here that can still be put right (of the record that the text names, if there is one), and its words; looked up only for what sounds like a correction. */
export async function lastSaid(app: App, row: InboxRow, person: Person, now: Date): Promise<Context['last']> {
  const { said } = row;
  if (said.kind !== 'text' || said.edits || readCorrection(normalize(said.text)) === null) return undefined;
  const ids = (app.names?.view(person).find(said.text) ?? []).flatMap((one) =>
    one.kind === 'person' ? [] : (one.ids ?? []),
  );
  const { rows } = await app.pool.query<{ command: number; text: string | null }>({
    name: 'last-said',
    text: `SELECT command, text FROM (SELECT c."id" AS command, i."id" AS said, coalesce(c."words", i."said"->>'text') AS text,
        EXISTS (SELECT 1 FROM "Journal" j JOIN "Command" p ON p."id" = j."commandId" WHERE (p."id" = c."id" OR p."partOf" = c."id")
          AND (j."entityId" = ANY($5::int[]) OR (j."field" IN ('customerId', 'opportunityId', 'leadId') AND (j."new")::text = ANY($5::text[])))) AS touched
      FROM "Command" c JOIN "Inbox" i ON i."id" = c."inboxId"
      WHERE c."personId" = $1 AND c."at" > $2 AND i."platform" = $3 AND i."conversation" = $4
        AND c."partOf" IS NULL AND c."undoes" IS NULL AND c."intent" <> 'undo'
        AND NOT EXISTS (SELECT 1 FROM "Command" u WHERE u."undoes" = c."id")
      ORDER BY c."id" DESC LIMIT 20) recent ORDER BY touched DESC, said DESC LIMIT 1`,
    values: [person.id, new Date(now.getTime() - undoMinutes * 60_000), row.platform, row.conversation, ids],
  });
  const [last] = rows;
  if (!last?.text) return undefined;
  return { command: last.command, text: last.text, about: await aboutOf(app, last.command) };
}
