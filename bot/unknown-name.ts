import { wordsOf } from './i18n/index.ts';
import type { Intent, IntentName } from './intents.ts';
import type { Refusal, RefusalDetails } from './sales/refusal.ts';

/** The most things one sentence may say. */
const mostParts = 12;
/** What may be said of somebody who is only a lead, and of a deal. */
const ofAnybody = new Set<IntentName>(['activity.log', 'task.add', 'profile.update']);
const ofDeals = new Set<IntentName>([...ofAnybody, 'deal.update']);

/**
 * How a sentence goes on that names somebody nobody knows: with a new lead (or a new deal, when it is said of one) of that
 * name, or without what was said of them. None when the name cannot be somebody's, or that would not help.
 */
export function unlessKnown(refusal: Refusal, intent: Intent, language: string): { label: string; intent: Intent }[] {
  if (refusal.code !== 'not-found') return [];
  const { what, name } = refusal.details as RefusalDetails['not-found'];
  if (what === 'person' || what === 'touch' || !/\p{L}{2}/u.test(name) || intent.name === 'amend') return [];
  const { unknownName } = wordsOf(language);
  const parts = intent.name === 'several' ? (intent.input.parts as Intent[]) : [intent];
  const [about, others] = [parts.filter((part) => names(part, name)), parts.filter((part) => !names(part, name))];
  const made = about.every((part) => ofAnybody.has(part.name))
    ? { label: unknownName.lead(name), intent: { name: 'lead.create', input: { company: name } } satisfies Intent }
    : about.every((part) => ofDeals.has(part.name))
      ? { label: unknownName.deal(name), intent: { name: 'deal.open', input: { customer: name } } satisfies Intent }
      : null;
  return [
    ...(made && about.length > 0 && parts.length < mostParts
      ? [{ label: made.label, intent: together([made.intent, ...parts]) }]
      : []),
    ...(about.length > 0 && others.length > 0 ? [{ label: unknownName.rest, intent: together(others) }] : []),
  ];
}

function names(part: Intent, name: string): boolean {
  return Object.values(part.input).includes(name);
}

function together(parts: Intent[]): Intent {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : { name: 'several', input: { parts } };
}
