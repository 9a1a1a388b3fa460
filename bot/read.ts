import type { App } from './app.ts';
import type { Said } from './chat/platform.ts';
import type { Ask } from './commands/command.ts';
import { isWriting } from './commands/writing.ts';
import type { Edit } from './edited.ts';
import { type Intent, longestText, readIntent } from './intents.ts';
import type { Named, Playbook } from './playbook/schema.ts';
import { asAnswer, fills, joined, yesOrNo } from './replied.ts';
import type { Talk } from './sales/change.ts';
import { Refusal } from './sales/refusal.ts';
import type { Context, Draft } from './understand/context.ts';
import { fillForm } from './understand/forms.ts';
import { putRight, sureEnough, understand } from './understand/index.ts';
import { mentionedIn } from './understand/mentioned.ts';
import { missed } from './understand/missed.ts';
import { normalize } from './understand/normalize.ts';
import { pick } from './understand/pending.ts';
import { asOne, canonical, type Meant } from './understood.ts';

type Vocabulary = Pick<
  Context,
  'currency' | 'stages' | 'pipelines' | 'objections' | 'fields' | 'industries' | 'channels'
>;

const known = new WeakMap<Playbook, Vocabulary>();

/** What the team calls things, as understanding wants it; made once for a playbook. */
export function vocabulary(playbook: Playbook): Vocabulary {
  const words = ({ key, name, words }: Named) => ({ key, words: [...new Set([name.zh, name.en, ...words])] });
  const questions = playbook.pipelines.flatMap(({ stages }) => stages.flatMap((stage) => stage.questions));
  const made = known.get(playbook) ?? {
    currency: playbook.currency,
    stages: playbook.pipelines.flatMap((pipeline) => pipeline.stages.map(words)),
    pipelines: playbook.pipelines.map(words),
    objections: playbook.objections.map(words),
    industries: playbook.industries.map(words),
    channels: playbook.channels.map(words),
    fields: playbook.fields.map((field) => ({
      ...words(field),
      type: field.type,
      ...(questions.some(({ key }) => key === field.key) ? { open: true } : {}),
      ...(field.options ? { options: field.options.map(words) } : {}),
    })),
  };
  known.set(playbook, made);
  return made;
}

/** ISO 4217's code of no currency: which one an unnamed amount has, the record it belongs to decides. */
const unsaid = 'XXX';

function withoutUnsaid<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUnsaid) as T;
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, one]) => !(key === 'currency' && one === unsaid));
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutUnsaid(one)])) as T;
}

/** What else a message may be about: an earlier one it puts right. */
export interface Earlier {
  last?: Context['last'];
  edit?: Edit | null;
}

/**
 * What a message means: an intent that passed its schema; null for an edit that changes nothing of it. Throws a Refusal when
 * it can't be read.
 */
export function read(app: App, ask: Ask, said: Said, talk: Talk, { last, edit }: Earlier = {}): Meant | null {
  const { pending } = talk;
  const context: Context = {
    ...vocabulary(app.playbook),
    currency: unsaid,
    now: ask.now,
    zone: ask.by.zone,
    language: ask.reader.language,
    about: talk.about,
    ...(pending ? { pending } : {}),
    ...(last ? { last } : {}),
    ...(app.names ? { names: app.names.view(ask.by) } : {}),
  };
  switch (said.kind) {
    case 'intent': {
      const intent = readIntent(said.intent);
      if (!intent) throw new Refusal('stale-button', {});
      return confirmed(asAnswer({ intent, confidence: 1 }, null, pending), pending);
    }
    case 'form': {
      const filled = withoutUnsaid(fillForm(said.intent, said.fixed, said.values, context));
      if ('wrong' in filled) throw new Refusal('wrong-values', { values: filled.wrong });
      return { ...filled, confidence: 1 };
    }
    case 'unusable':
      if (said.what === 'stale-button') throw new Refusal('stale-button', {});
      throw new Refusal('unusable-message', { what: said.what });
    case 'text': {
      if (said.text.length > longestText)
        throw new Refusal('too-long', { length: said.text.length, most: longestText });
      if (edit) return amending(said.text, edit, context);
      const reply = yesOrNo(said.text, pending);
      const beside = pending && 'confirm' in pending ? pick(said.text, pending.beside ?? []) : null;
      if (beside) return { intent: beside, confidence: 1 };
      const anew = reply ? null : correctedProposal(said.text, context, pending);
      if (anew) return anew;
      const meant = reply ? { intent: reply, confidence: 1 } : meaning(said.text, context, pending);
      const words =
        meant.intent.name === 'amend' && last ? (putRight(last, said.text, context) ?? undefined) : undefined;
      return { words, ...confirmed(asAnswer(meant, said.text, pending), pending) };
    }
  }
}

/** What a text means by itself; what lacks is asked for, and the rest of the sentence waits with it. */
function meaning(text: string, context: Context, pending: Talk['pending'] = null): Meant {
  const understood = withoutUnsaid(understand(text, context));
  const { refused, asks } = understood;
  if (refused !== 'missing' || !asks)
    return withMentioned({ ...asOne(understood, text), would: understood.would }, text, context);
  throw new Refusal('nothing-said', { needs: asks.missing }, { ...asks, ...before(asks.intent, text, pending) });
}

/** What was not understood, with the records it may be about. */
function withMentioned(meant: Meant, text: string, context: Context): Meant {
  if (meant.intent.name === 'unknown') {
    const missed = meant.refused === undefined || meant.refused === 'unclear' ? besides(text, [], context) : [];
    return { ...meant, missed, mentioned: mentionedIn(text, context) };
  }
  if (!isWriting(meant.intent)) return meant;
  const parts = meant.intent.name === 'several' ? (meant.intent.input.parts as Intent[]) : [meant.intent];
  const missed = toldOf.has(parts[0]?.name) ? besides(text, parts, context) : [];
  return { ...meant, missed, mentions: { text, refs: mentionedIn(text, { ...context, about: {} }) } };
}

/** Commands that tell of a record, and may tell more than they were read to. */
const toldOf = new Set<string | undefined>([
  'activity.log',
  'task.add',
  'deal.update',
  'deal.move',
  'profile.update',
  'lead.create',
]);
const besides = (text: string, parts: Intent[], context: Context) =>
  missed(normalize(text), parts, context).map(withoutUnsaid);

/** The proposal that waits for a yes, with its words put right; null when the text puts none right. */
function correctedProposal(text: string, context: Context, pending: Talk['pending']): Meant | null {
  if (!pending || !('confirm' in pending) || !pending.words) return null;
  const { pending: _, last: __, ...then } = context;
  const words = putRight({ command: pending.question, text: pending.words }, text, then);
  if (words === null || words === pending.words) return null;
  const meant = meaningOrNull(words, then);
  return meant && meant.intent.name !== 'unknown' ? { ...meant, words, answers: true } : null;
}

/** What a question that is asked again goes on with: the rest of the sentence, and the words so far. */
function before(asked: Draft, text: string, pending: Talk['pending']) {
  if (!pending || !('missing' in pending) || !fills(pending.intent, asked)) return {};
  return { ...(pending.whole ? { whole: pending.whole } : {}), words: joined(pending.words, text) };
}

/** The question that a yes (or a no) answers, if it is still open. */
function confirmed(meant: Meant, pending: Talk['pending']): Meant {
  const { intent } = meant;
  if (intent.name === 'cancel' && intent.input.question !== undefined) {
    if (!pending || !('confirm' in pending) || pending.question !== intent.input.question)
      throw new Refusal('stale-button', {});
    return meant;
  }
  if (intent.name !== 'confirm') return meant;
  if (!pending || !('confirm' in pending) || pending.question !== intent.input.question)
    throw new Refusal('stale-button', {});
  return { intent: pending.confirm, confidence: 1, words: pending.words, answers: true };
}

/**
 * An edited message takes the place of what it did before, when it still says something to do: with what was said after it
 * (the answer to a question of ours), or by itself.
 */
function amending(text: string, { command, before: old, words, about }: Edit, context: Context): Meant | null {
  const { pending: _, ...then } = { ...context, about };
  const whole = words === text ? null : meaningOrNull(words, then);
  const sure = whole !== null && whole.confidence >= sureEnough && whole.intent.name !== 'unknown';
  const now = sure ? whole : (meaningOrNull(text, then) ?? whole ?? meaning(text, then));
  if (canonical(now.intent) === canonical(meaning(old, then).intent)) return null;
  if (now.intent.name === 'unknown') return { ...now, intent: { name: 'unknown', input: { text } } };
  const parts = now.intent.name === 'several' ? now.intent.input.parts : [now.intent];
  const intent = isWriting(now.intent) ? readIntent({ name: 'amend', input: { command, parts } }) : null;
  return intent ? { ...now, intent, words: sure ? words : text } : now;
}

/** Null when something lacks that would have to be asked. */
function meaningOrNull(text: string, context: Context): Meant | null {
  try {
    return meaning(text, context);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
