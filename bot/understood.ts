import { type Intent, readIntent } from './intents.ts';
import type { Refused, Understanding } from './understand/context.ts';

/** What a message means, as one intent. */
export interface Meant {
  intent: Intent;
  /** Below `sureEnough` it is told back before it is done. */
  confidence: number;
  refused?: Refused | undefined;
  /** The words it was understood from, when they are more than the message. */
  words?: string | undefined;
  /** Words of the message nothing was made of. */
  leftover?: string | undefined;
  /** Of what was not understood: what it may have been. */
  would?: Intent | undefined;
  /** Of what was not understood: the records it may be about. */
  mentioned?: string[] | undefined;
  /** The text and the records it names, for when what it is said of is none of the kind. */
  mentions?: { text: string; refs: string[] } | undefined;
  /** What the text says besides: offered, never done unasked. */
  missed?: Intent[] | undefined;
  /** It answers the question that is open. */
  answers?: boolean | undefined;
}

/** Several things said at once are one intent of several parts; what is not understood whole is not done in part. */
export function asOne({ intents, refused, leftover }: Understanding, text: string): Meant {
  const different = [...new Map(intents.map((one) => [canonical(one.intent), one])).values()];
  const [first] = different;
  if (!first) return { intent: unknown(text), confidence: 1, refused };
  const said = different.map((one) => one.intent);
  const kept = /[\p{L}\d]/u.test(leftover) ? withNote(said, text) : null;
  const [only, ...more] = kept ?? said;
  const confidence = Math.min(...different.map((one) => one.confidence));
  const left = kept ? '' : leftover;
  if (only && more.length === 0) return { intent: only, confidence, refused, leftover: left };
  const intent = readIntent({ name: 'several', input: { parts: kept ?? said } });
  if (!intent) return { intent: unknown(text), confidence: 1, refused: refused ?? 'unclear' };
  return { intent, confidence, leftover: left };
}

/** What is said of a record of which words may be kept. */
const noted = new Set<Intent['name']>(['activity.log', 'deal.update', 'deal.move', 'task.add', 'profile.update']);
/** The most things one sentence may say. */
const mostParts = 12;

/** The same, and the words kept with the record they are about, when that is one: what was not understood is not lost. */
function withNote(parts: Intent[], text: string): Intent[] | null {
  const note = text.trim().slice(0, 2000);
  const refs = parts.map(({ input }) => {
    const { who, deal, customer, lead } = input as Record<string, string | undefined>;
    return who ?? deal ?? customer ?? lead;
  });
  const [ref] = refs;
  if (!ref || refs.some((one) => one !== ref) || !parts.every(({ name }) => noted.has(name))) return null;
  const talk = parts.find((part) => part.name === 'activity.log');
  if (talk) return parts.map((part) => (part === talk ? { ...talk, input: { ...talk.input, note } } : part));
  if (parts.length >= mostParts) return null;
  return [...parts, { name: 'activity.log', input: { who: ref, channel: 'note', note } }];
}

/** Two intents of the same text mean the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function unknown(text: string): Intent {
  return { name: 'unknown', input: { text } };
}
