import type { App } from './app.ts';
import type { Said } from './chat/platform.ts';
import type { Ask } from './commands/command.ts';
import { type Intent, longestText, readIntent } from './intents.ts';
import type { Named, Playbook } from './playbook/schema.ts';
import type { Talk } from './sales/change.ts';
import { Refusal } from './sales/refusal.ts';
import type { Context, Refused } from './understand/context.ts';
import { fillForm } from './understand/forms.ts';
import { understand } from './understand/index.ts';

type Vocabulary = Pick<Context, 'currency' | 'stages' | 'objections' | 'fields' | 'industries' | 'channels'>;

const known = new WeakMap<Playbook, Vocabulary>();

/** What the team calls things, as understanding wants it; made once for a playbook. */
export function vocabulary(playbook: Playbook): Vocabulary {
  const words = ({ key, name, words }: Named) => ({ key, words: [...new Set([name.zh, name.en, ...words])] });
  const made = known.get(playbook) ?? {
    currency: playbook.currency,
    stages: playbook.pipelines.flatMap((pipeline) => pipeline.stages.map(words)),
    objections: playbook.objections.map(words),
    industries: playbook.industries.map(words),
    channels: playbook.channels.map(words),
    fields: playbook.fields.map((field) => ({
      ...words(field),
      type: field.type,
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

/** What a message means: an intent that passed its schema. Throws a Refusal when it can't be read. */
export function read(app: App, ask: Ask, said: Said, talk: Talk): { intent: Intent; refused?: Refused | undefined } {
  const context: Context = {
    ...vocabulary(app.playbook),
    currency: unsaid,
    now: ask.now,
    zone: ask.by.zone,
    language: ask.reader.language,
    about: talk.about,
    ...(talk.pending ? { pending: talk.pending } : {}),
  };
  switch (said.kind) {
    case 'intent': {
      const intent = readIntent(said.intent);
      if (!intent) throw new Refusal('stale-button', {});
      return { intent };
    }
    case 'form': {
      const filled = withoutUnsaid(fillForm(said.intent, said.fixed, said.values, context));
      if ('wrong' in filled) throw new Refusal('wrong-values', { values: filled.wrong });
      return filled;
    }
    case 'unusable':
      if (said.what === 'stale-button') throw new Refusal('stale-button', {});
      throw new Refusal('unusable-message', { what: said.what });
    case 'text': {
      if (said.text.length > longestText)
        throw new Refusal('too-long', { length: said.text.length, most: longestText });
      const { intents, refused, asks } = withoutUnsaid(understand(said.text, context));
      if (refused === 'missing' && asks) throw new Refusal('nothing-said', { needs: asks.missing }, asks);
      return { intent: intents[0]?.intent ?? { name: 'unknown', input: { text: said.text } }, refused };
    }
  }
}
