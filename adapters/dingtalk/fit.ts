import type { Part } from './blocks.ts';
import { cut } from './escape.ts';
import type { Words } from './words.ts';

interface Kept extends Part {
  dropped: number;
}

/** DingTalk's newline inside a paragraph, and the one between two. Both cost four bytes of JSON. */
const lineEnd = '  \n';
const partEnd = '\n\n';
const joint = 4;

/** What a string costs inside a JSON body. */
const cost = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;
const costOf = (part: Kept, words: Words) =>
  part.lines.reduce((sum, line) => sum + cost(line) + joint, 0) +
  (part.dropped ? cost(words.more(part.dropped)) + joint : 0);

/** Joins the parts into one text of at most `room` bytes of JSON: first lists lose their ends, then words, then whole parts. */
export function fitParts(heading: string, parts: Part[], room: number, words: Words): string {
  const kept: Kept[] = parts.map((part) => ({ ...part, lines: [...part.lines], dropped: 0 }));
  const size = () => kept.reduce((sum, part) => sum + costOf(part, words), cost(heading) + joint);

  for (let over = size() - room; over > 0; over = size() - room) {
    if (shortenLists(kept, over, words) || cutWords(kept, over) || dropPart(kept)) continue;
    break;
  }
  return [heading, ...kept.map((part) => shown(part, words)).filter((text) => text !== '')].join(partEnd);
}

function shown(part: Kept, words: Words): string {
  return (part.dropped ? [...part.lines, words.more(part.dropped)] : part.lines).join(lineEnd);
}

function shortenLists(parts: Kept[], over: number, words: Words): boolean {
  const longest = largest(
    parts.filter(({ shorten, lines }) => shorten === 'count' && lines.length > 1),
    words,
  );
  if (!longest) return false;
  for (let left = over; left > 0 && longest.lines.length > 1; ) {
    left -= cost(longest.lines.pop() ?? '') + joint;
    longest.dropped += 1;
  }
  return true;
}

function cutWords(parts: Kept[], over: number): boolean {
  const wordy = parts.filter(({ shorten }) => shorten === 'words');
  const [part, index] = wordy
    .flatMap((one) => one.lines.map((line, at) => [one, at, cost(line)] as const))
    .reduce<readonly [Kept | null, number, number]>((a, b) => (b[2] > a[2] ? b : a), [null, 0, 40]);
  if (!part) return false;
  const line = part.lines[index] ?? '';
  part.lines[index] = cut(line, Math.max(30, Buffer.byteLength(line) - over - joint));
  return true;
}

function dropPart(parts: Kept[]): boolean {
  const dispensable = parts.findLastIndex(({ shorten }) => shorten !== 'last');
  return parts.splice(dispensable === -1 ? parts.length - 1 : dispensable, 1).length > 0;
}

function largest(parts: Kept[], words: Words): Kept | undefined {
  return parts.reduce<Kept | undefined>((a, b) => (a && costOf(a, words) >= costOf(b, words) ? a : b), undefined);
}
