import type { Context, Rule } from './context.ts';
import { about } from './deal.ts';
import { findWords } from './words.ts';

const head =
  /^(?:请|帮我)?(?:复盘|复个盘)(?:一下)?|^(?:please\s)?(?:deal\s)?(?:review|debrief|post-?mortem)(?:\s(?:of|on|for))?(?=[\s:])/iu;
const label =
  /^(赢单原因|输单原因|原因|(?:竞争)?对手|竞品|下次|复盘|总结|(?:why we (?:won|lost)|(?:won |loss )?reason)|competitor|rival|next time|lessons?|review)[:\s]\s?(.*)$/iu;

const keyOf = (said: string) =>
  /原因|why|reason/i.test(said) ? 'reason' : /对手|竞品|competitor|rival/i.test(said) ? 'competitor' : 'review';

/** What was learned from a deal: whose, why it ended so, and in the words after that what one would do another time. */
export const reviewed: Rule = (text, context) => {
  const start = head.exec(text);
  if (!start || text.length > 2000) return null;
  const [mark = '', said = ''] = /^([\s:,]*)([\s\S]*)$/.exec(text.slice(start[0].length))?.slice(1) ?? [];
  // One reviews contracts, too: without a mark behind it the name must be one we know.
  const marked = /^[^:\n]{1,60}?[:\n]|^#\d/.test(said) || mark.includes(':') || isKnown(said, context);
  if (/^(?:please\s)?review/i.test(text) && (!marked || /^(?:the|an?|my|our|their)\s/i.test(said))) return null;
  const [name, rest] = nameAt(said, mark.includes(':'), context);
  const input: Record<string, string> = {};
  const free: string[] = [];
  for (const part of partsOf(rest)) {
    const [, called, value = ''] = label.exec(part) ?? [];
    if (called === undefined || (value === '' && keyOf(called) !== 'review')) free.push(part);
    else if (keyOf(called) === 'review') free.push(/^[^:]*(?:下次|next time)\s/i.test(part) ? part : value);
    else input[keyOf(called)] = value.trim();
  }
  const [first, ...others] = free.filter((part) => part.trim() !== '');
  if (first !== undefined && input.reason === undefined && !/^(?:下次|next time)/i.test(first)) {
    input.reason = first;
    if (others.length > 0) input.review = joined(others);
  } else if (first !== undefined) input.review = joined([first, ...others]);
  const draft = { name: 'deal.review' as const, input, confidence: 0.95, leftover: '', from: 0, to: text.length };
  return about(draft, 'deal', name, context);
};

const joined = (parts: string[]) => parts.join(/\p{Script=Han}/u.test(parts.join('')) ? '；' : '; ');

/** The parts of what was said: by lines and marks, or, in Chinese without any, by blanks. */
function partsOf(rest: string): string[] {
  const parts = rest.split(/\s?[\n;]\s?/).filter((part) => part.trim() !== '');
  const [only = ''] = parts;
  if (parts.length !== 1) return parts;
  const commas = only.split(/\s?,\s?/);
  if (commas.length > 1) return commas;
  return /\p{Script=Han}/u.test(only) && !label.test(only) ? only.split(/\s+/) : [only];
}

const isKnown = (text: string, { names }: Context) => names?.find(text)[0]?.start === 0;

/** Whether words tell why a deal ended so, or what to do next time: then they name nobody. */
function isReason(text: string, { fields }: Context): boolean {
  const reasons = fields.filter(({ key }) => key === 'won_reason' || key === 'loss_reason');
  return (
    /^(?:下次|next time)/i.test(text) || reasons.some(({ options }) => findWords(options ?? [], text)[0]?.start === 0)
  );
}

/** The name in front and what follows it: up to a mark or the first word, unless it is the deal one talks about. */
function nameAt(text: string, bare: boolean, context: Context): [string, string] {
  const known = context.names?.find(text)[0];
  if (known?.start === 0) return [text.slice(0, known.end), text.slice(known.end).replace(/^[\s:,\n]+/, '')];
  if (context.about?.deal && (bare || isReason(text, context) || label.test(text))) return ['', text];
  const [, name, rest] =
    /^([^:\n;,]{1,60}?)\s?[:\n]\s?([\s\S]*)$/.exec(text) ?? /^(#?[^\s,;]{1,40})[\s,]+([\s\S]+)$/.exec(text) ?? [];
  return name === undefined || rest === undefined ? [text, ''] : [name, rest];
}
