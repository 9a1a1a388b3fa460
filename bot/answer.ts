import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import { faultCard, refusalCard } from './cards/notices.ts';
import { readerOf } from './cards/reader.ts';
import { aboutOf, carryOn } from './carry-on.ts';
import type { Card } from './chat/card.ts';
import { type Ask, type Finished, run } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { type InboxRow, isWaiting } from './delivery/inbox.ts';
import type { Intent } from './intents.ts';
import { meet } from './meet.ts';
import { read } from './read.ts';
import { type Commit, commit } from './sales/commit.ts';
import { Conflict, Refusal } from './sales/refusal.ts';
import { talkKey, whoIs } from './who.ts';

/** How long a question of ours stays open and a conversation stays about a record, in minutes. */
const talkMinutes = 30;
/** Thirty people moving one deal at once take turns within these. */
const mostTries = 20;

/**
 * Answers one stored message: who → intent → command → one transaction with the answer in it. Safe to call again at any
 * time: what is answered is not answered twice.
 */
export async function answer(app: App, row: InboxRow): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(app, row);
    } catch (error) {
      if (!(await isWaiting(app.pool, row.id))) return;
      if (!(error instanceof Conflict) || tries === mostTries) return await apologize(app, row, error);
      // A pause of chance length, longer each time: who collided once does not collide again.
      await sleep(Math.random() * Math.min(250, 4 * 2 ** tries));
    }
  }
}

async function once(app: App, row: InboxRow): Promise<void> {
  const now = app.clock.now();
  const who = await whoIs(app, row, now);
  if (!who) return finish(app, row, null, await meet(app, row, now));
  const { person, talk } = who;
  const reader = readerOf(person, now, app.playbook);
  const commandId = await app.ids.next();
  const ask: Ask = { ...contextOf(app, person, now), reader, ...place(row), commandId, about: talk.about };
  let intent: Intent | null = null;
  try {
    const understood = read(app, ask, row.said, talk);
    intent = understood.intent;
    const answered = await run(commands, { ...ask, refused: understood.refused }, intent);
    const pending = intent.name === 'unknown' ? talk.pending : null;
    await finish(app, row, person, {
      ...answered,
      intent: intent.name,
      commandId,
      talk: { pending, about: answered.about ?? talk.about },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const next = carryOn(error, intent);
    const card = refusalCard(reader, error, next && 'options' in next ? next.options : []);
    const about = aboutOf(next) ?? talk.about;
    await finish(app, row, person, {
      card,
      intent: intent?.name ?? 'unknown',
      commandId,
      talk: { pending: next, about },
    });
  }
}

export function contextOf(app: App, by: Person, now: Date) {
  return { db: app.db, ids: app.ids, now, by, playbook: app.playbook };
}

function place(row: InboxRow) {
  return {
    platform: row.platform,
    conversation: row.conversation,
    sender: row.sender,
    senderName: row.senderName ?? undefined,
  };
}

async function finish(app: App, row: InboxRow, person: Person | null, done: Finished): Promise<void> {
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
    ...(done.plan ? { plan: done.plan } : {}),
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

/** Something broke that no rule foresaw: noted with an id, answered with an apology; nothing of it was written. */
async function apologize(app: App, row: InboxRow, error: unknown): Promise<void> {
  const id = randomUUID().slice(0, 8);
  app.log.error({ err: error, fault: id, inbox: row.id }, 'a message could not be answered');
  const who = await whoIs(app, row, app.clock.now());
  await finish(app, row, who?.person ?? null, {
    card: faultCard(who?.person.language ?? app.language, id),
    intent: 'fault',
  });
}
