import type { Activity, Contact, Customer, Lead, Opportunity, Touch } from '../../prisma/generated/client.ts';
import type { Context } from './context.ts';
import { findCustomer, findLead } from './find.ts';

export interface LeadView {
  lead: Lead;
  owner: string;
  activities: Activity[];
  touches: Touch[];
}

/** A lead with its last three activities and what is planned. */
export async function showLead(context: Context, ref: string): Promise<LeadView> {
  const lead = await findLead(context, ref);
  const { db } = context;
  const [owner, activities, touches] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: lead.ownerId } }),
    db.activity.findMany({ where: { leadId: lead.id, removedAt: null }, orderBy: { at: 'desc' }, take: 3 }),
    db.touch.findMany({
      where: { leadId: lead.id, state: 'open', removedAt: null },
      orderBy: { dueAt: 'asc' },
      take: 3,
    }),
  ]);
  return { lead, owner: owner.name, activities, touches };
}

export interface CustomerView {
  customer: Customer;
  owner: string;
  contacts: Contact[];
  deals: Opportunity[];
  activities: Activity[];
  /** What was ordered, a sum for each currency. */
  orders: { count: number; sums: { amount: number; currency: string }[] };
}

/** A customer with contacts, deals, orders and the last three activities. */
export async function showCustomer(context: Context, ref: string): Promise<CustomerView> {
  const customer = await findCustomer(context, ref);
  const { db } = context;
  const where = { customerId: customer.id, removedAt: null };
  const [owner, contacts, deals, activities, orders] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: customer.ownerId } }),
    db.contact.findMany({ where, take: 5, orderBy: { id: 'asc' } }),
    db.opportunity.findMany({ where, take: 5, orderBy: { id: 'desc' } }),
    db.activity.findMany({ where, orderBy: { at: 'desc' }, take: 3 }),
    db.order.groupBy({ by: ['currency'], where, _count: true, _sum: { amount: true }, orderBy: { currency: 'asc' } }),
  ]);
  const sums = orders.map(({ currency, _sum }) => ({ currency, amount: Number(_sum.amount ?? 0) }));
  return {
    customer,
    owner: owner.name,
    contacts,
    deals,
    activities,
    orders: { count: orders.reduce((total, one) => total + one._count, 0), sums },
  };
}
