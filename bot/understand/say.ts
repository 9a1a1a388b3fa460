import { type Intent, readIntent } from '../intents.ts';
import { normalize } from './normalize.ts';
import { sayLead, unsayLead } from './say-lead.ts';
import { type Template, templates } from './say-templates.ts';

/** What may stand in a slot, and how it is written in a sentence and read back. */
const slots: Record<string, { pattern: string; write(value: unknown): string | null; read(text: string): unknown }> = {
  ref: {
    pattern: '#\\d{1,15}',
    write: (value) => (typeof value === 'string' && /^#\d{1,15}$/.test(value) ? value : null),
    read: (text) => text,
  },
  word: {
    pattern: '[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,60}|"[^"\\n]{1,200}"',
    write: (value) => (typeof value !== 'string' ? null : /\s/.test(value) ? `"${value}"` : value),
    read: (text) => text.replace(/^"|"$/g, ''),
  },
  token: {
    pattern: '[\\w.:+/=-]{1,100}',
    write: (value) => (typeof value === 'string' ? value : null),
    read: (text) => text,
  },
  count: { pattern: '\\d{1,15}', write: (value) => (Number.isSafeInteger(value) ? String(value) : null), read: Number },
  day: {
    pattern: '\\d{4}-\\d{2}-\\d{2}',
    write: (value) => (typeof value === 'string' ? value : null),
    read: (text) => text,
  },
  moment: {
    pattern: '\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} (?:[+-]\\d{2}:\\d{2}|Z)',
    write: (value) =>
      typeof value === 'string' ? value.replace(/^(.{10})T(\d\d:\d\d):00(Z|[+-]\d\d:\d\d)$/, '$1 $2 $3') : null,
    read: (text) => text.replace(/^(.{10}) (\d\d:\d\d) /, '$1T$2:00'),
  },
  money: {
    pattern: '\\d{1,15}(?:\\.\\d{1,6})? [A-Z]{3}',
    write: (value) => {
      const { amount, currency, about } = value as { amount: number; currency?: string; about?: boolean };
      return currency && about === undefined ? `${amount} ${currency}` : null;
    },
    read: (text) => ({ amount: Number(text.slice(0, -4)), currency: text.slice(-3) }),
  },
  code: {
    pattern: '[A-Z0-9][A-Z0-9-]{3,40}',
    write: (value) => (typeof value === 'string' ? value : null),
    read: (text) => text,
  },
};

const slot = /\{(\w+):(\w+)\}/g;

function compile(template: Template): RegExp {
  const body = template.text
    .split(/(\{\w+:\w+\})/)
    .map((part) => {
      const kind = /^\{\w+:(\w+)\}$/.exec(part)?.[1];
      return kind ? `(${slots[kind]?.pattern})` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${body}$`, 'u');
}

/** The wordings by the character they begin with: a reference is `#`. */
const readers = Map.groupBy(
  templates.map((template) => ({ template, pattern: compile(template) })),
  ({ template }) => (template.text.startsWith('{') ? '#' : (template.text[0] as string)),
);

/** Reads a sentence that `say` made. Null when it is none. The reference and every word in it stay as they were given. */
export function unsay(text: string): Intent | null {
  for (const { template, pattern } of readers.get(text[0] ?? '') ?? []) {
    const match = pattern.exec(text);
    if (!match) continue;
    const input: Record<string, unknown> = { ...template.fixed };
    let index = 1;
    for (const [, name, kind] of template.text.matchAll(slot))
      input[name as string] = slots[kind as string]?.read(match[index++] as string);
    const intent = readIntent({ name: template.name, input });
    if (intent) return intent;
  }
  return unsayLead(text);
}

/** Reads `/do name {json}`, the last resort of `say`; it takes the text as it came. Null when it is none. */
export function unsayAny(text: string): Intent | null {
  const match = /^\s*\/do ([a-z.]+)(?: (\{[\s\S]*\}))?\s*$/.exec(text);
  if (!match) return null;
  try {
    return readIntent({ name: match[1], input: match[2] ? JSON.parse(match[2]) : {} });
  } catch {
    return null;
  }
}

function fill(template: Template, input: Record<string, unknown>): string | null {
  const names = [...template.text.matchAll(slot)].map((match) => match[1] as string);
  const wanted = new Set([...names, ...Object.keys(template.fixed ?? {})]);
  const given = Object.keys(input).filter((key) => input[key] !== undefined);
  if (given.length !== wanted.size || !given.every((key) => wanted.has(key))) return null;
  for (const [key, value] of Object.entries(template.fixed ?? {})) if (input[key] !== value) return null;
  let whole: string | null = template.text;
  for (const [mark, name, kind] of template.text.matchAll(slot)) {
    const written: string | null = slots[kind as string]?.write(input[name as string]) ?? null;
    whole = whole === null || written === null ? null : whole.replace(mark, () => written);
  }
  return whole;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * The sentence a person would type that means this intent; understanding it gives the intent back, always. What has no
 * wording of its own becomes `/do name {json}`.
 */
export function say(intent: Intent, language: 'zh' | 'en'): string {
  const input = intent.input as Record<string, unknown>;
  const wanted = canonical(intent);
  const candidates = templates
    .filter((template) => template.name === intent.name && template.language === language)
    .map((template) => fill(template, input));
  for (const text of [...candidates, sayLead(intent, language)]) {
    if (text === null || normalize(text) !== text) continue;
    const back = unsay(text);
    if (back && canonical(back) === wanted) return text;
  }
  return `/do ${intent.name}${Object.keys(input).length > 0 ? ` ${JSON.stringify(input)}` : ''}`;
}
