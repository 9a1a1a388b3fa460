import { readFileSync } from 'node:fs';
import { readPlaybook } from '../../bot/playbook/load.ts';
import type { Named } from '../../bot/playbook/schema.ts';
import { type Context, understand } from '../../bot/understand/index.ts';

const playbook = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));
const words = ({ key, name, words }: Named) => ({ key, words: [name.zh, name.en, ...words] });

const team = {
  stages: playbook.pipelines.flatMap(({ stages }) => stages.map(words)),
  pipelines: playbook.pipelines.map(words),
  objections: playbook.objections.map(words),
  industries: playbook.industries.map(words),
  channels: playbook.channels.map(words),
  fields: playbook.fields.map((field) => ({
    ...words(field),
    type: field.type,
    ...(field.options ? { options: field.options.map(words) } : {}),
  })),
};

/** Thursday 12 November 2026, ten in the morning in Shanghai. */
export const zh: Context = {
  now: new Date('2026-11-12T10:00:00+08:00'),
  zone: 'Asia/Shanghai',
  language: 'zh',
  currency: 'CNY',
  ...team,
};

/** The same day, ten in the morning in New York. */
export const en: Context = {
  now: new Date('2026-11-12T10:00:00-05:00'),
  zone: 'America/New_York',
  language: 'en',
  currency: 'USD',
  ...team,
};

/** What a text means, as `name: input` for each intent (or why it is refused), in the language its context speaks. */
export function meaning(text: string, context: Context): Record<string, unknown> {
  const { intents, refused } = understand(text, context);
  return refused ? { refused } : Object.fromEntries(intents.map(({ intent }) => [intent.name, intent.input]));
}
