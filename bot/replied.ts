import type { Intent } from './intents.ts';
import type { Pending, Talk } from './sales/change.ts';
import { canonical, type Meant } from './understood.ts';

const yes =
  /^(?:好的?|行|可以|对的?|是的?|没错|确认|嗯+|就这样|yes|yeah|yep|yup|ok(?:ay)?|y|sure|confirm(?:ed)?|correct|right)(?:[\s,，.。!！~吧啊呀哈的]*)$/i;
const no =
  /^(?:不(?:是|对|用|要|行)?了?|否|取消|算了|别|no|nope|n|cancel|never ?mind|don'?t)(?:[\s,，.。!！~吧啊呀哈的]*)$/i;

/** A yes or a no to a question of ours, said in words; null when the text is neither or nothing is open. */
export function yesOrNo(text: string, pending: Talk['pending']): Intent | null {
  const said = text.trim();
  // Keep it as a note? A yes keeps it.
  if (pending && 'options' in pending && pending.light && yes.test(said)) {
    const [first] = pending.options;
    return first?.intent.name === 'activity.log' && first.intent.input.channel === 'note' ? first.intent : null;
  }
  if (!pending || !('confirm' in pending)) return null;
  if (yes.test(said)) return { name: 'confirm', input: { question: pending.question } };
  return no.test(said) ? { name: 'cancel', input: {} } : null;
}

/** What was meant, as the answer to the question that is open: the whole sentence it was asked about, and its words. */
export function asAnswer(meant: Meant, text: string | null, pending: Talk['pending']): Meant {
  if (!pending) return meant;
  if ('options' in pending) {
    const wanted = canonical(meant.intent);
    const chosen = pending.options.some((one) => canonical(one.intent) === wanted);
    return chosen ? { ...meant, words: pending.words, answers: true } : meant;
  }
  if (!('missing' in pending) || !fills(pending.intent, meant.intent)) return meant;
  return { ...meant, intent: inWhole(pending, meant.intent), words: joined(pending.words, text), answers: true };
}

/** What was said before a question and after it, as one sentence. */
export function joined(...said: (string | null | undefined)[]): string {
  return said.filter(Boolean).join(', ');
}

function inWhole({ whole }: Extract<Pending, { missing: string[] }>, intent: Intent): Intent {
  if (!whole) return intent;
  const { input } = whole.intent as { input: { parts: Intent[] } };
  return { name: whole.intent.name, input: { ...input, parts: input.parts.toSpliced(whole.at, 1, intent) } } as Intent;
}

/** Whether an intent is the one that was asked about with more filled in. */
export function fills(asked: { name: string; input: object }, intent: { name: string; input: object }): boolean {
  const given = intent.input as Record<string, unknown>;
  return (
    asked.name === intent.name &&
    Object.entries(asked.input).every(
      ([key, value]) => key === 'facts' || key === 'parts' || canonical(given[key]) === canonical(value),
    )
  );
}
