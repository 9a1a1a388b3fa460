import type { Intent } from './intents.ts';
import type { Talk } from './sales/change.ts';
import type { Refusal, RefusalDetails } from './sales/refusal.ts';

/** What a refusal leaves open: the fields to fill in, or the records to choose from, and the intent that goes on then. */
export function carryOn(refusal: Refusal, intent: Intent | null): Talk['pending'] {
  if (refusal.opens) return refusal.opens as Talk['pending'];
  if (!intent) return null;
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
  if (refusal.code === 'ambiguous') {
    const { name, options } = refusal.details as RefusalDetails['ambiguous'];
    return {
      options: options.map(({ id, label }) => ({ label: label || `#${id}`, intent: chosen(intent, name, id) })),
    };
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

/** The inputs that name a record: a contact or a title may be called the same and stays what it is. */
const refs = new Set(['who', 'deal', 'customer', 'lead', 'person', 'touch']);

/** The same intent with the record's number in the place of the name that several have. */
function chosen(intent: Intent, name: string, id: number): Intent {
  const input = Object.fromEntries(
    Object.entries(intent.input).map(([key, value]) => [key, refs.has(key) && value === name ? `#${id}` : value]),
  );
  return { name: intent.name, input } as Intent;
}
