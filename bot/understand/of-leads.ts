import type { Intent } from '../intents.ts';
import type { Context, Understanding } from './context.ts';
import { toMoment } from './dates.ts';

/** What is said of a deal, of somebody who is only a lead: what they can spend is the lead's, and a loss makes it invalid. */
export function ofLeads(text: string, read: Understanding, context: Context): Understanding {
  const intents = read.intents.map(({ intent, confidence }) => ({ intent: ofLead(text, intent, context), confidence }));
  return intents.every(({ intent }, at) => intent === read.intents[at]?.intent) ? read : { ...read, intents };
}

function ofLead(text: string, intent: Intent, context: Context): Intent {
  if (intent.name !== 'deal.update' && intent.name !== 'deal.pause') return intent;
  if (!intent.input.deal) return intent;
  const known = context.names?.find(intent.input.deal) ?? [];
  if (known.length === 0 || known.some(({ kind }) => kind !== 'lead')) return intent;
  if (intent.name === 'deal.pause') {
    const { deal: who, until } = intent.input;
    const what = /\p{Script=Han}/u.test(text) ? '再联系' : 'get in touch again';
    const at = until && toMoment({ day: until }, context.zone);
    return at ? { name: 'task.add', input: { who, what, at } } : intent;
  }
  const { deal, amount, facts, ...more } = intent.input;
  const { budget = amount, ...others } = facts ?? {};
  const spends = typeof budget === 'object' && budget !== null && 'amount' in budget ? budget : null;
  if (!spends || Object.keys(more).length > 0 || Object.keys(others).length > 0) return intent;
  return { name: 'profile.update', input: { who: deal, budget: spends as NonNullable<typeof amount> } };
}
