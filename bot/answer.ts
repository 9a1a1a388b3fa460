import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../prisma/generated/client.ts';
import type { App } from './app.ts';
import { besides } from './besides.ts';
import { asking, proposal } from './cards/confirm.ts';
import { withMissed } from './cards/missed.ts';
import { faultCard, refusalCard } from './cards/notices.ts';
import { readerOf } from './cards/reader.ts';
import { stopped } from './cards/several.ts';
import { withLapsed, withOpen } from './cards/still-open.ts';
import { aboutOf, carryOn } from './carry-on.ts';
import type { Card } from './chat/card.ts';
import { type Answer, type Ask, run } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { refsOf } from './commands/refs.ts';
import { isWriting } from './commands/writing.ts';
import { type InboxRow, isWaiting } from './delivery/inbox.ts';
import { editOf } from './edited.ts';
import { finish, settle } from './finish.ts';
import { lastSaid } from './last-said.ts';
import { meet } from './meet.ts';
import { proposed } from './propose.ts';
import { read } from './read.ts';
import { labelsOf } from './sales/about.ts';
import type { Pending, Talk } from './sales/change.ts';
import { refreshPlaybook } from './sales/playbook-now.ts';
import { Conflict, Refusal } from './sales/refusal.ts';
import { singledOut } from './single-out.ts';
import { asksAgain, type Onward, onward } from './still-open.ts';
import { sureEnough } from './understand/index.ts';
import type { Meant } from './understood.ts';
import { whoIs } from './who.ts';

/** Thirty people moving one deal at once take turns within these. */
const mostTries = 20;

/**
 * Answers one stored message: who → intent → command → one transaction with the answer in it. Safe to call again at any
 * time: what is answered is not answered twice.
 */
export async function answer(app: App, row: InboxRow): Promise<void> {
  // However often the rest is tried again, a model is asked once.
  let asked: Promise<Meant | null> | undefined;
  const propose: Propose = (ask, meant) => {
    asked ??= proposed(app, ask, row.said, meant);
    return asked;
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(app, row, propose);
    } catch (error) {
      if (!(await isWaiting(app.pool, row.id))) return;
      if (!(error instanceof Conflict) || tries === mostTries) return await apologize(app, row, error);
      // A pause of chance length, longer each time: who collided once does not collide again.
      await sleep(Math.random() * Math.min(250, 4 * 2 ** tries));
    }
  }
}

/** So many names of one sentence are looked into. */
const mostNames = 6;

/** What comes to nothing and leaves the open question open. */
const passing = new Set<Refusal['code']>(['stale-button', 'unusable-message', 'too-long']);

type Propose = (ask: Ask, meant: Meant) => Promise<Meant | null>;

async function once(app: App, row: InboxRow, propose: Propose): Promise<void> {
  const now = app.clock.now();
  await refreshPlaybook(app);
  const who = await whoIs(app, row, now);
  if (!who) return finish(app, row, null, await meet(app, row, now));
  const { person, talk } = who;
  const edit = await editOf(app, row);
  if (edit === 'same') return settle(app, row, person);
  const reader = readerOf(person, now, app.playbook);
  const commandId = await app.ids.next();
  const ask: Ask = { ...contextOf(app, person, now), reader, ...place(app, row), commandId, about: talk.about };
  const last = await lastSaid(app, row, person, now);
  let meant: Meant | null = null;
  const staysOpen = (error: Refusal) => Boolean(edit) || passing.has(error.code);
  try {
    meant = read(app, ask, row.said, talk, { last, edit });
    if (!meant) return settle(app, row, person);
    const proposal =
      edit || (talk.pending && !talk.pending.light) ? null : await propose({ ...ask, refused: meant.refused }, meant);
    meant = proposal ?? meant;
    const { intent, words } = meant;
    const { refused, mentioned, would } = meant;
    const asked = { ...ask, refused, mentioned, would, missed: meant.missed, waits: asksAgain(talk.pending) };
    const answered = await acting(asked, meant, proposal !== null, row);
    const asks: Pending | null = answered.asks
      ? { confirm: answered.asks, question: commandId, ...wordsOf(row, meant) }
      : null;
    const next = asks ?? offering(answered, row);
    const on = edit ? { pending: next ?? talk.pending, told: null } : onward(talk.pending, meant, next);
    const more = besides(meant, answered.about);
    const card = withMissed(reader, asks ? asking(reader, answered.card, commandId) : answered.card, more);
    await finish(app, row, person, {
      ...answered,
      card: await told(ask, card, talk.pending, on),
      intent: intent.name,
      commandId,
      words,
      ...(meant.answers ? { answers: talk.pending } : {}),
      talk: { pending: on.pending, about: answered.about ?? talk.about },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const intent = meant?.intent ?? null;
    const open = carryOn(error, intent, reader.language);
    const next = open && { ...wordsOf(row, meant, talk.pending), ...open };
    const refused = refusalCard(reader, error, next && 'options' in next ? next.options : []);
    const card = intent ? stopped(reader, refused, intent, error.part, await labelsOf(ask, refsOf(intent))) : refused;
    const about = aboutOf(next) ?? talk.about;
    const on = staysOpen(error) ? { pending: next ?? talk.pending, told: null } : onward(talk.pending, meant, next);
    await finish(app, row, person, {
      card: await told(ask, card, talk.pending, on),
      intent: intent?.name ?? 'unknown',
      commandId,
      talk: { pending: on.pending, about },
    });
  }
}

/** Runs what was meant; of several records with the name it says, the one that the words set apart. */
async function acting(ask: Ask, meant: Meant, guessed: boolean, { said }: InboxRow): Promise<Answer> {
  let { intent } = meant;
  const words = [said.kind === 'text' ? said.text : '', meant.words].join(' ');
  for (let names = 0; ; names += 1) {
    try {
      return await act(ask, { ...meant, intent }, guessed, words);
    } catch (error) {
      const one = error instanceof Refusal && singledOut(error, intent, words);
      const instead = !one && error instanceof Refusal ? elsewhere(ask, error, intent, meant.mentions) : null;
      if (instead) return run(commands, instead.ask, instead.intent);
      if (!one || names === mostNames) throw error;
      intent = one;
    }
  }
}

/** What is said of a deal that is none, by a sentence that names a record we know: its words may be kept with that one. */
function elsewhere(ask: Ask, error: Refusal, intent: Meant['intent'], mentions: Meant['mentions']) {
  if (error.code !== 'not-found' || !mentions || mentions.refs.length === 0) return null;
  if (carryOn(error, intent, ask.reader.language)) return null;
  const unread: Meant['intent'] = { name: 'unknown', input: { text: mentions.text } };
  return { ask: { ...ask, refused: 'unclear' as const, mentioned: mentions.refs, would: undefined }, intent: unread };
}

/** Runs what was meant, or tells it back when that is not sure enough. */
async function act(
  ask: Ask,
  { intent, confidence, leftover }: Meant,
  guessed: boolean,
  words: string,
): Promise<Answer> {
  if (!isWriting(intent) || (!guessed && confidence >= sureEnough)) return run(commands, ask, intent);
  await tried(ask, intent, words);
  const known = await labelsOf(ask, refsOf(intent));
  return { card: proposal(ask.reader, intent, known, leftover), asks: intent };
}

/** The ways to go on with what was not understood: a number picks one, and nobody minds when none is picked. */
function offering({ offers = [] }: Answer, { said }: InboxRow): Pending | null {
  if (offers.length === 0) return null;
  return { options: offers, light: true, ...(said.kind === 'text' ? { words: said.text } : {}) };
}

/** The card with what is to be said of the question that was open. */
async function told(ask: Ask, card: Card, open: Talk['pending'], { pending, told }: Onward): Promise<Card> {
  if (told === 'lapsed') return withLapsed(ask.reader, card, open?.words ?? '');
  if (told !== 'waits' || !pending) return card;
  const known = 'confirm' in pending ? await labelsOf(ask, refsOf(pending.confirm)) : new Map();
  return withOpen(ask.reader, card, pending, known);
}

/** What a proposal may lack, which the yes to it asks for. */
const askedLater = new Set<Refusal['code']>(['ambiguous', 'missing-fields', 'nothing-said']);

/** Throws what the rules would say to it: nobody is asked about what cannot be done. */
async function tried(ask: Ask, intent: Meant['intent'], words: string): Promise<void> {
  try {
    await run(commands, ask, intent);
  } catch (error) {
    if (!(error instanceof Refusal) || !askedLater.has(error.code) || singledOut(error, intent, words)) throw error;
  }
}

/** What was said before a question of ours, for when the sentence it completes is put right later. */
function wordsOf({ said }: InboxRow, meant: Meant | null, pending?: Talk['pending']): { words?: string } {
  const words = meant?.words ?? (said.kind === 'text' ? said.text : pending?.words);
  return words ? { words } : {};
}

export function contextOf(app: App, by: Person, now: Date) {
  return { db: app.db, ids: app.ids, now, by, playbook: app.playbook };
}

function place(app: App, row: InboxRow) {
  return {
    platforms: app.platforms,
    message: row.said.kind === 'intent' ? row.said.message : undefined,
    platform: row.platform,
    conversation: row.conversation,
    sender: row.sender,
    senderName: row.senderName ?? undefined,
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
