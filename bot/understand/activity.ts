import type { Context, Found } from './context.ts';
import { findWhens } from './dates.ts';
import { splitContact } from './people.ts';
import { cleanRef, isPronoun, resolve } from './refs.ts';
import { outcomeAt, readTail } from './tail.ts';
import { findWords } from './words.ts';

export type Channel = 'call' | 'visit' | 'wechat' | 'email' | 'message' | 'meeting' | 'demo' | 'other';

/** Whom one met outside work: my wife, a movie. */
export const nobody = /^(?:my|an?|his|her|their|some|another|your)\s/i;

/** How much of a text names who it was; the rest says what came of it. */
export function whoEnds(text: string, context: Context): number {
  const ends = [text.length];
  const stop =
    /[,;:\n!?]|\.(?=\s|$)|\s-\s|\s(?=[\p{Script=Han}\d])|(?<=\p{Script=Han})\s|\s(?:says?|said|and (?:he|she|they)|but|re|about|who|to discuss|they|he|she)\b/iu.exec(
      text,
    );
  if (stop) ends.push(stop.index);
  const outcome = outcomeAt(text);
  if (outcome > 0) ends.push(outcome);
  const objection = findWords(context.objections, text)[0];
  if (objection && objection.start > 0) ends.push(objection.start);
  const when = findWhens(text, context)[0];
  if (when && when.start > 0) ends.push(when.start);
  return Math.min(...ends);
}

/** Who an activity was with, company and person apart. */
export function readWho(said: string, context: Context): { who: string | null; contact?: string } {
  const text = said.trim().replace(/(?:一下|了|过|客户)$/, '');
  const both = /^(.{1,60}?)\s(?:at|from|of|@)\s(.{1,60})$/i.exec(text);
  if (both) return { who: cleanRef(both[2] as string), contact: (both[1] as string).trim() };
  const first = text.split(/(?<=\p{Script=Han})(?:和|跟|与|,|、)(?=他们|\p{Script=Han})/u)[0] as string;
  const ref = cleanRef(first);
  if (isPronoun(ref)) return { who: resolve(ref, context, ['customer', 'deal', 'lead']) };
  const known = context.names?.find(ref)[0];
  if (known && known.start === 0 && known.end < ref.length) {
    const contact = ref.slice(known.end).replace(/^[\s的]+/, '');
    if (contact.length >= 2) return { who: ref.slice(0, known.end), contact };
  }
  const { company, contact } = splitContact(ref);
  if (contact && isPronoun(company)) return { who: resolve(company, context, ['customer', 'deal', 'lead']), contact };
  return { who: company, ...(contact ? { contact } : {}) };
}

/** The record of a touch: with whom, how, and what the rest of the sentence tells. Null when it names nobody at all. */
export function activity(
  said: string,
  channel: Channel,
  rest: string,
  span: { from: number; to: number },
  context: Context,
  confidence = 0.9,
): Found | null {
  // A name with a day in it is no name: that sentence speaks of something planned.
  if (findWhens(said, context).length > 0 || nobody.test(said.trim())) return null;
  const { who, contact } = readWho(said, context);
  const tail = readTail(rest, context);
  const input: Record<string, unknown> = { channel, ...tail };
  if (contact) input.contact = contact;
  const draft = { name: 'activity.log' as const, input, confidence, leftover: '', ...span };
  if (who === null || who === '') return { ...draft, missing: ['who'] };
  return { ...draft, input: { who, ...input } };
}
