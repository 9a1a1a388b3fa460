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
/** A line shorter than this is dropped rather than cut. */
const worthCutting = 80;

/** What a string costs inside a JSON body. */
const cost = (text: string) => Buffer.byteLength(JSON.stringify(text)) - 2;

/**
 * Joins the parts into one text of at most `room` bytes of JSON. First the longest lists lose their ends and say how much
 * is missing, then the longest paragraphs, then whole parts go. Every step makes the text shorter.
 */
export function fitParts(heading: string, parts: Part[], room: number, words: Words): string {
  const kept: Kept[] = parts.map((part) => ({ ...part, lines: [...part.lines], dropped: 0 }));
  const linesOf = (part: Kept) => (part.dropped ? [...part.lines, ending(part, words)] : part.lines);
  const costOf = (part: Kept) => linesOf(part).reduce((sum, line) => sum + cost(line) + joint, 0);
  const largest = (candidates: Kept[]) => candidates.toSorted((a, b) => costOf(b) - costOf(a))[0];

  for (;;) {
    const over = kept.reduce((sum, part) => sum + costOf(part), cost(heading) + joint) - room;
    if (over <= 0) break;
    const list = largest(kept.filter(({ shorten, lines }) => shorten === 'count' && lines.length > 1));
    const paragraph = largest(kept.filter(({ shorten, lines }) => shorten === 'words' && lines.length > 0));
    if (list) dropLines(list, over);
    else if (paragraph) cutParagraph(paragraph, over);
    else if (!dropPart(kept)) break;
  }
  return [heading, ...kept.map((part) => linesOf(part).join(lineEnd)).filter((text) => text !== '')].join(partEnd);
}

function ending({ shorten, dropped }: Kept, words: Words): string {
  return shorten === 'count' ? words.more(dropped) : '…';
}

function dropLines(part: Kept, over: number): void {
  for (let left = over; left > 0 && part.lines.length > 1; ) {
    left -= cost(part.lines.pop() ?? '') + joint;
    part.dropped += 1;
  }
}

function cutParagraph(part: Kept, over: number): void {
  for (let left = over; left > 0 && part.lines.length > 0; ) {
    const last = part.lines.pop() ?? '';
    if (cost(last) > left + worthCutting) {
      part.lines.push(cut(last, Buffer.byteLength(last) - left - joint));
      return;
    }
    left -= cost(last) + joint;
    part.dropped += 1;
  }
}

function dropPart(parts: Kept[]): boolean {
  const dispensable = parts.findLastIndex(({ shorten }) => shorten !== 'last');
  return parts.splice(dispensable === -1 ? parts.length - 1 : dispensable, 1).length > 0;
}
