import type { Intent } from '../intents.ts';
import type { Context, Understanding } from './context.ts';

/** What is said of a deal, of somebody who is only a lead: what they can spend is the lead's, and a loss makes it invalid. */
export function ofLeads(read: Understanding, context: Context): Understanding {
  const intents = read.intents.map(({ intent, confidence }) => ({ intent: ofLead(intent, context), confidence }));
  return intents.every(({ intent }, at) => intent === read.intents[at]?.intent) ? read : { ...read, intents };
}

function ofLead(intent: Intent, context: Context): Intent {
  if (intent.name !== 'deal.update' && intent.name !== 'deal.move') return intent;
  const known = context.names?.find(intent.input.deal) ?? [];
  if (known.length === 0 || known.some(({ kind }) => kind !== 'lead')) return intent;
  if (intent.name === 'deal.move') return intent;
  const { deal, amount, facts, ...more } = intent.input;
  const { budget = amount, ...others } = facts ?? {};
  const spends = typeof budget === 'object' && budget !== null && 'amount' in budget ? budget : null;
  if (!spends || Object.keys(more).length > 0 || Object.keys(others).length > 0) return intent;
  return { name: 'profile.update', input: { who: deal, budget: spends as NonNullable<typeof amount> } };
}
