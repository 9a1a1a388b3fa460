import type { Activity, Contact, Touch } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';

export interface DealView {
  deal: Deal;
  owner: string;
  contacts: Contact[];
  activities: Activity[];
  touches: Touch[];
}

/** A deal with its people, its last three activities and what is planned. */
export async function showDeal(context: Context, ref: string): Promise<DealView> {
  const deal = await findDeal(context, ref);
  const { db } = context;
  const [owner, contacts, activities, touches] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: deal.ownerId } }),
    db.contact.findMany({ where: { customerId: deal.customerId, removedAt: null }, take: 3, orderBy: { id: 'asc' } }),
    db.activity.findMany({ where: { opportunityId: deal.id, removedAt: null }, orderBy: { at: 'desc' }, take: 3 }),
    db.touch.findMany({
      where: { opportunityId: deal.id, state: 'open', removedAt: null },
      orderBy: { dueAt: 'asc' },
      take: 3,
    }),
  ]);
  return { deal, owner: owner.name, contacts, activities, touches };
}
