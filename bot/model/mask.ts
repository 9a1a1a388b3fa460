import type { KnownName } from '../understand/context.ts';
import { findEnglishNames } from './names-en.ts';
import { findLowerNames } from './names-lower.ts';
import { findChineseNames } from './names-zh.ts';
import { blank, findContacts, fold, gone, type Kind, type Span } from './shapes.ts';

export interface Masked {
  /** The text with a token for everything that tells who somebody is or how to reach them. */
  text: string;
  /** What each token stands for, as it was said. */
  tokens: ReadonlyMap<string, { kind: Kind; said: string }>;
}

const names: readonly Kind[] = ['company', 'person', 'name'];
const kindOf = ({ kind }: KnownName): Kind =>
  kind === 'customer' ? 'company' : kind === 'contact' || kind === 'person' ? 'person' : 'name';
const likeToken = /[⟦⟧]|(?<![\p{L}\d])(?:company|person|name|phone|email|wechat|link|number)\d+(?![\p{L}\d])/iu;
const token = /⟦[a-z]+\d+⟧/g;

/**
 * Hides names, phones, addresses and ids behind tokens: those the records know (`known`) and whatever looks like one.
 * `kept` are the team's own words in lower case, which are nobody's name.
 */
export function mask(said: string, known: readonly KnownName[], kept: ReadonlySet<string>): Masked {
  const text = fold(said);
  const spans: Span[] = [];
  let left = text;
  const take = (span: Span) => {
    if (span.end <= span.start || left.slice(span.start, span.end).includes(gone)) return;
    spans.push(span);
    left = blank(left, span);
  };
  for (const span of findContacts(left)) take(span);
  for (const one of known.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (one.start >= 0 && one.end <= text.length) take({ start: one.start, end: one.end, kind: kindOf(one) });
  for (const one of known) for (const span of find(left, fold(one.name), kindOf(one))) take(span);
  for (const span of findChineseNames(left)) take(span);
  for (const span of findEnglishNames(left, kept)) take(span);
  for (const span of findLowerNames(left, kept)) take(span);
  // Said once more elsewhere, in a place that does not look like a name: dana, after Dana.
  for (const { start, end, kind } of [...spans])
    for (const span of find(left, text.slice(start, end), kind)) take(span);
  return withTokens(text, spans);
}

function find(text: string, said: string, kind: Kind): Span[] {
  if (said.trim().length < 2) return [];
  const literal = said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A Latin name is a word of its own: Dan is not in "danger".
  const pattern =
    /[\p{L}\d]/u.test(said) && !/\p{Script=Han}/u.test(said) ? `(?<![a-z\\d])${literal}(?![a-z\\d])` : literal;
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ 0: hit, index }) => ({
    start: index,
    end: index + hit.length,
    kind,
  }));
}

function withTokens(text: string, spans: Span[]): Masked {
  const tokens = new Map<string, { kind: Kind; said: string }>();
  const named = new Map<string, string>();
  const counts = new Map<Kind, number>();
  let masked = '';
  let from = 0;
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start)) {
    const said = text.slice(start, end);
    let name = named.get(said.toLowerCase());
    if (!name) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      name = `⟦${kind}${count}⟧`;
      named.set(said.toLowerCase(), name);
      tokens.set(name, { kind, said });
    }
    masked += text.slice(from, start) + name;
    from = end;
  }
  return { text: masked + text.slice(from), tokens };
}

/** The words behind a text's tokens. Null when it holds a token that was not in the text, or something posing as one. */
export function unmask(text: string, { tokens }: Masked): string | null {
  if (likeToken.test(text.replace(token, (one) => (tokens.has(one) ? '' : one)))) return null;
  return text.replace(token, (one) => tokens.get(one)?.said ?? one);
}

/** The kind of the one token a text is; null when it is anything else, or more. */
export function tokenKind(text: string, { tokens }: Masked): Kind | null {
  return tokens.get(text)?.kind ?? null;
}

/** A text with a gap for each token. */
export const withoutTokens = (text: string): string => text.replace(token, gone);

/** The tokens in a text, known or not. */
export const tokensIn = (text: string): string[] => text.match(token) ?? [];

/** Whether a kind names a record or somebody, and does not only reach them. */
export const isName = (kind: Kind | null): boolean => kind !== null && names.includes(kind);
