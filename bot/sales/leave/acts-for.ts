import type { Context } from '../context.ts';
import { standsIn } from './leaves.ts';

/** Whose to-dos this person's touches finish: their own, and those of whom they stand in for. */
export async function actsFor(context: Context, ownerId: number): Promise<number[]> {
  const { db, by } = context;
  if (ownerId === by.id) return [by.id];
  const owner = await db.person.findUniqueOrThrow({ where: { id: ownerId } });
  return (await standsIn(context, owner)) ? [by.id, ownerId] : [by.id];
}
