import { isWriting } from './commands/writing.ts';
import type { Intent } from './intents.ts';
import type { Pending, Talk } from './sales/change.ts';
import { canonical, type Meant } from './understood.ts';

/** What becomes of an open question, and what is said of it. */
export interface Onward {
  pending: Talk['pending'];
  /** `waits`: it is asked again below the answer. `lapsed`: it is over without an answer, and that is told. */
  told: 'waits' | 'lapsed' | null;
}

const over: Onward = { pending: null, told: null };

/** So often a question is asked again while other things are said. */
const mostReminders = 1;

/**
 * The question that was open, after a message: done with when it was answered or when a new one took its place; kept, and asked
 * again once, when something else was said; then it lapses, and that is told.
 */
export function onward(
  open: Talk['pending'],
  meant: Pick<Meant, 'intent' | 'answers'> | null,
  next: Pending | null,
): Onward {
  if (!open || (meant && isAnswer(meant, open))) return { pending: next, told: null };
  if (open.light || !writesOnce(open)) return { pending: next, told: null };
  if ('confirm' in open && meant && picksBeside(meant, open.beside))
    return { pending: next ?? open, told: next ? null : 'waits' };
  if ('confirm' in open && next?.light && 'options' in next && asksAgain(open))
    return { pending: { ...open, reminded: (open.reminded ?? 0) + 1, beside: next.options }, told: 'waits' };
  if (next) return { pending: next, told: open.words ? 'lapsed' : null };
  if (!asksAgain(open)) return { ...over, told: open.words ? 'lapsed' : null };
  return { pending: { ...open, reminded: (open.reminded ?? 0) + 1 }, told: 'waits' };
}

/** Whether an open question is asked once more when something else is said. */
export function asksAgain(open: Talk['pending']): boolean {
  return open !== null && !open.light && writesOnce(open) && (open.reminded ?? 0) < mostReminders;
}

/** Whether the answer would change something: a question which record to show is worth no reminder. */
function writesOnce(open: Pending): boolean {
  if ('confirm' in open) return true;
  return 'options' in open ? open.options.some(({ intent }) => isWriting(intent)) : isWriting(open.intent);
}

/** Whether what was said in between is gone on with: the question waits as before. */
const picksBeside = ({ intent }: Pick<Meant, 'intent'>, beside: { intent: Intent }[] = []) =>
  beside.some((one) => canonical(one.intent) === canonical(intent));

const ends = new Set<Intent['name']>(['confirm', 'cancel']);

function isAnswer({ intent, answers }: Pick<Meant, 'intent' | 'answers'>, open: Pending): boolean {
  return answers === true || ends.has(intent.name) || ('confirm' in open && intent === open.confirm);
}
