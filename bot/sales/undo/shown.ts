import type { Card } from '../../chat/card.ts';
import type { Context } from '../context.ts';

/** The card a sentence was answered with, and what of it is taken back. */
export interface Shown {
  card: Card;
  /** The platform's id of its message; null before it is sent. */
  platformId: string | null;
  /** Things of the sentence that are taken back. */
  commands: Set<number>;
  /** Fields of things that are taken back by themselves: `12 amount`. */
  fields: Set<string>;
}

/** What a sentence's card shows and what of it stands; null when it had none. */
export async function shownOf({ db }: Pick<Context, 'db'>, group: number): Promise<Shown | null> {
  const command = await db.command.findUnique({ where: { id: group } });
  if (!command?.inboxId) return null;
  const message = await db.message.findUnique({ where: { dedupeKey: `answer ${command.inboxId}` } });
  if (!message) return null;
  const parts = await db.command.findMany({ where: { partOf: group, undoes: null }, select: { id: true } });
  const ids = parts.map((one) => one.id);
  const backs = await db.command.findMany({
    where: { OR: [{ undoes: { in: ids } }, { trims: { in: ids } }] },
    include: { journal: { select: { field: true } } },
  });
  return {
    card: message.card as unknown as Card,
    platformId: message.platformId,
    commands: new Set(backs.flatMap((one) => one.undoes ?? [])),
    fields: new Set(
      backs.flatMap(({ trims, journal }) => (trims === null ? [] : journal.map((row) => `${trims} ${row.field}`))),
    ),
  };
}
