import { z } from 'zod';
import { type Intent, readIntent } from '../intents.ts';
import type { FieldWords } from '../understand/context.ts';
import { type AllowedName, allowed, mostIntents } from './allowed.ts';
import { plausible, type When } from './dates.ts';
import { isName, type Masked, tokenKind, tokensIn, unmask, withoutTokens } from './mask.ts';
import { findContacts } from './shapes.ts';
import type { ProposeContext } from './types.ts';

const answer = z.strictObject({
  intents: z.array(z.strictObject({ name: z.string(), input: z.record(z.string(), z.unknown()) })).max(mostIntents),
});

type Values = Record<string, unknown>;

/** What a model's answer proposes, with the names back in. Null as soon as any part of it is not what it may say. */
export function checkAnswer(said: unknown, masked: Masked, context: ProposeContext): Intent[] | null {
  const read = answer.safeParse(said);
  if (!read.success) return null;
  const made = read.data.intents.map((one) => checkIntent(one.name, one.input, masked, context));
  return made.every((one) => one !== null) ? made : null;
}

function checkIntent(name: string, said: Values, masked: Masked, context: ProposeContext): Intent | null {
  if (!Object.hasOwn(allowed, name)) return null;
  const read = allowed[name as AllowedName].safeParse(withoutNulls(said));
  if (!read.success) return null;
  const input = read.data as Values;
  const fits = Object.entries(input).every(([key, value]) => {
    const rule = rules[`${name}.${key}`] ?? rules[key];
    return !rule || rule(value, { masked, context });
  });
  if (!fits) return null;
  const shown = unmasked(input, masked);
  return shown === null ? null : readIntent({ name, input: shown });
}

/** Models write null for what they do not know. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const known = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(known.map(([key, one]) => [key, withoutNulls(one)]));
}

interface Given {
  masked: Masked;
  context: ProposeContext;
}
type Rule = (value: unknown, given: Given) => boolean;

const number = /^#\d{1,9}$/;

/** A record may be named by a token of the text, by a number that stands in it, or be the one the talk is about. */
const record: Rule = (value, { masked, context }) => {
  const ref = String(value);
  if (isName(tokenKind(ref, masked))) return true;
  if (!number.test(ref)) return false;
  const numbers = masked.text.match(/#\s?\d{1,9}(?!\d)/g) ?? [];
  return numbers.some((one) => one.replace(/\s/g, '') === ref) || Object.values(context.about ?? {}).includes(ref);
};
/** A name stands in the text, word for word, and is not a phone. */
const spoken: Rule = (value, { masked }) => {
  const said = String(value);
  const named = tokensIn(said).every((token) => isName(tokenKind(token, masked)));
  return named && /[\p{L}\d]/u.test(said) && masked.text.toLowerCase().includes(said.toLowerCase());
};
const reach =
  (...kinds: string[]): Rule =>
  (value, { masked }) =>
    kinds.includes(tokenKind(String(value), masked) ?? '');
const listed =
  (list: 'stages' | 'industries' | 'channels'): Rule =>
  (value, { context }) =>
    context[list].some(({ key }) => key === value);
const when =
  (what: When): Rule =>
  (value, { context }) =>
    plausible(String(value), what, context.now);
const sum: Rule = (value) => {
  const { amount, currency } = value as { amount?: unknown; currency?: string };
  const sound = typeof amount === 'number' && amount > 0 && amount <= 1e12;
  return sound && (currency === undefined || /^[A-Z]{3}$/.test(currency));
};
const either =
  (...rules: Rule[]): Rule =>
  (value, given) =>
    rules.some((rule) => rule(value, given));

/** By key of the input, or by intent and key where a word means two things. What has no rule is free text. */
const rules: Record<string, Rule> = {
  deal: record,
  customer: record,
  lead: record,
  who: record,
  person: record,
  name: spoken,
  company: spoken,
  contact: spoken,
  contacts: (value, given) => (value as unknown[]).every((one) => spoken(one, given)),
  city: spoken,
  phone: reach('phone', 'number'),
  email: reach('email'),
  wechat: reach('wechat', 'phone', 'number'),
  stage: listed('stages'),
  industry: either(listed('industries'), spoken),
  'lead.create.channel': listed('channels'),
  amount: sum,
  budget: sum,
  closeOn: when('day'),
  nextAt: when('ahead'),
  'task.add.at': when('ahead'),
  'activity.log.at': when('behind'),
  headcount: (value) => Number(value) > 0 && Number(value) <= 10_000_000,
  facts: (value, given) =>
    Object.entries(value as Values).every(([key, one]) => {
      const field = given.context.fields.find((known) => known.key === key);
      return field !== undefined && factRules[field.type](one, given, field);
    }),
};

const text: Rule = (value) => typeof value === 'string' && value.trim() !== '';
const factRules: Record<FieldWords['type'], (value: unknown, given: Given, field: FieldWords) => boolean> = {
  text,
  person: text,
  number: (value) => typeof value === 'number',
  yesno: (value) => typeof value === 'boolean',
  money: (value, given) => typeof value === 'object' && value !== null && sum(value, given),
  date: (value, given) => typeof value === 'string' && when('day')(value, given),
  choice: (value, _given, { options = [] }) => options.some(({ key }) => key === value),
};

/** The same with the words behind its tokens; null when one of its texts may not be shown. */
function unmasked(value: unknown, masked: Masked): unknown {
  if (typeof value === 'string') {
    // A phone, an address or a link can only come from the text, and there it had a token: this one is made up.
    const madeUp = findContacts(withoutTokens(value)).length > 0;
    return madeUp || /[^\P{C}\n\t]/u.test(value) ? null : unmask(value, masked);
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]) => [key, unmasked(one, masked)] as const);
  if (entries.some(([, one]) => one === null)) return null;
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
