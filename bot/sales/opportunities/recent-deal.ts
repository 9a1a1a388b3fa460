import type { Context } from '../context.ts';

/** The title of the person's newest open deal: what an example is best made of. Null when they have none. */
export async function recentDeal({ db, by }: Context): Promise<string | null> {
  const where = { ownerId: by.id, status: 'open', removedAt: null };
  const deal = await db.opportunity.findFirst({ where, orderBy: { id: 'desc' }, select: { title: true } });
  return deal?.title ?? null;
}
