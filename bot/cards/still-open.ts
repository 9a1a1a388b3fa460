import type { Block, Card } from '../chat/card.ts';
import type { Pending } from '../sales/change.ts';
import { asking } from './confirm.ts';
import { describe, type Names } from './describe.ts';
import type { Reader } from './reader.ts';
import { numbered } from './unread.ts';
import { label } from './values.ts';

const short = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

/** An answer, and below it the question that still waits for one. `known` names records by number. */
export function withOpen(reader: Reader, answer: Card, open: Pending, known: Names): Card {
  const { t } = reader;
  const about = short(open.words ?? ('confirm' in open ? describe(reader, open.confirm, known) : ''));
  const note = (question: string): Block => ({ kind: 'note', text: t.stillOpen.waits(about, question) });
  if ('confirm' in open)
    return asking(reader, { ...answer, blocks: [...answer.blocks, note(t.confirm.title)] }, open.question);
  if ('options' in open)
    return { ...answer, blocks: [...answer.blocks, note(t.stillOpen.which), numbered(reader, open.options)] };
  const lacks = open.missing.map((key) => t.asks[key]?.[0] ?? label(reader, key));
  return { ...answer, blocks: [...answer.blocks, note(t.list(lacks))] };
}

/** An answer, and below it that what was said before came to nothing. */
export function withLapsed(reader: Reader, answer: Card, words: string): Card {
  return { ...answer, blocks: [...answer.blocks, { kind: 'note', text: reader.t.stillOpen.lapsed(short(words)) }] };
}
