import type { Context } from '../context.ts';
import { numbered } from '../find.ts';

/** A deal of one's own and what it is best called: its customer, unless that has more open deals than this. */
export interface RecentDeal {
  id: number;
  name: string;
}

/** The person's open deals they had to do with last, the newest first: what an example is best made of. */
export async function recentDeals({ db, by }: Context, count = 1): Promise<RecentDeal[]> {
  const open = { status: 'open', removedAt: null };
  const deals = await db.opportunity.findMany({
    where: { ownerId: by.id, ...open },
    orderBy: [{ lastTouchAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: count,
    select: {
      id: true,
      title: true,
      customer: { select: { name: true, _count: { select: { opportunities: { where: open } } } } },
    },
  });
  return deals.map(({ id, title, customer }) => ({
    id,
    name: customer._count.opportunities > 1 ? title : customer.name,
  }));
}

/** The number of the customer's open deal; null when it has none, or several. */
export async function onlyDeal({ db }: Pick<Context, 'db'>, customer: string): Promise<number | null> {
  const deals = await db.opportunity.findMany({
    where: { customerId: numbered(customer) ?? 0, status: 'open', removedAt: null },
    take: 2,
    select: { id: true },
  });
  return deals.length === 1 ? (deals[0]?.id ?? null) : null;
}
