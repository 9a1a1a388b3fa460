import { withRef } from './commands/refs.ts';
import type { Intent } from './intents.ts';
import type { Refusal, RefusalDetails } from './sales/refusal.ts';
import { findMoney } from './understand/money.ts';

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

/**
 * The intent with the one record meant of those that share its name, when the sentence says what sets that one apart: 浪花 and
 * 质量追溯, Foxglove and "asset register", or what it is worth. Null when it says that of none, or of more.
 */
export function singledOut(refusal: Refusal, intent: Intent, text: string): Intent | null {
  if (refusal.code !== 'ambiguous') return null;
  const { what, name, options } = refusal.details as RefusalDetails['ambiguous'];
  const labels = options.map(({ label }) => folded(label));
  const shared = sharedBeginning(labels);
  const said = folded(text);
  const sums = findMoney(text, 'XXX').map(({ value }) => value.amount);
  const worth = options.filter((one) => one.worth && sums.includes(one.worth.amount));
  if (worth.length === 1 && worth[0]) return withRef(intent, what, name, worth[0].id);
  const meant = options.filter((_, at) => {
    const own = labels[at]?.slice(shared) ?? '';
    return own.length >= 2 && said.includes(own);
  });
  return meant.length === 1 && meant[0] ? withRef(intent, what, name, meant[0].id) : null;
}

function sharedBeginning(labels: string[]): number {
  const [first = '', ...others] = labels;
  let length = 0;
  while (length < first.length && others.every((other) => other[length] === first[length])) length += 1;
  return length;
}
