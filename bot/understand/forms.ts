import { type Intent, type IntentName, intents, readIntent } from '../intents.ts';
import type { Context, FieldWords } from './context.ts';
import { readMoment, readWhen } from './dates.ts';
import { leadValue } from './fields.ts';
import { readMoney } from './money.ts';
import { normalize } from './normalize.ts';
import { readNumber } from './numbers.ts';
import { optionOf, takeValue } from './pairs.ts';
import { knownStage } from './stage.ts';

const kinds: Record<string, 'money' | 'date' | 'moment' | 'lead'> = {
  amount: 'money',
  budget: 'money',
  closeOn: 'date',
  nextAt: 'moment',
  until: 'moment',
  phone: 'lead',
  email: 'lead',
  headcount: 'lead',
  industry: 'lead',
  channel: 'lead',
};

/** Reads one field of a form. Null when it cannot be what it should be. */
function read(name: IntentName, key: string, value: string, context: Context): unknown {
  // The channel of an activity is one of a few words, the channel of a lead one of the playbook's.
  const kind = key === 'channel' && !name.startsWith('lead.') ? undefined : kinds[key];
  switch (kind) {
    case 'money':
      return readMoney(value, context.currency);
    case 'date':
      return readWhen(value, context)?.day ?? null;
    case 'moment':
      return readMoment(value, context);
    case 'lead':
      return leadValue(key, value, context);
    default:
      if (key === 'stage') return knownStage(value, context) ?? value;
      if (key === 'command' || key === 'version') return readNumber(value);
      if (key === 'anyway' || key === 'active') return /^(?:true|yes|是|1)$/i.test(value);
      return value;
  }
}

function fact(field: FieldWords, value: string, context: Context): unknown {
  if (field.type === 'choice') return optionOf(field, value);
  if (field.type === 'money') return readMoney(value, context.currency);
  if (field.type === 'number') return readNumber(value);
  if (field.type === 'date') return readWhen(value, context)?.day ?? null;
  return takeValue(field, value, context)?.value ?? (field.type === 'person' || field.type === 'text' ? value : null);
}

/**
 * Makes an intent of a form: `fixed` as it is, `values` as typed, read like a sentence would be (`50w`, 下周三, any
 * grouping of a phone number). A value's name is a part of the intent's input, `facts.` + a field's key, or a field's
 * key. Empty values are left out. Returns every value that cannot be read.
 */
export function fillForm(
  name: IntentName,
  fixed: Record<string, unknown>,
  values: Record<string, string>,
  context: Context,
): { intent: Intent } | { wrong: { field: string; value: string }[] } {
  const shape = intents[name].shape as Record<string, unknown>;
  const input: Record<string, unknown> = { ...fixed };
  const facts: Record<string, unknown> = { ...(fixed.facts as Record<string, unknown> | undefined) };
  const wrong: { field: string; value: string }[] = [];
  for (const [field, typed] of Object.entries(values)) {
    const value = normalize(typed);
    if (value === '') continue;
    const key = field.replace(/^facts\./, '');
    const own = field === key && Object.hasOwn(shape, key);
    const known = context.fields.find((one) => one.key === key);
    const made = own ? read(name, key, value, context) : known ? fact(known, value, context) : null;
    if (made === null) wrong.push({ field, value: typed });
    else if (own) input[key] = made;
    else facts[key] = made;
  }
  if (Object.keys(facts).length > 0 && 'facts' in shape) input.facts = facts;
  if (wrong.length > 0) return { wrong };
  const intent = readIntent({ name, input });
  if (intent) return { intent };
  const issues = intents[name].safeParse(input).error?.issues ?? [];
  const fields = [...new Set(issues.map((issue) => String(issue.path[0] ?? '')))];
  return { wrong: fields.map((field) => ({ field, value: values[field] ?? '' })) };
}
