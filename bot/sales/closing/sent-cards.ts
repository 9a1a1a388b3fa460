import type { Person } from '../../../prisma/generated/client.ts';
import { showsAnew } from '../../delivery/reach.ts';
import type { Context } from '../context.ts';

/** A card that was sent to somebody to decide on, and the platform's id of its message. */
export interface SentCard {
  id: number;
  person: Person;
  platform: string;
  conversation: string;
  replaces: string;
}

/** By what a request's card to somebody is found again. */
export function cardKey(approvalId: number, personId: number | ''): string {
  return `approval ${approvalId} ${personId}`;
}

/** The cards of a request that can be shown anew; where messages stay as they are, only those of others than `by`. */
export async function sentCards({ db, by }: Pick<Context, 'db' | 'by'>, approvalId: number): Promise<SentCard[]> {
  const sent = await db.message.findMany({ where: { dedupeKey: { startsWith: cardKey(approvalId, '') } } });
  const people = await db.person.findMany({ where: { id: { in: sent.flatMap((one) => one.personId ?? []) } } });
  return sent.flatMap(({ id, platform, conversation, personId, platformId }) => {
    const person = people.find((one) => one.id === personId);
    const shown = person && platformId !== null && (person.id !== by.id || showsAnew(platform));
    return shown ? [{ id, person, platform, conversation, replaces: platformId }] : [];
  });
}
