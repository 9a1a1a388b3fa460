import type { Context, Found, Refused } from '../context.ts';
import { conditional, forbids, refusal } from '../guards.ts';
import { lossFacts } from '../losses.ts';
import { tellsAlong } from '../moves.ts';
import { mask } from '../normalize.ts';
import { dealLabels } from '../pairs.ts';
import { findTitled } from '../people.ts';
import { cleanRef } from '../refs.ts';
import { sentence } from '../sentence.ts';
import { isLost } from '../stage.ts';
import { findWords } from '../words.ts';
import { clausesOf, connective } from './clauses.ts';
import { teller } from './loose.ts';
import { refLike } from './names.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { came, readTouch } from './touch.ts';
import { type Channel, findWays } from './ways.ts';

/** What a text of several clauses tells. */
export interface Story {
  parts: Found[];
  /** Clauses nothing was made of, when there was no visit or call they could be a note of. */
  leftover: string[];
  refused?: Refused;
}

/** Words of no weight between the clauses of a story. */
const chatter =
  /^(?:好的?|嗯+|哈+|辛苦了?|谢谢(?:啦|了)?|多谢|收到|加油|不错|太好了|完美|恭喜|哎+|唉+|呃+|那个|就这样|先这样|以上|你好|在吗|ok|okay|thanks?(?: you)?|thx|cheers|great|nice|cool|good|lol|haha+|yay|phew|sorry|hi|hello|that'?s (?:it|all)|fyi|btw|please|pls|麻烦(?:了|记一下|你)?|帮我?记(?:一下|录)?|记一下|记录一下|更新一下|update)$/i;
const visits =
  /^(?:我们?|今天|昨天|上午|下午|早上|这?两天|本周|this morning|this afternoon|today|yesterday|i|we|had|made|did|ok|so|quick update|[\s,])*(?:外面|上门|一共|总共|就)*(?:跑了?|拜访了?|见了?|走访了?|去了?|转了?|聊了?|打了?|visit(?:ed)?了?|saw|met|call(?:ed)?了?|did|hit)?\s?(?:了)?(?:\d+|[一二两三四五六七八九十几]|two|three|four|five|six|seven|a few)\s?(?:家|个?客户|个|户|位|天|通|电话|call|meeting|customers?|clients?|accounts?|companies|places|visits?|calls?|meetings?|people|today|yesterday|this morning|[\s:])+$|^(?:今天|昨天|上午|下午)?(?:都)?(?:在外面|上门)跑(?:了)?(?:一天|一圈|一上午|一下午)(?:\[.{1,6}\])?$/i;
const notYet =
  /^(?:先)?(?:不要|别|不用|算了|不急|等等|再等等)[了吧]?$|^(?:not yet|not now|don'?t|hold off|never ?mind|wait)$/i;
/** A condition with what follows from it in one clause: what stood before it stands without it. */
const consequent =
  /^(?:如果|要是|假如|若|如|等|万一|只要|一旦).{2,30}(?:就|再|才|then)|^(?:if|once|when|unless)\s.{3,40}\s(?:then|we(?:'ll)?|i(?:'ll)?|move|push|mark|send|call|give)\b/i;
const retracts = /推|进(?!口)|改|动|移|转|登|记|\b(?:move|push|change|update|mark|log|do|touch)\b/i;
const commandish = /推进|推到|进入|改成|改为|转给|撤销|\b(?:move|set|change|update|mark|transfer|assign)\b/i;

/** Of a longer story the rest is a note. */
const mostClauses = 24;

interface Telling {
  parts: Found[];
  notes: string[];
  leftover: string[];
  /** Who is being spoken of, as they were named. */
  subject: string | null;
  activity: Found | null;
  /** Somewhere it is told what came of it. */
  past: boolean;
  /** 今天跑三家: every name that follows was visited. */
  round: Channel | null;
}

/** Reads a text clause by clause, each about whom the one before was about. */
export function readStory(text: string, context: Context): Story {
  const all = clausesOf(text, context);
  const clauses = all.slice(0, mostClauses);
  const past = findOutcome(text) !== null || findObjection(text, context) !== null;
  const told: Telling = { parts: [], notes: [], leftover: [], subject: null, activity: null, round: null, past };
  let refused: Refused | undefined;
  let tainted = false;
  for (const clause of clauses) {
    const said = clause.text.replace(connective, '').trim();
    if (said === '' || chatter.test(said)) continue;
    if (conditional.test(said)) {
      if (told.parts.length > 0 && consequent.test(said)) continue;
      tainted = true;
    }
    const why =
      tainted && !told.activity ? 'conditional' : tainted ? noteOnly(said, told) : readClause(said, told, context);
    refused ??= why ?? undefined;
    if (clause.ends) tainted = false;
  }
  told.notes.push(...all.slice(mostClauses).map((clause) => clause.text));
  if (!told.activity) told.leftover.push(...told.notes);
  finish(told);
  if (refused) return { parts: [], leftover: told.leftover, refused };
  return { parts: told.parts, leftover: told.leftover };
}

function noteOnly(said: string, told: Telling): null {
  told.notes.push(said);
  return null;
}

/** Reads one clause into what is told so far. Returns why the whole is not meant, or null. */
function readClause(said: string, told: Telling, context: Context): Refused | null {
  const round = visits.exec(said);
  if (round) {
    told.round = /电话|打|call/i.test(said) ? 'call' : /meeting/i.test(said) ? 'meeting' : 'visit';
    return null;
  }
  if (alongLast(said, told, context)) return null;
  if (isSubject(said, told, context)) {
    told.subject = cleanRef(said);
    return null;
  }
  const before = toldOf(said, told);
  if (before && findWays(said).length === 0 && attach(said, before, context)) {
    told.subject = before.input.who as string;
    told.activity = before;
    return null;
  }
  if (everybody.test(said) && told.parts.length > 1 && told.parts.every(({ name }) => name === 'activity.log')) {
    for (const visit of told.parts) attach(said, visit, context);
    return null;
  }
  const about = told.subject ? { about: { deal: told.subject, customer: told.subject, lead: told.subject } } : {};
  const here = { ...context, ...about, past: told.past };
  const found = read(said, here, told);
  if (!found) return unread(said, told, here);
  const why = refusal(said, { ...found, to: found.to || said.length }, here);
  if (why) {
    // 宏达先别动 says of another record not to act: what was said of the first stands.
    if (why === 'negated' && named(found) && told.subject !== null && named(found) !== told.subject) return null;
    if (why === 'negated' && told.activity) return noteOnly(said, told);
    if ((why === 'hearsay' || why === 'question') && told.activity && found.name !== 'deal.move')
      return noteOnly(said, told);
    return why;
  }
  if (found.leftover !== '' && found.name !== 'activity.log') return 'unclear';
  add(found, told, here, said);
  return null;
}

const named = (found: Found) => (found.input.deal ?? found.input.who ?? found.input.customer) as string | undefined;

/** The command, the change or the plan a clause is; objections and outcomes belong to the visit before them. */
function read(said: string, context: Context, told: Telling): Found | null {
  const found = sentence(said, context);
  if (told.round && (!found || found.name === 'activity.log' || !writes(found))) {
    const named = visited(said, told.round, context);
    if (named) return named;
  }
  if (found && writes(found)) {
    // 嫌贵 after a visit is what they objected, not another visit.
    const remark = found.name === 'activity.log' && told.activity !== null && findWays(said).length === 0;
    if (remark && (sameSubject(found, told) || !newcomer(said, context))) return null;
    if (found.name === 'lead.create' || found.name === 'lead.form') return found.confidence >= 0.85 ? found : null;
    return found;
  }
  return null;
}

/** What is said of the move just told: how much it is worth, when it was signed, why it was lost. */
function alongLast(said: string, told: Telling, context: Context): boolean {
  const last = told.parts.at(-1);
  if (last?.name !== 'deal.move') return false;
  const facts = { ...(last.input.facts as Record<string, unknown> | undefined) };
  const lost = isLost(last.input.stage as string, context);
  if (lost && facts.loss_reason === undefined && !/^(?:\S{2,12})(?:丢了|赢了|签|推进)/.test(said)) {
    const reason = lossFacts(said, context);
    const known = context.fields
      .find(({ key }) => key === 'loss_reason')
      ?.options?.some(({ key }) => key === reason.loss_reason);
    if (known) {
      last.input.facts = { ...facts, ...reason };
      return true;
    }
  }
  if (lost && facts.loss_reason !== undefined && facts.competitor === undefined) {
    const { competitor } = lossFacts(said, context);
    if (competitor) {
      last.input.facts = { ...facts, competitor };
      return true;
    }
  }
  const more = lost ? null : tellsAlong(said, last.input.stage as string, context);
  if (!more) return false;
  last.input.facts = { ...facts, ...more };
  return true;
}

/** Whether a clause speaks of a company that is known: then it is no remark on the visit before. */
const newcomer = (said: string, context: Context) =>
  context.names === undefined
    ? refLike(said.slice(0, 2))
    : context.names.find(said).some(({ kind }) => kind === 'customer' || kind === 'lead') || /^[A-Z][a-z]/.test(said);

/** A name alone in front: what follows is about it. */
function isSubject(said: string, told: Telling, context: Context): boolean {
  const known = context.names?.find(said)[0];
  if (known?.start === 0 && known.end === said.length) return true;
  if (findWays(said).length > 0) return false;
  const first = told.parts.length === 0 && told.subject === null && told.leftover.length === 0;
  return (
    first &&
    said.length <= 12 &&
    /^(?:\p{Script=Han}{2,10}|[\p{L}][\w&.-]*(?:\s[\p{Lu}][\w&.-]*){0,2}|#\d+)$/u.test(said) &&
    refLike(said) &&
    !sentence(said, context)
  );
}

const sameSubject = (found: Found, told: Telling) => found.input.who === told.subject || found.missing !== undefined;

const reading =
  /\.(?:show|list|form)$|^(?:help|plan\.today|digest\.show|talk\.find|cancel|undo|join|language|unknown|confirm)$/;
const writes = (found: Found) => !reading.test(found.name) && !/^people\./.test(found.name);

/** A name and what came of it, in a round of visits: 宏达有意向, 永兴没见到人, 蓝海催合同. */
function visited(said: string, channel: Channel, context: Context): Found | null {
  const found = readTouch(said, context, { past: true });
  if (found && !found.missing) {
    const { channel: own, ...input } = found.input;
    return { ...found, input: { ...input, channel: findWays(said).length > 0 ? own : channel } };
  }
  const known = context.names?.find(said).find(({ start }) => start === 0);
  const verb = /(?:在?催|要|想|说|嫌|问|已|签|聊|谈|没|不|约|定|确认|答应|同意|还|很|觉得|：|:|-|\s)/.exec(
    said.slice(2),
  );
  const end = known ? known.end : verb ? verb.index + 2 : said.length;
  const name = cleanRef(said.slice(0, end));
  if (!known && !refLike(name)) return null;
  const rest = said.slice(end).replace(/^[\s:,-]+/, '');
  const input = { who: name, channel, ...(rest === '' ? {} : { note: rest }) };
  return { name: 'activity.log', input, confidence: 0.85, leftover: '', from: 0, to: end };
}

/** The visit told of already that a clause begins with the name of: 新科沈总嫌贵 after 上午跑了新科和四海. */
function toldOf(said: string, told: Telling): Found | null {
  const all = told.parts.filter(({ name, input }) => name === 'activity.log' && typeof input.who === 'string');
  return all.find(({ input }) => said.toLowerCase().startsWith((input.who as string).toLowerCase())) ?? null;
}

const everybody = /^(?:他们)?(?:两家|三家|几家|两边|都|全都?|both|neither|all|none|everyone|nobody)/i;

/** What came of a visit, told after it. False when the words tell nothing of the kind. */
function attach(said: string, visit: Found, context: Context): boolean {
  const outcome = findOutcome(said);
  const objection = findObjection(said, context);
  if (!outcome && !objection) return false;
  const { input } = visit;
  const told = came(outcome, objection);
  if (input.outcome === 'reached' && told.outcome) input.outcome = told.outcome;
  for (const [key, value] of Object.entries(told)) input[key] ??= value;
  const who =
    typeof input.who === 'string' && said.toLowerCase().startsWith(input.who.toLowerCase())
      ? said.slice(input.who.length)
      : said;
  const person = findTitled(who.replace(/^的/, ''))[0];
  const known = (input.contacts as string[] | undefined) ?? [];
  if (person?.start === 0 && !known.includes(person.value)) input.contacts = [...known, person.value];
  return true;
}

function add(found: Found, told: Telling, context: Context, said: string): void {
  const met = findWays(said).length > 0;
  const { more, ...one } = found;
  if (one.name === 'activity.log' && told.activity && sameVisit(one, told.activity, context, met)) return;
  const deal = one.input.deal as string | undefined;
  const move = told.parts.find((part) => part.name === 'deal.move' && part.input.deal === deal);
  const update = told.parts.find((part) => part.name === 'deal.update' && part.input.deal === deal);
  const profile = told.parts.find(
    ({ name, input }) =>
      name === 'profile.update' &&
      one.name === name &&
      input.who === one.input.who &&
      (!one.input.contact || one.input.contact === input.contact),
  );
  if (profile) {
    profile.input = { ...profile.input, ...one.input };
    return;
  }
  if (one.name === 'activity.log' && met) ofSubject(one, told, context);
  if (one.name === 'deal.move' && isLost(one.input.stage as string, context)) becauseOf(one, told);
  if (one.name === 'deal.update' && move) {
    if (intoMove(one, move)) told.parts.push(one);
  } else if (one.name === 'deal.update' && update) Object.assign(update, { input: together(update.input, one.input) });
  else if (one.name === 'deal.move' && update) {
    told.parts.splice(told.parts.indexOf(update), 1, ...(intoMove(update, one) ? [one, update] : [one]));
  } else told.parts.push(one);
  for (const draft of more ?? [])
    told.parts.push({ name: draft.name, input: draft.input, confidence: one.confidence, leftover: '', from: 0, to: 0 });
  if (one.name === 'activity.log') told.activity = one;
  const who = (one.input.who ??
    one.input.deal ??
    one.input.customer ??
    one.input.lead ??
    one.input.company ??
    one.input.name) as string | undefined;
  if (who) told.subject = who;
}

/** 去了宏达 见到张厂长: the second tells whom one met at the first. */
function sameVisit(next: Found, visit: Found, context: Context, met: boolean): boolean {
  const who = next.input.who as string | undefined;
  if (next.missing && visit.input.channel === 'other') visit.input.channel = next.input.channel;
  if (next.missing) return true;
  if (!who || next.more || next.input.at) return false;
  const known = context.names?.find(who)[0];
  const isCompany = known ? known.kind !== 'contact' : false;
  const person = findTitled(who)[0]?.start === 0 || known?.kind === 'contact' || (met && /^[A-Z][a-z]+$/.test(who));
  if (who !== visit.input.who && (isCompany || !person)) return false;
  const people = [
    ...((visit.input.contacts as string[]) ?? []),
    ...(who === visit.input.who ? [] : [who]),
    ...((next.input.contacts as string[]) ?? []),
  ];
  if (people.length > 0) visit.input.contacts = [...new Set(people)].slice(0, 10);
  if (visit.input.channel === 'other' && next.input.channel !== 'other') visit.input.channel = next.input.channel;
  for (const key of ['outcome', 'objection', 'note'])
    if (next.input[key] !== undefined) visit.input[key] ??= next.input[key];
  return true;
}

/** Vantage: met Lou and Kim. Whom one met are people of the company spoken of. */
function ofSubject(visit: Found, told: Telling, context: Context): void {
  const who = visit.input.who as string | undefined;
  if (!who || told.subject === null || who === told.subject || visit.more) return;
  const known = context.names?.find(who)[0];
  const person = known ? known.kind === 'contact' : findTitled(who)[0]?.start === 0 || /^[A-Z][a-z]+$/.test(who);
  const company = context.names?.find(told.subject)[0];
  if (!person || (told.parts.length > 0 && company?.kind === undefined)) return;
  visit.input = {
    ...visit.input,
    who: told.subject,
    contacts: [who, ...((visit.input.contacts as string[] | undefined) ?? [])],
  };
}

/** 博源一直联系不上 输单: what was told before is why it was lost, and no touch of its own. */
function becauseOf(lost: Found, told: Telling): void {
  const before = told.parts.at(-1);
  const facts = lost.input.facts as Record<string, unknown> | undefined;
  if (before?.name !== 'activity.log' || before.input.channel !== 'other' || before.input.who !== lost.input.deal)
    return;
  if (facts?.loss_reason !== undefined || before.input.contacts) return;
  const reason = before.input.outcome === 'silent' ? 'silent' : before.input.objection;
  if (reason === undefined) return;
  lost.input.facts = { ...facts, loss_reason: reason };
  told.parts.pop();
  told.activity = null;
}

/** What is said of a deal along with its move belongs to the move: the gate must see it. True when more than that is said. */
function intoMove(update: Found, move: Found): boolean {
  const { deal: _, amount, closeOn, facts, ...rest } = update.input as Record<string, unknown>;
  const own = { ...(amount ? { amount } : {}), ...(closeOn ? { close_on: closeOn } : {}), ...(facts as object) };
  if (Object.keys(own).length > 0) move.input = { ...move.input, facts: { ...(move.input.facts as object), ...own } };
  update.input = { deal: update.input.deal, ...rest };
  return Object.keys(rest).length > 0;
}

function together(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const facts = { ...(a.facts as object), ...(b.facts as object) };
  return { ...a, ...b, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}

/** A clause that is no command: what they said of a visit, a remark, or words we did not understand. */
function unread(said: string, told: Telling, context: Context): Refused | null {
  const body = said.replace(teller, '');
  if (!told.activity) {
    // 折扣先不给 is a matter of its own; 先不推 takes back what was said.
    const other = context.names?.find(said).some(({ start }) => !said.startsWith(told.subject ?? '\n') || start > 0);
    const takesBack = notYet.test(said) || (!other && retracts.test(said));
    if (forbids.test(said) && told.parts.length > 0 && !takesBack) return null;
    if (forbids.test(said) || notYet.test(said)) return 'negated';
    if (commandish.test(said) || findWords(dealLabels(context), body)[0]?.start === 0) {
      told.leftover.push(said);
      return told.parts.length > 0 ? 'unclear' : null;
    }
    told.leftover.push(said);
    return null;
  }
  const person = findTitled(said)[0];
  const met = (told.activity.input.contacts as string[] | undefined) ?? [];
  if (person?.start === 0 && !met.includes(person.value)) told.activity.input.contacts = [...met, person.value];
  const open = told.activity.input.objection === undefined || told.activity.input.outcome === undefined;
  if (!(open && attach(said, told.activity, context)) || says(said, context)) told.notes.push(said);
  return null;
}

/** Whether a clause says more than how it went and what they objected. */
function says(said: string, context: Context): boolean {
  const read = [findOutcome(said), findObjection(said, context)].filter((one) => one !== null);
  const left = mask(said, read).replace(
    /[\ue000\s,.了的呢吧啊说嫌也还很都又就是]|觉得|认为|表示|客户|对方|他们?|她们?|人家|(?<![a-z])(?:they|he|she|it|is|was|are|were|says?|said|think|thinks|that|'s|s|re|but|and|very|really|super|so|a|the|too|just|also)(?![a-z])/gi,
    '',
  );
  return left.length > 3;
}

/** What was told and fits nowhere else is a note of the visit. */
function finish(told: Telling): void {
  if (told.activity && told.notes.length > 0) {
    const { input } = told.activity;
    input.note = [input.note, ...told.notes].filter(Boolean).join(', ').slice(0, 2000);
  }
}
