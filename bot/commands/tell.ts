import { type Reader, readerOf } from '../cards/reader.ts';
import type { Card } from '../chat/card.ts';
import { reach } from '../delivery/reach.ts';
import type { Say } from '../sales/change.ts';
import type { Ask } from './command.ts';

/** A colleague is told where they are reached, in their language, once for `what` of this command; oneself is not. */
export async function tell(
  ask: Ask,
  to: Ask['by'],
  what: string,
  card: (reader: Reader) => Card,
  kind = 'given',
): Promise<Say[]> {
  const where =
    to.id === ask.by.id ? null : await reach({ db: ask.db, platforms: ask.platforms ?? [ask.platform] }, to.id);
  if (!where) return [];
  const reader = readerOf(to, ask.now, ask.playbook);
  const dedupeKey = `${what} ${ask.commandId} ${to.id}`;
  return [{ ...where, personId: to.id, kind, dedupeKey, language: reader.language, card: card(reader) }];
}
