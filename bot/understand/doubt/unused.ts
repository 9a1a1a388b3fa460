import type { Intent } from '../../intents.ts';
import type { Context } from '../context.ts';
import { findWhens } from '../dates.ts';
import { findMoney } from '../money.ts';
import { gone, mask } from '../normalize.ts';
import { findNumbers } from '../numbers.ts';
import { likely } from '../odds.ts';
import { dealLabels } from '../pairs.ts';
import { findTitled } from '../people.ts';
import { findPercents } from '../percents.ts';
import { clausesOf } from '../story/clauses.ts';
import { findObjection } from '../story/outcomes.ts';
import { findWays } from '../story/ways.ts';
import { findWords } from '../words.ts';
import { plainEnglish, plainHan } from './plain-words.ts';
import { namesIn, recordOf, type Said, wordsOf } from './said.ts';

/** Whether an intent changes a stage or a figure: what a sentence says besides may turn that into its contrary. */
const weighs = ({ name, input }: Intent, text: string) =>
  name === 'deal.move' ||
  ('odds' in input && !likely.test(text)) ||
  (name === 'deal.update' &&
    (['amount', 'closeOn', 'discount'].some((key) => key in input) ||
      Object.values((input as { facts?: object }).facts ?? {}).some((fact) => typeof fact === 'object')));

const ending =
  /赢|输|丢|黄|签|拿下|成交|中标|搞定|没了|不做|飞|凉|挂|废|死|\b(?:won|win|lost|lose|sign(?:ed|s)?|inked|closed?|dead|ours|ghosted|went|fell)\b/i;

/** The clauses in which something of weight is said. */
function weighty(text: string, writes: readonly Intent[], context: Context): string[] {
  const clauses = text.length > 400 ? [] : clausesOf(text, context).map((one) => one.text);
  const moved = writes.some(({ name }) => name === 'deal.move');
  const told = clauses.filter((clause) => {
    if (findWays(clause).some(({ done }) => done)) return false;
    if (findMoney(clause, context.currency).length > 0 || findPercents(clause).length > 0) return true;
    return moved && (ending.test(clause) || findWords(context.stages, clause).length > 0);
  });
  if (told.length > 0) return moved ? untilLost(told, writes) : told;
  return clauses.filter((clause) => writes.some((intent) => clause.includes(recordOf(intent) ?? gone)));
}

/** Of a loss the reasons may be told in any words. */
function untilLost(clauses: string[], writes: readonly Intent[]): string[] {
  if (!writes.every((intent) => intent.name === 'deal.move' && intent.input.facts?.loss_reason)) return clauses;
  const [first = ''] = clauses;
  return [first.replace(/(?<=(?:输|丢|黄|没戏|凉|飞|挂|废|没)了?).*$|(?<=\b(?:lost|dead)\b).*$/i, '')];
}

const polite = /\b(?:can|could|would|will) (?:you|u)\b/;

/** The words of a clause its reading has no use for. */
function wordsOver(clause: string, used: readonly string[], context: Context): string[] {
  const lower = clause.toLowerCase();
  const spans: { start: number; end: number }[] = [
    ...namesIn(clause, context).filter(({ kind }) => kind !== 'person'),
    ...findTitled(clause),
    ...findMoney(clause, context.currency, true),
    ...findNumbers(clause),
    ...findPercents(clause),
    ...findWhens(clause, context),
    ...findWords(context.stages, clause),
    ...findWords(context.objections, clause),
    ...findWords(dealLabels(context), clause),
  ];
  const objection = findObjection(clause, context);
  if (objection) spans.push(objection);
  for (const word of used) {
    const start = lower.indexOf(word);
    if (start >= 0) spans.push({ start, end: start + word.length });
  }
  const left = mask(lower, spans).replaceAll(gone, ' ').replace(polite, ' ');
  const latin = (left.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !plainEnglish.has(word));
  const han = (left.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => run.replace(plainHan, ' ').trim().split(/\s+/));
  return [...latin, ...han].filter((word) => word !== '');
}

/** Whether a clause that moves a deal or sets a figure has words over that were not understood. */
export function hasWordsOver({ text, writes, context }: Said): boolean {
  const changing = writes.filter((intent) => weighs(intent, text));
  // A talk that was told along makes a note of what is not understood.
  if (changing.length === 0 || writes.some(({ name }) => name === 'activity.log')) return false;
  const used = writes
    .flatMap(({ input }) => wordsOf(input))
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
  return weighty(text, changing, context).some((clause) => wordsOver(clause, used, context).length > 0);
}
