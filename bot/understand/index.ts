import { type Intent, longestText, readIntent } from '../intents.ts';
import { apart } from './apart.ts';
import type { Context, Draft, Found, Refused, Understanding } from './context.ts';
import { unframed } from './courtesy.ts';
import { changes, doubted, isVague } from './doubts.ts';
import { takeLabelled } from './fields.ts';
import { notMeant, quotes, refusal, tale } from './guards.ts';
import { readLead } from './lead.ts';
import { normalize } from './normalize.ts';
import { answer, pick } from './pending.ts';
import { possessed } from './possessed.ts';
import { someone } from './refs.ts';
import { remember } from './remember.ts';
import { asTyped, plainChinese, respell } from './respell.ts';
import { unsay, unsayAny } from './say.ts';
import { sentence } from './sentence.ts';
import { cutAt } from './shared.ts';
import { slash } from './slash.ts';
import { inTenThousands } from './small-sums.ts';
import { unspoken } from './spoken.ts';
import { clausesOf } from './story/clauses.ts';
import { corrected } from './story/correct.ts';
import { readCorrection } from './story/correction.ts';
import { inFull } from './story/in-full.ts';
import { recast, restaged, retold } from './story/recast.ts';
import { readStory, type Story } from './story/story.ts';
import { findWays } from './story/ways.ts';
import { unmeant } from './unmeant.ts';

export type { Context, Pending, Understanding } from './context.ts';
export { examples } from './examples.ts';
export { fillForm } from './forms.ts';
export { say } from './say.ts';

const oneTimeCode = /^(?=[a-z0-9-]*\d)[a-z0-9]{4}-[a-z0-9]{4}$|^[a-z]{4}-[a-z]{4}$/i;
/** Below this a reading is only proposed, to be confirmed. */
export const sureEnough = 0.75;

/** A to-do of a whole sentence was hardly read right: it is proposed. */
const rambles = ({ name, input }: Draft) =>
  name === 'task.add' &&
  typeof input.what === 'string' &&
  (/[,;.!]/.test(input.what) || input.what.length > (/\p{Script=Han}/u.test(input.what) ? 16 : 60));

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
  if (/线索|潜客|\b(?:lead|prospect)\b/i.test(text.split(/[\n:]/)[0] ?? '')) return null;
  const { values } = takeLabelled(text);
  if (
    Object.keys(values).length < 3 ||
    !(values.name || values.company) ||
    !(values.phone || values.email || values.wechat || values.company)
  )
    return null;
  return { name: 'lead.create', input: readLead(text, context), confidence: 0.9, leftover: '', from: 0, to: 1 };
}

const whole = /^(?:deal|touch|people|task|profile|lead|phones)\.(?!create)/;

/** The keys under which an intent names its record. */
const recordKeys = ['who', 'deal', 'customer', 'lead'] as const;

/** A part about somebody who was not named lacks them. */
function lacking<T extends Found>(part: T): T {
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
function settle(text: string, read: Found, context: Context): Understanding {
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
function settleStory(text: string, { parts: told, ...rest }: Story): Understanding {
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

/** The answer to what we asked, when the text is one. An answer that names its labels wins over any command. */
function answered(text: string, found: Found | null, context: Context): Understanding | null {
  const { pending } = context;
  if (!pending || 'confirm' in pending) return null;
  if ('options' in pending) {
    const intent = pick(text, pending.options);
    return intent && meant(intent, 1);
  }
  const sure = found && found.confidence >= 0.9 && !found.missing;
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
  if (missing.length === 0) return unknown(text, { refused: 'unclear' });
  return unknown(text, { refused: 'missing', asks: { intent: filled.draft, missing } });
}

/** Whether an update took its deal from the conversation and not from the sentence: then the answer may be meant. */
const aboutOnly = (found: Found, context: Context) => found.input.deal === context.about?.deal;

/** A correction one is not sure of oneself is only proposed. */
const shaky =
  /[吧?]\s*$|好像|可能|不确定|大概是|\b(?:maybe|i think|not sure|could be|probably)\b|\bit'?s (?:right|fine|ok|correct)$/i;

/** The last command with its words put right, when the text says they were wrong. */
function amended(text: string, context: Context): Understanding | null {
  const said = readCorrection(text);
  if (!said) return null;
  const { last } = context;
  if (!last) return null;
  const here = asThen(last, context);
  const before = draftsOf(understand(last.text, here));
  const recasted = said.again ? retold(before, draftsOf(understand(said.right, here))) : recast(before, said);
  const right = recasted ? null : corrected(normalize(last.text), said, here, before);
  const again = right === null ? null : understand(right, here);
  const anew = again ? draftsOf(again) : [];
  const parts = recasted ?? (anew.length > 0 ? anew : restaged(before, said, here));
  if (parts === null) return said.marked ? unknown(text, { refused: 'unclear' }) : null;
  const intent = readIntent({ name: 'amend', input: { command: last.command, parts } });
  if (!intent) return unknown(text, { refused: 'unclear' });
  const doubts = parts === anew ? (again?.intents ?? []).map((one) => one.confidence) : [];
  // One has gone on to another record since, and no word says that anything was wrong.
  const elsewhere = !said.marked && last.about?.deal !== undefined && last.about.deal !== context.about?.deal;
  return meant(
    intent,
    Math.min(elsewhere || shaky.test(text) ? 0.5 : 0.9, ...doubts),
    parts === anew ? again?.leftover : '',
  );
}

/** What a command was understood in: what the talk was about then, and no question open. */
function asThen(last: NonNullable<Context['last']>, { last: _, pending: __, ...context }: Context): Context {
  return last.about ? { ...context, about: last.about } : context;
}

/** The earlier words with the wrong ones put right, to be put right again. Null when a text puts nothing right. */
export function putRight(last: NonNullable<Context['last']>, text: string, context: Context): string | null {
  const said = readCorrection(normalize(text));
  const here = asThen(last, context);
  return said && corrected(normalize(last.text), said, here, draftsOf(understand(last.text, here)));
}

/** What a text was understood as; nothing when it was not. */
const draftsOf = ({ intents, refused }: Understanding): Draft[] =>
  refused || intents.some(({ intent }) => intent.name === 'unknown')
    ? []
    : intents.map(({ intent }) => intent as Draft);

/** Commands that are one thing however many clauses say it. */
const undivided =
  /^(?:lead\.(?:create|form|merge|recycle|claim)|deal\.(?:open|form|give)|touch\.|people\.|phones\.|undo|language|join)/;
const looking = /\.(?:show|list)$|^(?:help|plan\.today|digest\.show|talk\.find|cancel)$/;

/** A visit told along with the deal it led to is a story of two things. */
const toldToo = (found: Found, text: string) =>
  found.name === 'deal.open' && !found.input.lead && findWays(text).some(({ done }) => done);

/** Whether a value took in what follows it: a sentence within a field is hardly meant. */
function swallows({ input }: Found): boolean {
  const values = [input.what, input.nextStep, ...Object.values((input.facts as object | undefined) ?? {})];
  return values.some((value) => typeof value === 'string' && (/[,;.!\n]/.test(value) || value.length > 24));
}

/** Whether the story of the same command tells more of it. */
const fuller = (part: Draft | undefined, found: Found) =>
  part?.name === found.name &&
  (JSON.stringify(part.input.facts ?? '').length > JSON.stringify(found.input.facts ?? '').length ||
    (part.name === 'deal.update' &&
      Object.keys(found.input).every((key) => key in part.input) &&
      Object.keys(part.input).length > Object.keys(found.input).length));

/** Whether a story is about several records we know: then one command can be no more than a part of it. */
function namesSeveral(story: Story, context: Context): boolean {
  const ids = story.parts.map(({ input }) => {
    const who = input.deal ?? input.who ?? input.customer;
    return typeof who === 'string' ? context.names?.find(who)[0]?.ids?.[0] : undefined;
  });
  return new Set(ids.filter((id) => id !== undefined)).size > 1;
}

/** Whether one command is all that the story tells, too, and the story has clauses over that no command took in. */
const drops = (found: Found, story: Story) =>
  story.leftover.length > 0 &&
  !story.refused &&
  story.parts.length === 1 &&
  story.parts[0]?.name === found.name &&
  JSON.stringify(story.parts[0].input) === JSON.stringify(found.input);

/** Net 45, auto renew: what no clause made anything of belongs to the value that took it in. */
const tookIn = (found: Found, story: Story) =>
  found.name === 'deal.update' &&
  !story.refused &&
  story.leftover.length > 0 &&
  story.parts.length === 1 &&
  story.parts[0]?.name === found.name &&
  story.leftover.every((said) => JSON.stringify(found.input).includes(said));

/** How much of a text is read as a story, in characters; what follows is kept as a note. */
const longestStory = 400;

/** What was too long to be read belongs to the visit that was told, or is left over. */
function withRest(story: Story, rest: string): Story {
  const visit = story.parts.find(({ name }) => name === 'activity.log');
  if (rest === '') return story;
  if (!visit) return { ...story, leftover: [...story.leftover, rest] };
  visit.input.note = [visit.input.note, rest].filter(Boolean).join(', ').slice(0, 2000);
  return story;
}

/** The reading of a text that is no button, slash command or answer: one command, or the story of several. */
function told(text: string, found: Found | null, context: Context): Understanding | null {
  if (tale.test(text) && !(found && looking.test(found.name))) return unknown(text);
  if (
    found &&
    (looking.test(found.name) || (undivided.test(found.name) && found.confidence >= 0.85 && !toldToo(found, text)))
  )
    return settle(text, found, context);
  if (text.length <= longestStory && clausesOf(text, context).length < 2) return found && settle(text, found, context);
  if (quotes(text, context)) return unknown(text, { refused: 'quoted' });

  const [front, rest] = cutAt(text, longestStory);
  const story = withRest(readStory(front, context), rest);
  // A command that names its record is no story about somebody yet to be named.
  const nameless = found?.input.deal !== undefined && story.parts.some((part) => lacking(part).missing !== undefined);
  const complete = story.leftover.length === 0 && !story.refused && story.parts.length > 0 && !nameless;
  const plain = found && found.leftover === '' && !found.missing && found.name !== 'activity.log';
  const single = plain && (tookIn(found, story) || !((swallows(found) || rambles(found)) && story.parts.length > 0));
  if (
    single &&
    !namesSeveral(story, context) &&
    !drops(found, story) &&
    !(complete && (story.parts.length > 1 || fuller(story.parts[0], found)))
  ) {
    const alone = settle(text, found, context);
    if (!alone.refused || !complete) return alone;
  }
  if (story.parts.length > 0 || story.refused) return settleStory(text, story);
  return found && settle(text, found, context);
}

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
  const typed = unframed(unspoken(respell(said)));
  const plain = plainChinese(typed);
  return asTyped(meaningOf(plain, context, said), plain, typed);
}

/** The meaning of a text in simplified characters; `typed` are its words as they came. */
function meaningOf(plain: string, given: Context, typed: string): Understanding {
  const { names } = given;
  const context = names
    ? {
        ...given,
        names: {
          find: remember(
            (text: string) => names.find(text),
            (text) => text,
          ),
        },
      }
    : given;
  const said = possessed(plain, context);
  const amends = amended(said, context);
  if (amends) return amends;
  const found = labelledLead(said, context) ?? sentence(said, context) ?? named(said, context);
  const reply = answered(said, found, context);
  if (reply) return reply;
  if (oneTimeCode.test(said)) return meant({ name: 'join', input: { code: said.toUpperCase() } }, 0.95);
  const whole = tell(said, found, context, typed);
  if (isSure(whole)) return whole;
  const alone: Context = { ...context, pending: undefined, last: undefined };
  const parts = apart(said, context, (part) => tell(part, sentence(part, alone), alone, part), isWhole);
  // What was read as one and tells of as many is one story: 3 visits today: …
  return parts && !(isWhole(whole) && recordsOf(whole).size >= recordsOf(parts).size) ? parts : whole;
}

const recordsOf = ({ intents }: Understanding) =>
  new Set(
    intents.map(({ intent }) => recordKeys.map((key) => (intent.input as Record<string, unknown>)[key]).find(Boolean)),
  );

/** Whether all of a text is understood, and something is to be written. */
const isWhole = (read: Understanding) => changes(read) && !read.refused && read.leftover === '';
const isSure = (read: Understanding) =>
  isWhole(read) && read.intents.every(({ confidence }) => confidence >= sureEnough);

/** What is told, once nothing speaks against it. */
function tell(said: string, found: Found | null, context: Context, typed: string): Understanding {
  const read = told(said, found, context);
  const frame = read && changes(read) ? unmeant(said) : null;
  if (frame) return unknown(said, { refused: frame });
  if (read && isVague(said, read, context)) return unknown(said, { refused: 'unclear' });
  if (read) return inFull(typed, doubted(said, read, context));
  const why = notMeant(said, context);
  return unknown(said, why ? { refused: why } : {});
}

/** A known name and nothing else: one wants to see it. */
function named(text: string, context: Context): Found | null {
  const one = text.length <= 60 ? context.names?.find(text)[0] : undefined;
  if (one?.start !== 0 || one.end !== text.length) return null;
  return { name: 'deal.show', input: { deal: text }, confidence: 0.7, leftover: '', from: 0, to: text.length };
}
