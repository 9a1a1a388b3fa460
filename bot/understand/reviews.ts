import type { Context, Rule } from './context.ts';
import { about } from './deal.ts';

const head =
  /^(?:请|帮我)?(?:复盘|复个盘)(?:一下)?[\s:,]{0,2}|^(?:please\s)?(?:deal\s)?(?:review|debrief|post-?mortem)(?:\s(?:of|on|for))?[\s:]{1,2}/iu;
const label =
  /^(赢单原因|输单原因|原因|(?:竞争)?对手|竞品|下次|复盘|总结|(?:why we (?:won|lost)|(?:won |loss )?reason)|competitor|rival|next time|lessons?|review)[:\s]\s?(.*)$/iu;

const keyOf = (said: string) =>
  /原因|why|reason/i.test(said) ? 'reason' : /对手|竞品|competitor|rival/i.test(said) ? 'competitor' : 'review';

/** What was learned from a deal: whose, why it ended so, and in the words after that what one would do another time. */
export const reviewed: Rule = (text, context) => {
  const start = head.exec(text);
  if (!start || text.length > 2000) return null;
  const said = text.slice(start[0].length);
  // One reviews contracts, too: without a mark behind it the name must be one we know.
  const marked = /^[^:\n]{1,60}?[:\n]|^#\d/.test(said) || context.names?.find(said)[0]?.start === 0;
  if (/^(?:please\s)?review/i.test(text) && (!marked || /^(?:the|an?|my|our|their)\s/i.test(said))) return null;
  const [name, rest] = nameAt(said, context);
  const input: Record<string, string> = {};
  const free: string[] = [];
  for (const part of partsOf(rest)) {
    const [, called, value = ''] = label.exec(part) ?? [];
    if (called === undefined || (value === '' && keyOf(called) !== 'review')) free.push(part);
    else if (keyOf(called) === 'review') free.push(/下次|next time/i.test(called) ? part.replace(/[:]\s?/, '') : value);
    else input[keyOf(called)] = value.trim();
  }
  const [first, ...others] = free.filter((part) => part.trim() !== '');
  if (first !== undefined && input.reason === undefined && !/^(?:下次|next time)/i.test(first)) {
    input.reason = first;
    if (others.length > 0) input.review = others.join('; ');
  } else if (first !== undefined) input.review = [first, ...others].join('; ');
  const draft = { name: 'deal.review' as const, input, confidence: 0.95, leftover: '', from: 0, to: text.length };
  return about(draft, 'deal', name, context);
};

/** The parts of what was said: by lines and marks, or, in Chinese without any, by blanks. */
function partsOf(rest: string): string[] {
  const parts = rest.split(/\s?[\n;]\s?/).filter((part) => part.trim() !== '');
  const [only = ''] = parts;
  if (parts.length !== 1) return parts;
  const commas = only.split(/\s?,\s?/);
  if (commas.length > 1) return commas;
  return /\p{Script=Han}/u.test(only) && !label.test(only) ? only.split(/\s+/) : [only];
}

/** The name in front, and what follows it: up to a mark, a known name, or the first word. */
function nameAt(text: string, context: Context): [string, string] {
  const known = context.names?.find(text)[0];
  if (known?.start === 0) return [text.slice(0, known.end), text.slice(known.end).replace(/^[\s:,\n]+/, '')];
  const marked = /^([^:\n;,]{1,60}?)\s?[:\n]\s?([\s\S]*)$/.exec(text);
  if (marked && !label.test(text)) return [marked[1] as string, marked[2] as string];
  const word = /^(#?\S{1,40})\s+([\s\S]+)$/.exec(text);
  if (word && !context.about?.deal) return [word[1] as string, word[2] as string];
  if (/^#\d+/.test(text) && word) return [word[1] as string, word[2] as string];
  return context.about?.deal ? ['', text] : [text, ''];
}
