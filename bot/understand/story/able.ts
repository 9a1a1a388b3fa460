import type { Money } from '../../intents.ts';
import type { Found, Rule } from '../context.ts';
import { about } from '../deal.ts';
import { findMoney } from '../money.ts';
import { nameOf } from './names.ts';

const sum =
  '((?:about |around |roughly |maybe |like )?[$€£]?\\d[\\d,.]*\\s?(?:k|grand|thousand|m|mil|million|bucks|dollars|usd)?)';
const whose =
  "(?:(?:so|ok|well|and|but|looks like|turns out)\\s){0,2}(?:(they|he|she|we|the (?:client|customer|buyer)|[a-z\\d#][\\w&'.-]{1,20}(?:\\s[a-z&][\\w&'.-]{0,20}){0,3}?)(?:\\ssaid|\\ssays|\\sthinks?)?(?:\\s(?:they|he|she))?\\s?(?:(?:'ve|'s|have|has)\\s?)?)?";
const end =
  '(?:\\s(?:max|tops|at most|this year|total|all in|for (?:it|this)|to spend|set aside|earmarked|approved|budgeted))?[.!\\s]{0,3}$';
/** What they can pay, in the words of a talk: they can do 65, budget's signed off, 40 grand, 65 is the max. */
const ways = [
  `^${whose}can(?:\\sonly)?\\s(?:do|go(?:\\sup)?\\sto|go as high as|stretch to|spend|swing|manage|afford|pay)\\s${sum}${end}`,
  `^${whose}(?:got|have|has|having)?\\s?${sum}\\s(?:this year|for this|for it|to spend|set aside|earmarked|budgeted|in the (?:budget|pot|bank)|to play with|to work with)[.!\\s]{0,3}$`,
  `^${whose}${sum}\\s(?:is|would be)\\s(?:the|their|her|his|our)\\s(?:max|maximum|limit|ceiling|cap|top)[.!\\s]{0,3}$`,
  `^(?:(?:the|their|her|his)\\s)?()budget(?:'s|\\sis|\\swas|\\sgot|\\shas been)?\\s(?:signed off|approved|confirmed|through|set|locked in|in)[\\s,:;-]{1,3}(?:at\\s|for\\s|it's\\s)?${sum}${end}`,
].map((way) => new RegExp(way, 'i'));

/** Sixty-five in a talk about a deal is thousands. */
function money(said: string, currency: string): Money | null {
  const [one] = findMoney(said, currency, true);
  if (!one) return null;
  const plain = /^\D*\d{2,3}\s?$/.test(said);
  return plain ? { ...one.value, amount: one.value.amount * 1000 } : one.value;
}

/** A budget told of the deal one talks about: proposed, for the words may mean another sum. */
export const able: Rule = (text, context): Found | null => {
  if (text.length > 90) return null;
  for (const way of ways) {
    const match = way.exec(text);
    const value = match && money(match[2] as string, context.currency);
    if (!match || !value) continue;
    const said = match[1] ?? '';
    const theirs = /^(?:they|he|she|the (?:client|customer|buyer))?$/i.test(said);
    const known = context.names?.find(said)[0];
    if (/^we$/i.test(said) || (!theirs && !(known?.start === 0 && known.kind !== 'person'))) return null;
    const subject = theirs ? '' : (nameOf(said, context) ?? '');
    const input = { facts: { budget: value } };
    const draft = { name: 'deal.update' as const, input, confidence: 0.5, leftover: '', from: 0, to: 0 };
    const found = about(draft, 'deal', subject, context);
    return found.missing ? null : found;
  }
  return null;
};
