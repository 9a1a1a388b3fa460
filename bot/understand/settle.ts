import { type Intent, longestText, readIntent } from '../intents.ts';
import type { Context, Draft, Found, Refused, Understanding } from './context.ts';
import { refusal } from './guards.ts';
import { someone } from './refs.ts';
import { inTenThousands } from './small-sums.ts';
import type { Story } from './story/story.ts';

/** A to-do of a whole sentence was hardly read right: it is proposed. */
export const rambles = ({ name, input }: Draft) =>
  name === 'task.add' &&
  typeof input.what === 'string' &&
  (/[,;.!]/.test(input.what) || input.what.length > (/\p{Script=Han}/u.test(input.what) ? 16 : 60));

export const meant = (intent: Intent, confidence: number, leftover = ''): Understanding => ({
  intents: [{ intent, confidence }],
  leftover,
});
export const unknown = (text: string, more: Omit<Partial<Understanding>, 'intents'> = {}): Understanding => ({
  intents: [{ intent: { name: 'unknown', input: { text: text.slice(0, longestText) } }, confidence: 1 }],
  leftover: text.slice(0, longestText),
  ...more,
});
const whole = /^(?:deal|quote|approval|touch|people|task|profile|lead|phones)\.(?!create)/;

/** The keys under which an intent names its record. */
export const recordKeys = ['who', 'deal', 'customer', 'lead'] as const;

/** By which key each thing names its record. */
const recordKeyOf: Partial<Record<Draft['name'], (typeof recordKeys)[number]>> = {
  'activity.log': 'who',
  'task.add': 'who',
  'profile.update': 'who',
  'deal.update': 'deal',
  'deal.move': 'deal',
  'deal.give': 'deal',
  'deal.pause': 'deal',
  'quote.make': 'deal',
  'quote.accept': 'deal',
  'deal.review': 'deal',
  'deal.pipeline': 'deal',
  'deal.forecast': 'deal',
};

/** The key by which a draft would name its record and does not; null when it does, or needs none. */
export function lacks({ name, input }: Draft): (typeof recordKeys)[number] | null {
  const key = recordKeyOf[name];
  return key && input[key] === undefined ? key : null;
}

/** A part about somebody who was not named lacks them. */
export function lacking<T extends Found>(part: T): T {
  const key = recordKeys.find((one) => part.input[one] === someone);
  if (!key) return part;
  const { [key]: _, ...input } = part.input;
  // A task needs nobody, yet this one was said of somebody.
  return { ...part, input, missing: [...(part.missing ?? []), key] };
}

/** Reasons after which it may still be what one wants. */
const askable = new Set<Refused>(['hearsay', 'unclear']);

/** What a command would have been that is not done. */
function would(text: string, { name, input, missing }: Found, context: Context): Pick<Understanding, 'would'> {
  const intent = missing && missing.length > 0 ? null : readIntent({ name, input });
  const [meant = intent] = (intent && inTenThousands(text, [intent], context)) ?? [];
  return meant ? { would: meant } : {};
}

/** What was found, once it is sure that it was meant, is whole and passes its schema. */
export function settle(text: string, read: Found, context: Context): Understanding {
  const found = lacking(read);
  const why = refusal(text, found.to === 0 ? { ...found, to: text.length } : found, context);
  if (why) return unknown(text, { refused: why, ...(askable.has(why) ? would(text, found, context) : {}) });
  if (found.leftover !== '' && whole.test(found.name))
    return unknown(text, { refused: 'unclear', leftover: found.leftover, ...would(text, found, context) });
  if (found.missing && found.missing.length > 0) {
    return unknown(text, {
      refused: 'missing',
      asks: { intent: { name: found.name, input: found.input }, missing: found.missing },
    });
  }
  const intent = readIntent({ name: found.name, input: found.input });
  if (!intent) return unknown(text, { refused: 'unclear' });
  const more = (found.more ?? []).flatMap((draft) => readIntent(draft) ?? []);
  const confidence = rambles(found) ? 0.5 : found.confidence;
  const intents = [intent, ...more].map((one) => ({ intent: one, confidence }));
  return { intents, leftover: found.leftover };
}

/** A story whose every part is whole; one that nobody is named in asks who it is about. */
export function settleStory(text: string, { parts: told, ...rest }: Story): Understanding {
  const story = { ...rest, parts: told.map(lacking) };
  if (story.refused) return unknown(text, { refused: story.refused, leftover: story.leftover.join(', ') });
  const missing = [...new Set(story.parts.flatMap((part) => part.missing ?? []))];
  if (missing.length > 0) {
    const drafts: Draft[] = story.parts.map(({ name, input }) => ({ name, input }));
    const [first] = drafts;
    const several: Draft = { name: 'several', input: { parts: drafts } };
    return unknown(text, {
      refused: 'missing',
      asks: { intent: drafts.length === 1 ? (first as Draft) : several, missing: [missing[0] as string] },
    });
  }
  const parts = story.parts.map(({ name, input }) => readIntent({ name, input }));
  if (parts.some((part) => part === null)) return unknown(text, { refused: 'unclear' });
  const leftover = story.leftover.join(', ');
  const doubt = leftover === '' && !story.parts.some(rambles) ? 1 : 0.5;
  const intents = parts.flatMap((intent, index) =>
    intent ? [{ intent, confidence: Math.min(doubt, story.parts[index]?.confidence ?? 0) }] : [],
  );
  return { intents, leftover };
}
