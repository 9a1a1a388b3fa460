import type { Person } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import type { Card } from './chat/card.ts';
import type { Finished } from './commands/command.ts';
import type { InboxRow } from './delivery/inbox.ts';
import { type Commit, commit } from './sales/commit.ts';
import { talkKey } from './who.ts';

/** How long a question of ours stays open and a conversation stays about a record, in minutes. */
const talkMinutes = 30;

/** Writes what was decided, with the answer and the settled message, in one transaction. */
export async function finish(app: App, row: InboxRow, person: Person | null, done: Finished): Promise<void> {
  const now = app.clock.now();
  const language = person ? (person.language === 'en' ? 'en' : 'zh') : (done.language ?? app.language);
  const personId = person?.id ?? done.personId ?? null;
  const what: Commit = {
    intent: done.intent,
    personId,
    via: row.platform,
    at: now,
    says: [say(row, personId, language, done.card), ...(done.says ?? [])],
    inboxId: row.id,
    ...(done.commandId ? { commandId: done.commandId } : {}),
    ...(done.words ? { words: done.words } : {}),
    ...(done.plan ? { plan: done.plan } : {}),
    ...(done.answers ? { answers: done.answers } : {}),
    ...(done.pictures ? { pictures: done.pictures } : {}),
    ...(done.talk
      ? {
          talk: {
            conversation: talkKey(row),
            talk: done.talk,
            expiresAt: new Date(now.getTime() + talkMinutes * 60_000),
          },
        }
      : {}),
  };
  await commit(app.pool, app.queue, app.ids, what);
  if (done.plan) app.names?.learn(done.plan.changes);
}

function say(row: InboxRow, personId: number | null, language: 'zh' | 'en', card: Card) {
  return {
    platform: row.platform,
    conversation: row.conversation,
    personId,
    kind: 'answer',
    dedupeKey: `answer ${row.id}`,
    language,
    card,
  };
}

/** Nothing is to be answered: the message is done with. */
export async function settle(app: App, row: InboxRow, person: Person): Promise<void> {
  const at = app.clock.now();
  await commit(app.pool, app.queue, app.ids, {
    intent: 'unknown',
    personId: person.id,
    via: row.platform,
    at,
    says: [],
    inboxId: row.id,
  });
}
