import type { Said } from '../../bot/chat/platform.ts';
import { intents, readIntent } from '../../bot/intents.ts';
import { readValues } from './forms.ts';
import { type Json, json, parse, word } from './json.ts';

/** A button says an intent, a sentence, or sends off the fields of its message. */
export function readPress(value: string, state: Json): Said {
  const carried = parse(value);
  if (typeof carried.say === 'string') return readWords(carried.say.trim());
  const form = readForm(carried, state);
  if (form) return form;
  const intent = readIntent(carried);
  return intent ? { kind: 'intent', intent } : { kind: 'unusable', what: 'stale-button' };
}

/** A form sent off, from what it carried; null when it is not one of ours. */
export function readForm(carried: Json, state: unknown): Said | null {
  const form = json(carried.form);
  const intent = word(form.intent);
  if (!Object.hasOwn(intents, intent)) return null;
  return {
    kind: 'form',
    intent: intent as keyof typeof intents,
    fixed: json(form.fixed),
    values: readValues(state),
  };
}

/** Words, or what was given instead of words. */
export function readWords(text: string, files?: unknown): Said {
  if (text) return { kind: 'text', text };
  const file = Array.isArray(files) ? json(files[0]) : {};
  const kind = word(file.mimetype).split('/')[0] ?? '';
  const names: Record<string, string> = { image: 'picture', video: 'video', audio: 'audio' };
  if (file.id) return { kind: 'unusable', what: names[kind] ?? 'file' };
  return { kind: 'unusable', what: 'empty' };
}
