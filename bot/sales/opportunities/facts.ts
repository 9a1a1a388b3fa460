import type { Input } from '../../intents.ts';
import type { Field, Named } from '../../playbook/schema.ts';
import { findField, findObjection, findOption } from '../../playbook/words.ts';
import type { Value } from '../change.ts';
import { checkDay, checkMoney } from '../check.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';
import { Refusal } from '../refusal.ts';

type Given = NonNullable<Input<'deal.move'>['facts']>;
type Said = Given[string];

/** What facts said for a deal change: `amount`, `close_on` and `next_step` are the deal's own columns, the rest its facts. */
export function readFacts(context: Context, deal: Deal, given: Given | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  const facts: Record<string, Value> = {};
  for (const [key, said] of Object.entries(given ?? {})) {
    const field = findField(context.playbook, key);
    if (!field) throw new Refusal('bad-field', { field: key, said: show(said) });
    const free = otherwise(context, field, said);
    if (free) {
      Object.assign(facts, free);
      continue;
    }
    const value = readFact(context, field, said, deal.currency);
    if (field.key === 'amount') Object.assign(values, value);
    else if (field.key === 'close_on') values.closeOn = value;
    else if (field.key === 'next_step') values.nextStep = value;
    else facts[field.key] = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  }
  if (Object.keys(facts).length > 0) values.facts = { ...(deal.facts as Record<string, Value>), ...facts };
  return values;
}

/** Words that are none of a choice's options, where the playbook has a place for such. */
function otherwise(context: Context, field: Field, said: Said): Record<string, Value> | null {
  if (!field.otherwise || typeof said !== 'string' || chosen(context, field, said)) return null;
  return { [field.key]: field.otherwise.option, [field.otherwise.words]: said.trim() };
}

/** One value, checked against its field's type. */
function readFact(context: Context, field: Field, said: Said, currency: string): Value {
  const wrong = () => new Refusal('bad-field', { field: field.key, said: show(said) });
  switch (field.type) {
    case 'money':
      if (typeof said !== 'object') throw wrong();
      return checkMoney(said, currency);
    case 'number':
      if (typeof said !== 'number' || !Number.isFinite(said)) throw wrong();
      return said;
    case 'date':
      if (typeof said !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(said) || Number.isNaN(Date.parse(said)))
        throw wrong();
      // A close is still to come; a contract may have been signed last week.
      return field.key === 'close_on' ? checkDay(said, context.now, context.by.zone) : new Date(`${said}T00:00:00Z`);
    case 'yesno':
      if (typeof said !== 'boolean') throw wrong();
      return said;
    case 'choice': {
      const option = typeof said === 'string' ? chosen(context, field, said) : null;
      if (option) return option.key;
      const names = field.options?.map((one) => one.name[context.by.language === 'en' ? 'en' : 'zh']) ?? [];
      throw new Refusal('bad-field', { field: field.key, said: show(said), options: names });
    }
    default:
      if (typeof said === 'object') throw wrong();
      return String(said).trim();
  }
}

/** An option by its own words, or by an objection of the same key: 嫌贵 is the loss reason `price`. */
function chosen({ playbook }: Context, field: Field, said: string): Named | null {
  const objection = findObjection(playbook, said);
  return findOption(field, said) ?? field.options?.find((one) => one.key === objection?.key) ?? null;
}

/** What a deal knows of a field already; null when nothing. */
export function factOf(deal: Pick<Deal, 'amount' | 'closeOn' | 'nextStep' | 'facts'>, key: string): unknown {
  if (key === 'amount') return deal.amount;
  if (key === 'close_on') return deal.closeOn;
  if (key === 'next_step') return deal.nextStep;
  return (deal.facts as Record<string, unknown> | null)?.[key] ?? null;
}

function show(said: Said): string {
  return typeof said === 'object' ? String(said.amount) : String(said);
}
