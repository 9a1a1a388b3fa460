import type { Intent } from '../intents.ts';
import type { Context } from './context.ts';
import { findWhens, toMoment } from './dates.ts';
import { addDays, dayOf } from './days.ts';
import { recordOf, recordsIn } from './doubt/said.ts';
import { findMoney } from './money.ts';
import { gone, mask } from './normalize.ts';
import { readPlan } from './plans.ts';
import { type Clause, clausesOf } from './story/clauses.ts';
import { unagreed } from './whole-text.ts';

/** What a sum says that is no price: a part of it, somebody else's, a thing's. */
const noPrice =
  /首付|定金|预付|尾款|回款|付了|罚|奖|运费|单价|每[台套个人月年]|便宜|优惠|返|别家|对手|他们报|不变|没变|没松口|没答应|没同意|还是那个|\b(?:deposit|down ?payment|upfront|per (?:seat|user|unit|month|head)|each|discount|competitor|rival|cheaper|fee|penalty|unchanged|same|still)\b|\b[\d.]+[km]? (?:one|deal)\b|[\d.]+[万wk](?:的?那|这)[单个]/i;
const ofBudget = /预算|budget|spend/i;
/** A day on which only they do something, or that is past or none of ours. */
/** Nothing comes of it by then. */
const fails = /(?:签|定|批|成|做)不(?:了|下来?|成)|(?:hasn'?t|haven'?t|didn'?t|no) (?:repl|respon|answer|heard|call)/i;
const nothingDue =
  /\b(?:leaving|leaves|retir)|出差|休假|放假|上线|投产|开业|搬|生日|\b(?:on (?:leave|vacation|holiday)|go(?:es|ing)? live|golive|birthday|out (?:of office|until|till))\b/i;

/** Done already: the day is one that was. */
const over = /[出完好到过]了|[出过]去了|发了|寄了|送了|\b(?:sent|did|done|went|was|were|had)\b/i;

/** Words for that nothing moves until a day far off: then the deal may rest until then. */
const rests =
  /缓缓|放一?放|搁|暂停|年后|节后|再说|再谈|再看|再联系|不急|不着急|\b(?:park|pause|shelve|on hold|on ice|not (?:un)?till?|not until|until|revisit|circle back|reconnect|come back to (?:it|us|this))\b/i;

/** Whose wish it is, in front of what they wish for. */
const theirWish =
  /^(?:and|but|so)\s(?=\S)|^(?:(?:they|he|she|the client|and|but)\s){0,2}(?:wants?|needs?|asked for|would like|expects?)\s(?:to (?:get|see|have|receive)\s)?(?:an?\s|the\s|our\s)?|^(?:他们?|她|客户|对方)?(?:让|要|叫|想)(?:我们?|咱们?)?\s?(?=\S)/i;

/**
 * What a sentence says besides what its reading holds, as commands one may still want: a sum that may be the deal's, a day to
 * come that something is due on, another record it names. Only ever offered, never done.
 */
export function missed(text: string, read: readonly Intent[], context: Context): Intent[] {
  if (text.length > 400) return [];
  // A question tells nothing that could be kept.
  if (
    read.length === 0 &&
    /多少|几[个通次单家]|谁|什么|哪|[吗呢?]\s*$|^(?:what|who|when|how|which|did|do|has|have|is|are)\b/i.test(text)
  )
    return [];
  const clauses = clausesOf(text, context);
  const sum = sumOver(text, clauses, read, context);
  const due = dayOver(clauses, read, context);
  return [sum, due, othersOver(text, read, context)].filter((one): one is Intent => one !== null);
}

/** The record that a place in a text is about: the one named before it, or the only one, or the one the reading is about. */
function whoAt(text: string, at: number, read: readonly Intent[], context: Context): string | null {
  const named = recordsIn(text, context);
  const one = named.filter(({ start }) => start <= at).at(-1) ?? named[0];
  if (one) return text.slice(one.start, one.end);
  const refs = new Set(read.map(recordOf).filter((ref) => ref !== undefined));
  const [only] = refs;
  if (refs.size === 1 && only) return only;
  const { deal, customer, lead } = context.about ?? {};
  return refs.size === 0 ? (deal ?? customer ?? lead ?? null) : null;
}

const holdsMoney = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && ('amount' in value || Object.values(value).some(holdsMoney));

function sumOver(text: string, clauses: Clause[], read: readonly Intent[], context: Context): Intent | null {
  if (holdsMoney(read) || read.some(({ name }) => name === 'lead.create' || name === 'deal.open')) return null;
  const sums = clauses.flatMap((clause) =>
    noPrice.test(clause.text)
      ? []
      : findMoney(clause.text, context.currency).map((one) => ({
          clause,
          at: clause.start + one.start,
          value: one.value,
        })),
  );
  const last = sums.at(-1);
  if (unagreed.test(text)) return null;
  if (!last || sums.length > 2) return null;
  const deal = whoAt(text, last.at, read, context);
  const [known] = deal ? (context.names?.find(deal) ?? []) : [];
  if (!deal || known?.kind === 'lead') return null;
  const input = ofBudget.test(last.clause.text)
    ? { deal, facts: { budget: last.value } }
    : { deal, amount: last.value };
  return { name: 'deal.update', input };
}

/** A deal rests until then; somebody who is only a lead is called again. In March is from its first day on. */
function restUntil(who: string, said: string, day: string, context: Context): Intent {
  const until = /(?:\d|[一二三四五六七八九十])月份?$|^(?:in |until )?[a-z]{3,9}$/i.test(said.trim())
    ? `${day.slice(0, 8)}01`
    : day;
  const [known] = context.names?.find(who) ?? [];
  if (known?.kind !== 'lead') return { name: 'deal.pause', input: { deal: who, until } };
  const what = context.language === 'en' ? 'get in touch again' : '再联系';
  return { name: 'task.add', input: { who, what, at: toMoment({ day: until }, context.zone) } };
}

/** The words, kept with a record too that the text names and its reading does not: 只有若水和杏林接了. */
function othersOver(text: string, read: readonly Intent[], context: Context): Intent | null {
  if (read.length === 0 || read.some(({ name }) => name === 'lead.create' || name === 'deal.open')) return null;
  const idOf = (name: string | undefined) => (name ? recordsIn(name, context)[0]?.ids?.[0] : undefined);
  const held = new Set(read.map((one) => idOf(recordOf(one))));
  const sure = recordsIn(text, context).filter(({ how }) => how === 'whole' || how === 'alias' || how === 'part');
  const other = sure.find(({ ids }) => ids?.[0] !== undefined && !held.has(ids[0]));
  if (
    !other ||
    held.has(undefined) ||
    JSON.stringify(read.map(({ input }) => ({ ...input, note: '' }))).includes(text.slice(other.start, other.end))
  )
    return null;
  return {
    name: 'activity.log',
    input: { who: text.slice(other.start, other.end), channel: 'note', note: text.slice(0, 2000) },
  };
}

function dayOver(clauses: Clause[], read: readonly Intent[], context: Context): Intent | null {
  const held = JSON.stringify(read);
  const today = dayOf(context.now, context.zone);
  if (read.some(({ name, input }) => name === 'deal.pause' || 'closeLater' in input)) return null;
  for (const clause of clauses) {
    const whens = findWhens(clause.text, context);
    const when = whens.find(({ value }) => value.day > today && !held.includes(value.day));
    if (
      !when ||
      nothingDue.test(clause.text) ||
      fails.test(clause.text) ||
      over.test(clause.text) ||
      whens.some(({ value }) => held.includes(value.day))
    )
      continue;
    const text = clauses.map((one) => one.text).join(', ');
    const far = when.value.day >= addDays(today, 14);
    const resting = far && rests.test(clauses.map((one) => one.text).join(', '));
    const lead = read.find((one) => one.name === 'lead.create');
    const who = lead
      ? (lead.input.company ?? lead.input.name ?? null)
      : whoAt(text, text.indexOf(clause.text), read, context);
    if (!who) continue;
    if (resting && !lead) return restUntil(who, clause.text.slice(when.start, when.end), when.value.day, context);
    const plan = readPlan(clause.text, context, 0.5);
    const words = mask(clause.text, [when]).replaceAll(gone, ' ').replace(/\s+/g, ' ').trim();
    const what = (plan && typeof plan.input.what === 'string' ? plan.input.what : words.slice(0, 60)).replace(
      theirWish,
      '',
    );
    const at = plan && typeof plan.input.at === 'string' ? plan.input.at : toMoment(when.value, context.zone);
    const follow = context.language === 'en' ? 'follow up' : '跟进';
    return { name: 'task.add', input: { who, what: what.length > 1 ? what : follow, at } };
  }
  return null;
}
