import type { Intent } from '../../intents.ts';
import type { Draft, Understanding } from '../context.ts';

const longestNote = 2000;
const folded = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase();

/** Whether a note is pieces of a text, or begins in the midst of a clause of it. */
function isTorn(text: string, note: string): boolean {
  if (!folded(text).includes(folded(note)) || note.trim().length <= 3) return true;
  const at = text.indexOf(note);
  return at > 0 && /[a-z]\s$/.test(text.slice(0, at)) && !/\b(?:said|says|that|and|but|so)\s$/i.test(text.slice(0, at));
}

/** The parts, of which the one talk keeps the text whole. */
function withWords<T extends Draft | Intent>(text: string, parts: readonly T[]): T[] {
  const [talk, ...more] = parts.filter(({ name }) => name === 'activity.log');
  if (!talk || more.length > 0) return [...parts];
  const { note, channel, outcome, objection } = talk.input as Record<string, unknown>;
  const bare = channel === 'other' && outcome === undefined && objection === undefined;
  const torn = typeof note === 'string' ? isTorn(text, note) : bare;
  const kept = { ...talk, input: { ...talk.input, note: text.slice(0, longestNote) } };
  return torn ? parts.map((part) => (part === talk ? kept : part)) : [...parts];
}

/**
 * The one talk that a text tells of keeps the text whole where its note would be pieces torn out of it, and where nothing but
 * that they were in touch was understood: what somebody said is not lost.
 */
export function inFull(text: string, read: Understanding): Understanding {
  const parts = withWords(
    text,
    read.intents.map(({ intent }) => intent),
  );
  const intents = read.intents.map((one, at) => ({ ...one, intent: parts[at] ?? one.intent }));
  const { asks } = read;
  if (!asks) return { ...read, intents };
  const { name, input } = asks.intent;
  const intent =
    name === 'several'
      ? { name, input: { ...input, parts: withWords(text, input.parts as Draft[]) } }
      : (withWords(text, [asks.intent])[0] ?? asks.intent);
  return { ...read, intents, asks: { ...asks, intent } };
}
