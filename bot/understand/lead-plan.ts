import type { Context, Draft } from './context.ts';
import { findWhens } from './dates.ts';
import { readPlan } from './plans.ts';

/** What they want by a day is no plan of ours. */
const theirs =
  /想|希望|打算|要求|计划|需要|之前上|上线|到期|\b(?:wants?|needs?|hopes?|plans?|looking|deadline|contract (?:ends|expires))\b/i;
const pronoun = /^(?:她|他|TA|they|them|her|him|it)?$/i;

/** A lead's words, and what is to be done with them behind: 新线索 罗薇 …, 明天十点给她打电话. */
export function splitPlan(text: string, context: Context): { card: string; plan: Draft | null } {
  const when = findWhens(text, context).at(-1);
  const none = { card: text, plan: null };
  if (!when) return none;
  const before = text.slice(0, when.start);
  const marks = [
    ...before.matchAll(
      /[,;\n]\s?|(?<!\b(?:Mr|Ms|Dr|Mrs|No))\.\s(?=\p{L})|\s(?=\p{Script=Han})|(?<=\p{Script=Han}|\d)\s|(?<=[\p{Script=Han}\d]{4})(?=(?:我|已经)?(?:跟|和)(?:他|她)们?(?:已经)?约)/gu,
    ),
  ];
  const mark = marks.at(-1);
  if (!mark) return none;
  const cut = mark.index + mark[0].length;
  const clause = text
    .slice(cut)
    .trim()
    .replace(/^(?:said|says|asked)(?: me)?(?: to)? (?=(?:call|ring|phone|email|ping|text)\b)/i, '');
  if (theirs.test(clause) || cut < 6) return none;
  const found = readPlan(clause, context);
  if (found?.name !== 'task.add' || found.confidence < 0.6 || found.input.at === undefined) return none;
  return { card: text.slice(0, mark.index).trim(), plan: { name: 'task.add', input: found.input } };
}

/** The plan with the lead it is for in the place of "her". */
export function planFor(plan: Draft | null, lead: Record<string, unknown>): { more?: Draft[] } {
  if (!plan) return {};
  const said = plan.input.who;
  const who = typeof said === 'string' && !pronoun.test(said) ? said : (lead.name ?? lead.company);
  const what = String(plan.input.what ?? '').replace(/\s(?:with|to|for)\s(?:her|him|them)$/i, '');
  return { more: [{ name: plan.name, input: { ...plan.input, what, ...(who ? { who } : {}) } }] };
}
