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
  /** It answers the question that is open. */
  answers?: boolean | undefined;
}

/** Several things said at once are one intent of several parts; what is not understood whole is not done in part. */
export function asOne({ intents, refused, leftover }: Understanding, text: string): Meant {
  const different = [...new Map(intents.map((one) => [canonical(one.intent), one])).values()];
  const [first, ...more] = different;
  if (!first) return { intent: unknown(text), confidence: 1, refused };
  if (more.length === 0) return { ...first, refused, leftover };
  const parts = different.map((one) => one.intent);
  const intent = readIntent({ name: 'several', input: { parts } });
  if (!intent) return { intent: unknown(text), confidence: 1, refused: refused ?? 'unclear' };
  return { intent, confidence: Math.min(...different.map((one) => one.confidence)), leftover };
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
