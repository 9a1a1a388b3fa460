import type { Card } from '../chat/card.ts';
import type { Intent } from '../intents.ts';
import { describe, values } from './describe.ts';
import { colon, dotted } from './field-lines.ts';
import { buttons, type Reader } from './reader.ts';

/** What an offer would do, in few words: the record it is about stands on the card already. */
export function offerText(reader: Reader, intent: Intent): string {
  if (intent.name === 'deal.update') {
    const { deal: _, facts, ...said } = intent.input;
    return values(reader, { ...said, ...facts });
  }
  if (intent.name === 'activity.log') return reader.t.unread.note(intent.input.who);
  if (intent.name !== 'task.add') return describe(reader, intent);
  const { what, at } = intent.input;
  return `${reader.t.several.task}${colon(reader)}${dotted(what, reader.moment(new Date(at)))}`;
}

/** A card, and below it what its sentence said besides: each to be taken along by a tap. */
export function withMissed(reader: Reader, answered: Card, missed: readonly Intent[]): Card {
  if (missed.length === 0) return answered;
  const ways = missed.map((intent) => reader.button(`+ ${offerText(reader, intent)}`, intent));
  return { ...answered, blocks: [...answered.blocks, { kind: 'note', text: reader.t.missed }, buttons(...ways)] };
}
