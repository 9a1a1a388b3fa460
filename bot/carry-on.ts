import { withRef } from './commands/refs.ts';
import { money } from './i18n/index.ts';
import type { Intent } from './intents.ts';
import type { Pending, Talk } from './sales/change.ts';
import type { Refusal, RefusalDetails } from './sales/refusal.ts';
import { unlessKnown } from './unknown-name.ts';

/**
 * What a refusal leaves open: the fields to fill in, or the records to choose from, and the intent that goes on then. Of a
 * sentence of several things it is the one that was refused that is asked about, and the whole sentence that goes on.
 */
export function carryOn(refusal: Refusal, intent: Intent | null, language: string): Talk['pending'] {
  if (refusal.opens) return refusal.opens as Pending;
  if (!intent) return null;
  if (refusal.code === 'ambiguous') {
    const { what, name, options } = refusal.details as RefusalDetails['ambiguous'];
    return {
      options: options.map((one) => ({
        label: apart(one, options, language),
        intent: withRef(intent, what, name, one.id),
      })),
    };
  }
  const options = unlessKnown(refusal, intent, language);
  if (options.length > 0) return { options };
  if (intent.name !== 'several' && intent.name !== 'amend') return lacking(refusal, intent);
  const at = refusal.part;
  const part = at === undefined ? undefined : (intent.input.parts as Intent[])[at];
  const open = part ? lacking(refusal, part) : null;
  return open && at !== undefined ? { ...open, whole: { intent, at } } : null;
}

type Options = RefusalDetails['ambiguous']['options'];

/** What a record is called among others: of two of one name, what they are worth tells them apart, or their number. */
function apart({ id, label, worth }: Options[number], options: Options, language: string): string {
  if (!label) return `#${id}`;
  const twins = options.filter((one) => one.label === label);
  if (twins.length === 1) return label;
  const alike = twins.filter((one) => one.worth?.amount === worth?.amount).length > 1;
  const told =
    worth && !alike ? money(String(worth.amount), worth.currency, language === 'en' ? 'en' : 'zh') : `#${id}`;
  return `${label} · ${told}`;
}

function lacking(refusal: Refusal, intent: Intent): Extract<Pending, { missing: string[] }> | null {
  if (refusal.code === 'missing-fields' && intent.name === 'deal.move') {
    const { dealId, stage, fields } = refusal.details as RefusalDetails['missing-fields'];
    const { version: _, ...input } = intent.input;
    return { intent: { name: 'deal.move', input: { ...input, deal: `#${dealId}`, stage } }, missing: fields };
  }
  if (refusal.code === 'bad-field' && intent.name === 'deal.move') {
    const { field } = refusal.details as RefusalDetails['bad-field'];
    const { version: _, facts, ...input } = intent.input;
    return { intent: { name: 'deal.move', input: { ...input, facts: without(facts, field) } }, missing: [field] };
  }
  return null;
}

/** A question about a deal makes the conversation be about that deal. */
export function aboutOf(pending: Talk['pending']): Talk['about'] | null {
  return pending && 'intent' in pending && pending.intent.name === 'deal.move'
    ? { deal: pending.intent.input.deal }
    : null;
}

function without(facts: Record<string, unknown> | undefined, field: string) {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([key]) => key !== field)) as never;
}
