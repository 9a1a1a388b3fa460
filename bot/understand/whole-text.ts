import type { Intent } from '../intents.ts';
import type { Context, Understanding } from './context.ts';
import { findWhens } from './dates.ts';
import { addDays, dayOf } from './days.ts';

/** A price they asked for and did not get is no new amount. */
export const unagreed =
  /没松口|没答应|没同意|没让步|没接受|不同意|不肯|没给(?:他们)?(?:打折|优惠|降)|\b(?:didn'?t|did not|won'?t|refused to|haven'?t) (?:agree|budge|accept|give|move|say yes)|\b(?:said|told (?:them|him|her)) no\b|\bheld (?:firm|the line|our price)\b/i;

/** What the parts of a text mean in the light of the whole of it. */
export function inWhole(text: string, read: Understanding, context: Context): Understanding {
  const intents = read.intents.map(({ intent, confidence }) => ({
    intent: until(text, unpriced(text, intent), context),
    confidence,
  }));
  return { ...read, intents };
}

/** An update without the sum that was refused; with nothing else in it, its words are kept with the deal. */
function unpriced(text: string, intent: Intent): Intent {
  if (intent.name !== 'deal.update' || !unagreed.test(text)) return intent;
  const { amount, discount, ...input } = intent.input;
  if (amount === undefined && discount === undefined) return intent;
  if (Object.keys(input).length > 1) return { name: 'deal.update', input };
  return { name: 'activity.log', input: { who: input.deal, channel: 'note', note: text.slice(0, 2000) } };
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
