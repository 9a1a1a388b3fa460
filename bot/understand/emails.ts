import type { Reading } from './context.ts';

const pattern =
  /(?<![a-z0-9._%+'-])[a-z0-9][a-z0-9_%+'-]{0,62}(?:\.[a-z0-9_%+'-]{1,62}){0,8}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![a-z0-9_@])/gi;

/** Every e-mail address in a text, in lower case. */
export function findEmails(text: string): Reading<string>[] {
  if (!text.includes('@')) return [];
  const found: Reading<string>[] = [];
  // Only the stretch around an @ is tried, so that a long text without spaces stays cheap.
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = Math.max(found.at(-1)?.end ?? 0, at - 64);
    const match = [...text.slice(from, at + 200).matchAll(pattern)].find(
      (one) => from + one.index < at && from + one.index + one[0].length > at,
    );
    if (match)
      found.push({
        start: from + match.index,
        end: from + match.index + match[0].length,
        value: match[0].toLowerCase(),
      });
  }
  return found;
}

/** The address a text is, as a whole. Null when it is none. */
export function readEmail(text: string): string | null {
  const trimmed = text.trim();
  const one = findEmails(trimmed)[0];
  return one && one.start === 0 && one.end === trimmed.length ? one.value : null;
}
