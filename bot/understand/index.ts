import { type Intent, longestText, readIntent } from '../intents.ts';
import type { Context, Found, Understanding } from './context.ts';
import { takeLabelled } from './fields.ts';
import { notMeant, refusal } from './guards.ts';
import { readLead } from './lead.ts';
import { normalize } from './normalize.ts';
import { answer, pick } from './pending.ts';
import { unsay, unsayAny } from './say.ts';
import { sentence } from './sentence.ts';
import { slash } from './slash.ts';

export type { Context, Pending, Understanding } from './context.ts';
export { examples } from './examples.ts';
export { fillForm } from './forms.ts';
export { say } from './say.ts';

const oneTimeCode = /^(?=[a-z0-9-]*\d)[a-z0-9]{4}-[a-z0-9]{4}$|^[a-z]{4}-[a-z]{4}$/i;

const meant = (intent: Intent, confidence: number, leftover = ''): Understanding => ({
  intents: [{ intent, confidence }],
  leftover,
});
const unknown = (text: string, more: Omit<Partial<Understanding>, 'intents'> = {}): Understanding => ({
  intents: [{ intent: { name: 'unknown', input: { text: text.slice(0, longestText) } }, confidence: 1 }],
  leftover: text.slice(0, longestText),
  ...more,
});

/** A lead given as lines of `label: value` alone, without a word of command. */
function labelledLead(text: string, context: Context): Found | null {
  const { values } = takeLabelled(text);
  if (
    Object.keys(values).length < 3 ||
    !(values.name || values.company) ||
    !(values.phone || values.email || values.wechat || values.company)
  )
    return null;
  return { name: 'lead.create', input: readLead(text, context), confidence: 0.9, leftover: '', from: 0, to: 1 };
}

/** What was found, once it is sure that it was meant, is whole and passes its schema. */
function settle(text: string, found: Found, context: Context): Understanding {
  const why = refusal(text, found, context);
  if (why) return unknown(text, { refused: why });
  if (
    found.leftover !== '' &&
    /^(?:deal|touch|people)\.(?:move|update|open|done|snooze|change|invite)$/.test(found.name)
  ) {
    return unknown(text, { refused: 'unclear', leftover: found.leftover });
  }
  if (found.missing && found.missing.length > 0) {
    return unknown(text, {
      refused: 'missing',
      asks: { intent: { name: found.name, input: found.input }, missing: found.missing },
    });
  }
  const intent = readIntent({ name: found.name, input: found.input });
  return intent ? meant(intent, found.confidence, found.leftover) : unknown(text, { refused: 'unclear' });
}

/** The answer to what we asked, when the text is one. An answer that names its labels wins over any command. */
function answered(text: string, found: Found | null, context: Context): Understanding | null {
  const { pending } = context;
  if (!pending) return null;
  if ('options' in pending) {
    const intent = pick(text, pending.options);
    return intent && meant(intent, 1);
  }
  const sure = found && found.confidence >= 0.8 && !found.missing;
  const filled = answer(text, pending, context);
  if (!filled || (sure && !(filled.labelled && found.name === 'deal.update' && aboutOnly(found, context)))) return null;
  const intent = readIntent(filled.draft);
  if (filled.leftover !== '' && filled.labelled)
    return unknown(text, {
      refused: 'unclear',
      leftover: filled.leftover,
      asks: { intent: pending.intent, missing: pending.missing },
    });
  if (intent) return meant(intent, 0.95, filled.leftover);
  const missing = pending.missing.filter((key) => (filled.draft.input as Record<string, unknown>)[key] === undefined);
  return unknown(text, { refused: 'missing', asks: { intent: filled.draft, missing } });
}

/** Whether an update took its deal from the conversation and not from the sentence: then the answer may be meant. */
const aboutOnly = (found: Found, context: Context) => found.input.deal === context.about?.deal;

/**
 * What a text means: the intents it says, each valid by its schema, or `unknown` with the reason. Pure: the same text and
 * context give the same answer. Never throws.
 */
export function understand(text: string, context: Context): Understanding {
  const direct = unsayAny(text);
  if (direct) return meant(direct, 1);
  const said = normalize(text.slice(0, longestText * 2)).slice(0, longestText);
  if (said === '') return unknown(said);
  const button = unsay(said);
  if (button) return meant(button, 1);
  const command = said.startsWith('/') ? slash(said, context) : null;
  if (command) return settle(said, command, context);
  const found = sentence(said, context) ?? labelledLead(said, context) ?? named(said, context);
  const reply = answered(said, found, context);
  if (reply) return reply;
  if (oneTimeCode.test(said)) return meant({ name: 'join', input: { code: said.toUpperCase() } }, 0.95);
  if (found) return settle(said, found, context);
  const why = notMeant(said, context);
  return unknown(said, why ? { refused: why } : {});
}

/** A known name and nothing else: one wants to see it. */
function named(text: string, context: Context): Found | null {
  const one = text.length <= 60 ? context.names?.find(text)[0] : undefined;
  if (one?.start !== 0 || one.end !== text.length) return null;
  return { name: 'deal.show', input: { deal: text }, confidence: 0.7, leftover: '', from: 0, to: text.length };
}
