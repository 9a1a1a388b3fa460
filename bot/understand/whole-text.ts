import type { Intent } from '../intents.ts';
import type { Context, Understanding } from './context.ts';
import { findWhens } from './dates.ts';
import { addDays, dayOf } from './days.ts';
import { oneTalk } from './strangers.ts';

/** A price they asked for and did not get is no new amount. */
export const unagreed =
  /没松口|没答应|没同意|没让步|没接受|不同意|不肯|没给(?:他们)?(?:打折|优惠|降)|\b(?:didn'?t|did not|won'?t|refused to|haven'?t) (?:agree|budge|accept|give|move|say yes)|\b(?:said|told (?:them|him|her)) no\b|\bheld (?:firm|the line|our price)\b/i;

/** What the parts of a text mean in the light of the whole of it. */
export function inWhole(text: string, read: Understanding, context: Context): Understanding {
  const intents = read.intents.map(({ intent, confidence }) => ({
    intent: until(text, scaled(text, unpriced(text, intent)), context),
    confidence,
  }));
  const placed = ofNewLead(intents, context);
  return { ...read, intents: sameTalk(placed, context) ? oneTalk(placed, text) : placed };
}

/** Met Tom of Brackenridge, call him Monday: what is to be done is with the new lead, not with whom one spoke of before. */
function ofNewLead(intents: Understanding['intents'], { about = {} }: Context): Understanding['intents'] {
  const leads = intents.flatMap(({ intent }) => (intent.name === 'lead.create' ? [intent.input] : []));
  const [lead] = leads;
  const name = lead?.company ?? lead?.name;
  if (leads.length !== 1 || !name) return intents;
  const before = new Set<string | undefined>([undefined, ...Object.values(about)]);
  return intents.map((one) =>
    one.intent.name === 'task.add' && before.has(one.intent.input.who)
      ? { ...one, intent: { ...one.intent, input: { ...one.intent.input, who: name } } }
      : one,
  );
}

/** Whether several talks are told of one record, by its name and by somebody's there: it was one talk. */
function sameTalk(intents: Understanding['intents'], { names }: Context): boolean {
  const talks = intents.flatMap(({ intent }) =>
    intent.name === 'activity.log' && intent.input.channel !== 'note' ? [intent.input.who] : [],
  );
  const ids = talks.map((who) => names?.find(who)[0]?.ids?.[0]);
  return talks.length > 1 && new Set(talks).size > 1 && ids[0] !== undefined && ids.every((id) => id === ids[0]);
}

/** An update without the sum that was refused; with nothing else in it, its words are kept with the deal. */
function unpriced(text: string, intent: Intent): Intent {
  if (intent.name !== 'deal.update' || !unagreed.test(text)) return intent;
  const { amount, discount, ...input } = intent.input;
  if (amount === undefined && discount === undefined) return intent;
  if (Object.keys(input).length > 1) return { name: 'deal.update', input };
  return { name: 'activity.log', input: { who: input.deal, channel: 'note', note: text.slice(0, 2000) } };
}

/** 220k is too much, budget's 180: of thousands both. */
function scaled(text: string, intent: Intent): Intent {
  if (intent.name !== 'deal.update' || !/\d\s?k\b/i.test(text)) return intent;
  const { facts, amount, ...input } = intent.input;
  const small = (sum: unknown): sum is { amount: number } =>
    typeof sum === 'object' && sum !== null && 'amount' in sum && Number(sum.amount) >= 10 && Number(sum.amount) < 1000;
  const more = <T>(sum: T): T => (small(sum) ? { ...sum, amount: sum.amount * 1000 } : sum);
  if (!small(amount) && !small(facts?.budget)) return intent;
  const told = facts && { facts: { ...facts, ...(facts.budget === undefined ? {} : { budget: more(facts.budget) }) } };
  return { name: 'deal.update', input: { ...input, ...(amount ? { amount: more(amount) } : {}), ...told } };
}

/** A rest whose end stands elsewhere in the text: not interested till the budget resets in April, park it. */
function until(text: string, intent: Intent, context: Context): Intent {
  if (intent.name !== 'deal.pause' || intent.input.until) return intent;
  const far = addDays(dayOf(context.now, context.zone), 14);
  const days = findWhens(text, context).flatMap(({ start, end, value: { day } }) => {
    // In April is from its first day on.
    const month =
      !/\d/.test(text.slice(start, end)) &&
      /^(?:in |by |until |till )?[a-z]{3,9}$/i.test(text.slice(start, end).trim());
    return day >= far ? [month ? `${day.slice(0, 8)}01` : day] : [];
  });
  const [day, ...more] = days;
  return day && more.length === 0 ? { ...intent, input: { ...intent.input, until: day } } : intent;
}
