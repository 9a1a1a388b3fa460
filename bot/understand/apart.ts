import type { Context, Understanding } from './context.ts';

/** So many things are told one beside the other. */
const most = 6;
const separator = /[\s,;.!\n]$/;

/** What is said of all of them, or in front of all of them, belongs to every part. */
const ofAll = /都(?!会)|全部?|两家|三家|分别|各(?!种)|^[^,;\n]{0,30}:|\b(?:all|both|each|every|either|neither|none)\b/i;

/** … and Daniel at: the clause about a record begins with who is there. */
const somebody = /([,;.\n]\s?(?:and |but |also |then )?)(?:[a-z][\w'-]+\s){1,2}(?:at|from|over at|of)\s(?:the\s)?$/i;

/** Where a text goes over to another record we know, at the beginning of a line, a sentence or a clause. */
function cutsOf(text: string, context: Context): number[] {
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const seen = new Set<number>(known[0]?.ids ?? []);
  const lines = [...text.matchAll(/\n+/g)].map((line) => line.index + line[0].length);
  const cuts: number[] = [];
  for (const { start, ids = [] } of known.slice(1)) {
    if (ids.some((id) => seen.has(id))) continue;
    for (const id of ids) seen.add(id);
    const line = lines.findLast((at) => at <= start && at > (known[0]?.start ?? 0));
    if (line !== undefined && !cuts.some((at) => at >= line)) cuts.push(line);
    else {
      const from = Math.max(0, start - 60);
      const ahead = somebody.exec(text.slice(from, start));
      if (ahead) cuts.push(from + ahead.index + (ahead[1] as string).length);
      else if (separator.test(text.slice(0, start))) cuts.push(start);
    }
  }
  return cuts;
}

/**
 * A text that tells of several records one after the other, each part for itself: a rescue for what could not be read as one.
 * Null unless every part, alone, says wholly what is to be written, or its
 * words can be kept (`noted`) with the record they are about.
 */
export function apart(
  text: string,
  context: Context,
  read: (part: string) => Understanding,
  isWhole: (part: Understanding) => boolean,
  noted?: (part: string) => Understanding | null,
): Understanding | null {
  if (ofAll.test(text)) return null;
  const cuts = cutsOf(text, context);
  if (cuts.length === 0 || cuts.length >= most) return null;
  const ends = [...cuts, text.length];
  const parts = [0, ...cuts].map((from, at) =>
    text
      .slice(from, ends[at])
      .replace(/[\s,;]+$/, '')
      .replace(/\s(?:and|but|还有|另外)$/i, ''),
  );
  const intents: Understanding['intents'] = [];
  for (const part of parts) {
    const one = read(part);
    const kept = isWhole(one) ? one : noted?.(part);
    if (!kept) return null;
    intents.push(...kept.intents);
  }
  // Nothing but notes: no part of it was understood.
  if (noted && intents.every(({ intent }) => intent.name === 'activity.log' && intent.input.channel === 'note'))
    return null;
  return { intents, leftover: '' };
}
