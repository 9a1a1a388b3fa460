import type { Context, Found, Refused } from '../context.ts';
import { findWhens } from '../dates.ts';
import { conditional, refusal, unnamed } from '../guards.ts';
import { cleanRef, someone } from '../refs.ts';
import { sentence } from '../sentence.ts';
import { readWho } from '../who.ts';
import { alongLast } from './along.ts';
import { attach, toldOf } from './attach.ts';
import { clausesOf, connective } from './clauses.ts';
import { add } from './join.ts';
import { nameOf, refLike } from './names.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { moment } from './past.ts';
import { chatter, unread } from './remarks.ts';
import { visits } from './round.ts';
import { readSaid } from './said.ts';
import { note, type Telling } from './telling.ts';
import { readTouch } from './touch.ts';
import { findWays } from './ways.ts';

/** What a text of several clauses tells. */
export interface Story {
  parts: Found[];
  /** Clauses nothing was made of, when there was no visit or call they could be a note of. */
  leftover: string[];
  refused?: Refused;
}

/** A condition with what follows from it in one clause: what stood before it stands without it. */
const consequent =
  /^(?:如果|要是|假如|若|如|等|万一|只要|一旦).{2,30}(?:就|再|才|then)|^(?:if|once|when|unless)\s.{3,40}\s(?:then|we(?:'ll)?|i(?:'ll)?|move|push|mark|send|call|give)\b/i;
/** What begins so depends on no condition before it. */
const apartFrom =
  /^(?:另外|还有|对了|顺便)?(?:(?:明|后|今)天|下?周.|回头)?(?:提醒我|记得提醒)|^(?:另外|还有|对了)|^(?:also|btw|by the way|separately)\b|^remind me\b/i;
/** Of a longer story the rest is a note. */
const mostClauses = 24;

/** Reads a text clause by clause, each about whom the one before was about. */
export function readStory(text: string, context: Context): Story {
  const story = readClauses(text, context);
  const lacks = story.parts.some(({ missing }) => missing !== undefined);
  if (!lacks || Object.values(context.about ?? {}).some(Boolean)) return story;
  const later = namedLater(story);
  if (later) return later;
  // Nobody is named: it is read once more as being about one and the same, who is asked for then.
  const about = { deal: someone, customer: someone, lead: someone };
  const whole = readClauses(text, { ...context, about });
  return whole.refused || whole.parts.length < story.parts.length ? story : whole;
}

/** They liked the call, Acme's budget is 40k: who it was is named only then. */
function namedLater(story: Story): Story | null {
  const records = story.parts.flatMap(({ input }) => input.who ?? input.deal ?? []);
  const [record] = records;
  if (typeof record !== 'string' || new Set(records).size !== 1) return null;
  const parts = story.parts.map(({ missing, ...part }) =>
    missing?.join() === 'who' && part.name === 'activity.log'
      ? { ...part, input: { who: record, ...part.input } }
      : { ...part, ...(missing ? { missing } : {}) },
  );
  return parts.some(({ missing }) => missing) ? null : { ...story, parts };
}

function readClauses(text: string, context: Context): Story {
  const all = clausesOf(text, context);
  const clauses = all.slice(0, mostClauses);
  const past =
    findOutcome(text) !== null || findObjection(text, context) !== null || opened.test(text) || dayNamed.test(text);
  const told: Telling = { parts: [], leftover: [], subject: null, activity: null, fresh: false, round: null, past };
  let refused: Refused | undefined;
  let tainted = false;
  for (const clause of clauses) {
    if (/^(?:后来|接着|然后|随后)/.test(clause.text)) told.fresh = false;
    const said = sameDay(clause.text.replace(connective, '').trim(), told);
    told.next =
      andThen.test(text.slice(0, clause.start)) ||
      andThen.test(`${clause.text.slice(0, clause.text.length - said.length)}`);
    if (said === '' || chatter.test(said)) continue;
    if (conditional.test(unnamed(said, context))) {
      if (told.parts.length > 0 && consequent.test(said)) {
        note(said, told);
        continue;
      }
      tainted = true;
    } else if (apartFrom.test(said)) tainted = false;
    const why =
      tainted && !told.activity ? 'conditional' : tainted ? noteOnly(said, told) : readClause(said, told, context);
    refused ??= why ?? undefined;
    if (clause.ends) tainted = false;
    told.fresh = clause.ends;
  }
  for (const clause of all.slice(mostClauses)) note(clause.text, told);
  if (refused) return { parts: [], leftover: told.leftover, refused };
  // Half a clause and nothing else: that is no story of several things.
  if (told.half && !told.whole) return { parts: [], leftover: told.leftover, refused: 'unclear' };
  return { parts: told.parts, leftover: told.leftover };
}

/** Dinner at seven the same day: the day of the appointment told before. */
function sameDay(said: string, told: Telling): string {
  const at = told.parts.at(-1)?.input.at;
  return typeof at === 'string' ? said.replace(/\b(?:on )?(?:the |that )?same day\b/i, at.slice(0, 10)) : said;
}

function noteOnly(said: string, told: Telling): null {
  note(said, told);
  return null;
}

/** Call with Acme. Their pain is …: what is told after it says that it was. */
const opened =
  /^(?:(?:quick|good|great|nice|long|short|another|intro|first|discovery|just)\s){0,2}(?:call|visit|meeting|mtg|demo|lunch|coffee|dinner|zoom|chat|catch-?up)\s(?:with|at|to|for)\s[^,;.!\n]{2,40}[,;.!\n:]\s?(?:their|they|he|she|his|her|said|says|budget|pain)\b/i;
/** Acme visit today, they …: so is what is named before its kind and its day. */
const dayNamed =
  /^(?!no\s|skip|next\s|moved?\s|[^\n]{0,200}\b(?:cancel|called off|postponed?|resched|no.?show|joining))[^,;.!\n]{2,40}\s(?:call|visit|meeting|mtg|demo|lunch|coffee|dinner|zoom|workshop)\s(?:today|yesterday|earlier|just now|(?:this|yesterday) (?:morning|afternoon))[,;.!\n:]\s?(?:their|they|he|she|his|her|said|says|wants?|needs?|budget|pain|decision|[\w' ]{1,24}\s(?:says?|said|loves?|loved|likes?|liked|thinks?|thought|wants?|wanted|hates?|hated|finds?|found|asked|agreed))\b/i;
const andThen = /(?:^|[\s,])(?:and )?then\s?$/i;

/** Rang Acme then Umbra: the next that was rung. */
function alike(said: string, told: Telling, context: Context): boolean {
  const { activity } = told;
  const who = nameOf(said, context);
  if (!activity || !who || activity !== told.parts.at(-1)) return false;
  const { channel, at } = activity.input;
  if (activity.input.outcome !== undefined || activity.input.objection !== undefined) return false;
  const next: Found = { ...activity, input: { who, channel, ...(at ? { at } : {}) } };
  told.parts.push(next);
  told.activity = next;
  told.subject = who;
  return true;
}

const doorkeeper =
  /^(?:前台|门卫|保安|门口(?:的)?保安|门房)(?:大爷|大叔|小姐|小妹|小哥)?(?:说|讲|告诉)|^(?:the )?(?:receptionist|reception|front desk|security guard|doorman) (?:said|says|told)\b/i;

/** Reads one clause into what is told so far. Returns why the whole is not meant, or null. */
function readClause(said: string, told: Telling, context: Context): Refused | null {
  const round = visits.exec(said);
  if (round) {
    const day = moment(findWhens(said, context), context);
    if (day) told.roundAt = day;
    told.round = /电话|打了|call/i.test(said) ? 'call' : /meeting/i.test(said) ? 'meeting' : 'visit';
    return null;
  }
  // 前台说都去开会了: nobody's record speaks.
  if (told.activity && doorkeeper.test(said)) return noteOnly(said, told);
  if (alongLast(said, told, context)) return null;
  const inRound = told.round && !/\p{Script=Han}/u.test(said) && context.names?.find(said)[0]?.kind === 'customer';
  if (!inRound && isSubject(said, told, context)) {
    if (told.next && alike(said, told, context)) return null;
    const { who, contacts } = readWho(said, context);
    told.person = contacts[0];
    told.subject = (told.person && who) || nameOf(said, context) || cleanRef(said);
    return null;
  }
  const before = toldOf(said, told, context);
  if (before && findWays(said).length === 0 && attach(said, before, context)) {
    told.subject = before.input.who as string;
    told.activity = before;
    return null;
  }
  if (everybody.test(said) && told.parts.length > 1 && told.parts.every(({ name }) => name === 'activity.log')) {
    const came = told.parts.map((visit) => attach(said, visit, context));
    // All moved to quote: what is said of all and is no outcome was not made anything of.
    if (!came.includes(true)) told.leftover.push(said);
    return null;
  }
  const about = told.subject ? { about: { deal: told.subject, customer: told.subject, lead: told.subject } } : {};
  const here = { ...context, ...about, past: told.past };
  const found = readSaid(said, here, told) ?? ofSubject(said, told, here);
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
  if (found.leftover !== '' && found.name !== 'activity.log') {
    // sees no reason to switch: what speaks against it is told of the visit, whatever field it sounds like.
    const remark = found.name === 'deal.update' && told.activity && findObjection(said, here);
    if (remark) return unread(said, told, here);
    // Half of a clause is not done; beside what was understood its words are kept, and all of it is asked about.
    told.half = true;
    told.leftover.push(found.leftover);
  }
  if (found.leftover === '') told.whole = true;
  add(withPerson(ofTheirs(found, said, told, here), told), told, here, said);
  return null;
}

/** 他说支架预算600万, 扫码枪这块竞品是…: what it is for is no other record. */
function ofTheirs(found: Found, said: string, { subject }: Telling, context: Context): Found {
  const { deal } = found.input;
  if (
    found.name !== 'deal.update' ||
    subject === null ||
    subject === someone ||
    typeof deal !== 'string' ||
    deal === subject
  )
    return found;
  const theirs = /^(?:他们?|她们?|对方|人家|客户)(?:跟我)?[说讲]/.test(said) || /[这那](?:块|部分)$/.test(deal);
  return theirs && !context.names?.find(deal)[0] ? { ...found, input: { ...found.input, deal: subject } } : found;
}

/** 华森何总 腾讯会议开了一个小时: whom they were named with was met, or is whose number it is. */
function withPerson(found: Found, { subject, person }: Telling): Found {
  if (person === undefined || named(found) !== subject) return found;
  const { input } = found;
  if (found.name === 'activity.log' && input.contacts === undefined)
    return { ...found, input: { ...input, contacts: [person] } };
  if (found.name === 'profile.update' && input.contact === undefined)
    return { ...found, input: { ...input, contact: person } };
  return found;
}

/** 恒通 今天没空: a name, and behind it what came of it. */
function ofSubject(said: string, told: Telling, context: Context): Found | null {
  const { subject } = told;
  if (
    subject === null ||
    subject === someone ||
    told.activity ||
    told.leftover.length > 0 ||
    told.parts.some((part) => named(part) === subject)
  )
    return null;
  const found = readTouch(`${subject} ${said}`, context, { past: told.past });
  return found?.input.who === subject ? { ...found, to: 1 } : null;
}

const named = (found: Found) => (found.input.deal ?? found.input.who ?? found.input.customer) as string | undefined;

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

const everybody =
  /^(?:他们)?(?:两家|三家|几家|两边|都|全都?|both|neither|all|none|everyone|nobody(?! (?:in|home|there|around|at|answered|picked)))|\b(?:at|from|in) (?:either|both)(?: of them| places?)?$/i;
