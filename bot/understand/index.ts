import { type Intent, longestText, readIntent } from '../intents.ts';
import { apart } from './apart.ts';
import type { Context, Draft, Found, Understanding } from './context.ts';
import { withoutContrast } from './contrast.ts';
import { unframed } from './courtesy.ts';
import { recordsIn } from './doubt/said.ts';
import { changes, doubted, isVague } from './doubts.ts';
import { takeLabelled } from './fields.ts';
import { forbids, notMeant } from './guards.ts';
import { readLead } from './lead.ts';
import { normalize } from './normalize.ts';
import { ofLeads } from './of-leads.ts';
import { answer, pick } from './pending.ts';
import { possessed } from './possessed.ts';
import { remember } from './remember.ts';
import { asTyped, plainChinese, respell } from './respell.ts';
import { unsay, unsayAny } from './say.ts';
import { sentence } from './sentence.ts';
import { lacks, meant, recordKeys, settle, unknown } from './settle.ts';
import { slash } from './slash.ts';
import { unspoken } from './spoken.ts';
import { corrected } from './story/correct.ts';
import { readCorrection } from './story/correction.ts';
import { inFull } from './story/in-full.ts';
import { recast, restaged, retold } from './story/recast.ts';
import { withoutStrangers } from './strangers.ts';
import { told } from './told.ts';
import { unmeant } from './unmeant.ts';
import { inWhole } from './whole-text.ts';

export type { Context, Pending, Understanding } from './context.ts';
export { examples } from './examples.ts';
export { fillForm } from './forms.ts';
export { say } from './say.ts';

const oneTimeCode = /^(?=[a-z0-9-]*\d)[a-z0-9]{4}-[a-z0-9]{4}$|^[a-z]{4}-[a-z]{4}$/i;
/** Below this a reading is only proposed, to be confirmed. */
export const sureEnough = 0.75;

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

/** Words around an answer that say no more than it does: signed today, 是今天签的. */
const aroundAnswer = /^(?:(?:it |they |we )?(?:signed|was|is)|on|about|签(?:的|了)?|是|就是|大概|大约)$/i;

/** The answer to what we asked, when the text is one. An answer that names its labels wins over any command. */
function answered(text: string, found: Found | null, context: Context): Understanding | null {
  const { pending } = context;
  if (!pending || 'confirm' in pending) return null;
  if ('options' in pending) {
    const intent = pick(text, pending.options);
    return intent && meant(intent, 1);
  }
  // Today, said when a day is asked for, is that day and no wish to see the plan.
  const dayOnly = /^(?:就是)?(?:今[天日]|昨[天日]|前天|today|yesterday|just now|刚刚?|刚才)(?:签的?|的)?[.!]?$/i.test(
    text,
  );
  const sure = found && found.confidence >= 0.9 && !found.missing && !(dayOnly && found.name === 'plan.today');
  const filled = answer(text, pending, context);
  if (!filled) return null;
  // Signed today, of the deal one was asked about, tells the day that was asked for.
  const same =
    found &&
    aboutOnly(found, context) &&
    (found.name === pending.intent.name || (filled.labelled && found.name === 'deal.update'));
  // In an open answer there may be a word of anything: only a command that is one from end to end is none.
  if (sure && !same && !(filled.open && found.leftover !== '')) return null;
  const intent = readIntent(filled.draft);
  if (filled.leftover !== '' && filled.labelled)
    return unknown(text, {
      refused: 'unclear',
      leftover: filled.leftover,
      asks: { intent: pending.intent, missing: pending.missing },
    });
  if (intent) return meant(intent, 0.95, aroundAnswer.test(filled.leftover) ? '' : filled.leftover);
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
  // Sorry, Jasperfield is 46k: with its record named it may be said anew.
  if (parts === null)
    return said.marked && recordsIn(text, context).length === 0 ? unknown(text, { refused: 'unclear' }) : null;
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
  const spoken = possessed(plain, context);
  const amends = amended(spoken, context);
  if (amends) return amends;
  const said = withoutContrast(spoken);
  const found = labelledLead(said, context) ?? sentence(said, context) ?? named(said, context);
  const reply = answered(said, found, context);
  if (reply) return reply;
  if (oneTimeCode.test(said)) return meant({ name: 'join', input: { code: said.toUpperCase() } }, 0.95);
  const whole = tell(said, found, context, typed);
  if (isSure(whole)) return whole;
  const alone: Context = { ...context, pending: undefined, last: undefined };
  const read = (part: string) => tell(part, sentence(part, alone), alone, part);
  const parts =
    apart(said, context, read, isWhole) ??
    (isWhole(whole) ? null : apart(said, context, read, isWhole, (part) => noted(part, read(part), alone)));
  // What was read as one and tells of as many is one story: 3 visits today: …
  return parts && !(isWhole(whole) && recordsOf(whole).size >= recordsOf(parts).size) ? parts : whole;
}

/** Reasons for which the words of a part are not even kept: they say not to act, or they ask. */
const unkept = new Set<Understanding['refused']>(['negated', 'conditional', 'question', 'quoted', 'missing']);

/** A wish or a question is no news. */
const unkeptWords = /有没有|是不是|希望|要是|[吗么呢?]\s*$|\b(?:wish|if|should|could)\b/i;
/** Words enough that keeping them says something. */
const isTelling = (part: string) =>
  (part.match(/\p{Script=Han}/gu) ?? []).length >= 8 || (part.match(/[\p{L}\d]+/gu) ?? []).length >= 6;

/** A part nobody could read whole, its words kept with the one record it names: to be confirmed. */
function noted(part: string, { refused, intents, leftover }: Understanding, context: Context): Understanding | null {
  const [record, ...more] = recordsIn(part, context);
  if (!record || more.some(({ ids }) => ids?.[0] !== record.ids?.[0]) || unkept.has(refused)) return null;
  if (unkeptWords.test(part) || forbids.test(part) || !isTelling(part)) return null;
  const note: Intent = {
    name: 'activity.log',
    input: { who: part.slice(record.start, record.end), channel: 'note', note: part },
  };
  const read = refused ? [] : intents.filter(({ intent }) => intent.name !== 'unknown');
  const kept = read.some(({ intent }) => intent.name === 'activity.log')
    ? read.map((one) =>
        one.intent.name === 'activity.log'
          ? { ...one, intent: { ...one.intent, input: { ...one.intent.input, note: part } } as Intent }
          : one,
      )
    : read.length > 0 && leftover.length * 2 < part.length
      ? read
      : [...read, { intent: note, confidence: sureEnough }];
  return { intents: kept.map((one) => ({ ...one, confidence: Math.min(one.confidence, 0.5) })), leftover: '' };
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
  // Words handed in for others to say are no story of what was done.
  if (found?.name === 'talk.add' || found?.name === 'process.change') return settle(said, found, context);
  // What a move is reasoned with speaks of the customer, and against nothing.
  if (found?.name === 'deal.move' && (found.input.reason !== undefined || found.input.anyway))
    return settle(said.slice(0, found.to), found, context);
  const first = told(said, found, context);
  const placed = first && inWhole(said, withoutStrangers(said, first, context), context);
  const read = placed && ofTheNamed(said, ofLeads(said, placed, context), context);
  const frame = read && changes(read) ? unmeant(said) : null;
  if (frame) return unknown(said, { refused: frame });
  if (read && isVague(said, read, context)) return unknown(said, { refused: 'unclear' });
  if (read) return inFull(typed, doubted(said, read, context));
  const why = notMeant(said, context);
  return unknown(said, why ? { refused: why } : {});
}

/** Quoted, doubted or taken back: then it is better asked about. */
const aside = /"|凭什么|等于|[啊呢吗?]\s*$/;

/** Whom a sentence is about is not asked when it names one record and no other: that is proposed. */
function ofTheNamed(said: string, read: Understanding, context: Context): Understanding {
  const { refused, asks } = read;
  const [key, ...more] = asks?.missing ?? [];
  const [record, ...others] = recordsIn(said, context);
  if (refused !== 'missing' || !asks || !key || more.length > 0 || !recordKeys.some((one) => one === key)) return read;
  if (!record || others.some(({ ids }) => ids?.[0] !== record.ids?.[0]) || aside.test(said)) return read;
  const name = said.slice(record.start, record.end);
  const parts = asks.intent.name === 'several' ? (asks.intent.input.parts as Draft[]) : [asks.intent];
  const filled = parts.map((part) => {
    const own = lacks(part);
    return readIntent(own ? { name: part.name, input: { ...part.input, [own]: name } } : part);
  });
  if (filled.some((one) => one === null)) return read;
  return { intents: filled.flatMap((intent) => (intent ? [{ intent, confidence: 0.5 }] : [])), leftover: '' };
}

/** A known name and nothing else: one wants to see it. */
function named(text: string, context: Context): Found | null {
  const one = text.length <= 60 ? context.names?.find(text)[0] : undefined;
  if (one?.start !== 0 || one.end !== text.length) return null;
  return { name: 'deal.show', input: { deal: text }, confidence: 0.7, leftover: '', from: 0, to: text.length };
}
