import type { Context } from './context.ts';

/** More than these to choose from is no help on a phone. */
const most = 6;
/** A name in capitals within a sentence, or two words of them. */
const capitalised = /[a-z,]\s+(?!I\b)[A-Z][a-z]{2,}/;

/**
 * The records a text that nobody understood may be about, as `#` + number: those it names; when it names none, the one that
 * the conversation is about.
 */
export function mentionedIn(text: string, { names, about = {} }: Pick<Context, 'names' | 'about'>): string[] {
  const named = (names?.find(text) ?? []).flatMap(({ kind, ids = [] }) =>
    kind === 'customer' || kind === 'lead' ? ids.map((id) => `#${id}`) : [],
  );
  if (named.length > 0) return [...new Set(named)].slice(0, most);
  const here = about.deal ?? about.customer ?? about.lead;
  return here && !capitalised.test(text) ? [here] : [];
}
