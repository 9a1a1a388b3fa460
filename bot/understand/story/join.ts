import type { Context, Found } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { optionFor } from '../losses.ts';
import { findTitled } from '../people.ts';
import { isLost } from '../stage.ts';
import type { Telling } from './telling.ts';
import { findWays } from './ways.ts';

/** Adds what a clause was read as to what is told, joined with what it belongs to. */
export function add(found: Found, told: Telling, context: Context, said: string): void {
  const met = findWays(said).length > 0;
  const { more, ...one } = found;
  if (one.name === 'activity.log' && told.activity && sameVisit(one, told, told.activity, context, met)) return;
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
  if (one.name === 'task.add' && forBoth(one, told, said)) return;
  if (one.name === 'activity.log' && met) ofSubject(one, told, context);
  if (one.name === 'activity.log') sameDay(one, said, told);
  if (one.name === 'deal.move') becauseOf(one, told, context);
  if (move && one.name === 'deal.move' && !more && move.input.stage === one.input.stage) {
    move.input = together(move.input, one.input);
    return;
  }
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

/** Left messages for Nina and Oscar, calling both back: what is to be done with each of those just told of. */
function forBoth(task: Found, told: Telling, said: string): boolean {
  const what = String(task.input.what ?? '');
  const whom = [...new Set(told.parts.flatMap(({ name, input }) => (name === 'activity.log' ? [input.who] : [])))];
  if (whom.length < 2 || !each.test(said)) return false;
  const plain = what.replace(each, ' ').replace(/\s+/g, ' ').trim();
  if (plain === '') return false;
  told.parts.push(...whom.slice(-6).map((who) => ({ ...task, input: { ...task.input, who, what: plain } })));
  return true;
}
const each =
  /(?:^|\s)(?:both(?: of them)?|(?:all|each) of them|them (?:both|all)|each)(?=\s|$)|(?:他们|她们|两家|两边|两个|几家)都/i;

/** 昨天去了恒通，又去了枫桥: what goes on in the same sentence was on the same day, unless it says otherwise. */
function sameDay(visit: Found, said: string, told: Telling): void {
  const before = told.activity?.input.at;
  if (told.fresh || visit.input.at !== undefined || before === undefined) return;
  if (!/刚|今|现在|目前|最近|前天|上周|\b(?:just|now|today|this|since)\b/i.test(said)) visit.input.at = before;
}

/** A single English name is somebody of the one spoken of, when it is a first name or nothing else was told yet. */
const isFirstName = (who: string, told: Telling) =>
  (/^[A-Z][a-z]+$/.test(who) &&
    (hasFirstName(who) || (!told.fresh && told.parts.every(({ name }) => name === 'activity.log')))) ||
  (/^[a-z]+(?:\s[a-z'-]+)?$/i.test(who) && hasFirstName(who) && !told.fresh && !hasFirstName(told.subject ?? ''));

/** A call and an e-mail are two touches, and not one told twice. */
const apart = (next: Found, visit: Found) =>
  [next, visit].every(({ input }) => /^(?:call|email|message|wechat)$/.test(input.channel as string)) &&
  next.input.channel !== visit.input.channel;

/** 去了宏达 见到张厂长: the second tells whom one met at the first. */
function sameVisit(next: Found, told: Telling, visit: Found, context: Context, met: boolean): boolean {
  const who = next.input.who as string | undefined;
  if (apart(next, visit) && (next.missing || who === visit.input.who)) return false;
  if (next.missing && visit.input.channel === 'other') visit.input.channel = next.input.channel;
  if (next.missing) {
    // 微信回了, 说demo很满意: that there was an answer is less than what it was.
    if (visit.input.outcome === 'reached' && next.input.outcome) visit.input.outcome = next.input.outcome;
    return true;
  }
  if (!who || next.more || next.input.at) return false;
  const known = context.names?.find(who)[0];
  const isCompany = known ? known.kind !== 'contact' : false;
  const person = findTitled(who)[0]?.start === 0 || known?.kind === 'contact' || (met && isFirstName(who, told));
  if (who !== visit.input.who && (isCompany || !person)) return false;
  if (met) insteadOf(visit, next);
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

const away = (who: string) => (/\p{Script=Han}/u.test(who) ? `${who}不在` : `${who} not there`);

/** 王总不在 见了刘工: who was not there was not met, and the visit was not in vain. */
function insteadOf(visit: Found, next: Found): void {
  if (visit.input.outcome !== 'silent' || next.input.outcome === 'silent') return;
  const absent = (visit.input.contacts as string[] | undefined) ?? [];
  const { contacts: _, outcome: __, ...rest } = visit.input;
  const note = [rest.note, absent.length > 0 && away(absent.join(', '))].filter(Boolean).join(', ');
  visit.input = { ...rest, ...(note ? { note } : {}) };
}

/** Vantage: met Lou and Kim. Whom one met are people of the company spoken of. */
function ofSubject(visit: Found, told: Telling, context: Context): void {
  const who = visit.input.who as string | undefined;
  if (!who || told.subject === null || who === told.subject || visit.more) return;
  const known = context.names?.find(who)[0];
  const person = known ? known.kind === 'contact' : findTitled(who)[0]?.start === 0 || isFirstName(who, told);
  const company = context.names?.find(told.subject)[0];
  if (!person || (told.parts.length > 0 && company?.kind === undefined)) return;
  visit.input = {
    ...visit.input,
    who: told.subject,
    contacts: [who, ...((visit.input.contacts as string[] | undefined) ?? [])],
  };
}

/** 博源一直联系不上 输单, they nodded so move it on: what was told before is why it moves, and no touch of its own. */
function becauseOf(lost: Found, told: Telling, context: Context): void {
  const before = told.parts.at(-1);
  const facts = lost.input.facts as Record<string, unknown> | undefined;
  if (before?.name !== 'activity.log' || before.input.channel !== 'other' || before.input.who !== lost.input.deal)
    return;
  const { contacts, outcome, objection, at } = before.input;
  if (facts?.loss_reason !== undefined || contacts || at) return;
  if (isLost(lost.input.stage as string, context)) {
    const why = outcome === 'silent' ? 'silent' : (objection as string | undefined);
    if (why === undefined && outcome !== 'negative') return;
    if (why) lost.input.facts = { ...facts, loss_reason: optionFor(why, context) ?? why };
  } else if (outcome !== 'positive' || objection) return;
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
