import { ordinary } from './names-en.ts';
import type { Span } from './shapes.ts';

/** What also stands after these words and is nobody's name. */
const everyday = new Set(
  `least most best worst once lunch dinner breakfast coffee noon midnight night home work office site hq door risk peace ease
  scale length hand heart stake large random full half cost rates list length top bottom end beginning start finish front
  discount discounts interest confidence care respect regard regards regarding re terms procurement finance legal security
  marketing engineering management leadership budget timeline feedback details resistance expectations targets target
  requirements deadline deadlines success approval objections pushback options support help access them`.split(/\s+/),
);
/** After these stands whom one has to do with. */
const lead =
  /(?<![\p{L}\d])(?:(?:with|w\/|at|from|met|called|rang|phoned|texted|emailed|e-mailed|messaged|pinged|visited|cc)(?=\s)|(?:spoke|spoken|speaking|talk|talked|talking|wrote|written)\s+to(?=\s)|w\/(?=\p{Ll})|@(?=\s))|(?:见了|聊了|跟|和|与|找|见|约|给|问|同)(?=\s?[a-z])/giu;
const next =
  /\s*(?:(?:and|the|mr\.?|ms\.?|mrs\.?|dr\.?)\s+|&\s*){0,10}(?<![\p{Script=Latin}\d])(\p{Ll}(?:[\p{Script=Latin}\d'’&.-]*[\p{Script=Latin}\d])?)/uy;
const bent = /(?:ed|ing|ly)$/;
const mostWords = 4;

/**
 * Names written small, where they are cheap to tell: after with, at, met, spoke to and their like. `kept` are the team's
 * own words.
 */
export function findLowerNames(text: string, kept: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(lead)) {
    next.lastIndex = match.index + match[0].length;
    for (let count = 0; count < mostWords; count += 1) {
      const word = next.exec(text);
      const said = word?.[1]?.replace(/['’]s?$/i, '');
      if (!word?.[1] || !said || said.length < 2) break;
      const lower = said.toLowerCase();
      const start = word.index + word[0].length - word[1].length;
      const before = found.at(-1);
      const behind = before !== undefined && text.slice(before.end, start) === ' ';
      if (ordinary.has(lower) || everyday.has(lower) || (behind ? bent.test(lower) : kept.has(lower))) break;
      if (behind) before.end = start + said.length;
      else found.push({ start, end: start + said.length, kind: 'name' });
    }
  }
  return found;
}
