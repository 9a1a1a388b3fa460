import type { Contact, Customer, Lead } from '../../../prisma/generated/client.ts';
import { type Context, mayChange } from '../context.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import { contactCalled, findWhom, type Whom } from '../whom.ts';
import { personCalled } from './person-called.ts';

/** Whose profile is meant: a lead's, or a customer's with (when it was named) the person there. */
export type Whose =
  | { lead: Lead; customer: null; contact: null }
  | { lead: null; customer: Customer; contact: Contact | null };

/** Finds it and checks that it may be changed: who works a deal may also note what is known of its customer. */
export async function whoseProfile(context: Context, who: string, named: string | undefined): Promise<Whose> {
  const person = named === undefined ? await personCalled(context, who) : null;
  if (person) {
    await mayChange(context, await workedBy(context, person.customer));
    return { lead: null, customer: person.customer, contact: person };
  }
  const whom = await findWhom(context, who).catch((error: unknown) => theirCustomer(context, error));
  await mayChange(context, whom.deal || !whom.customer ? whom.record : await workedBy(context, whom.customer));
  const { lead } = whom;
  const customer = whom.customer ?? (lead?.status === 'converted' ? await customerOf(context, lead) : null);
  if (!customer) return { lead: lead as Lead, customer: null, contact: null };
  const contact =
    named === undefined ? await contactCalled(context, whom, who) : await contactOf(context, customer, named);
  return { lead: null, customer, contact };
}

/** Of several deals of one customer it does not matter which: what is known of the customer is the customer's. */
async function theirCustomer(context: Context, error: unknown): Promise<Whom> {
  if (!(error instanceof Refusal) || error.code !== 'ambiguous') throw error;
  const { options } = error.details as RefusalDetails['ambiguous'];
  const deals = await context.db.opportunity.findMany({ where: { id: { in: options.map(({ id }) => id) } } });
  const [first] = deals;
  if (!first || deals.length < options.length || deals.some(({ customerId }) => customerId !== first.customerId))
    throw error;
  const customer = await context.db.customer.findUniqueOrThrow({ where: { id: first.customerId } });
  return { deal: null, customer, lead: null, record: customer, label: customer.name };
}

/** The customer's owner, or, when this person has an open deal there, they themselves. */
async function workedBy({ db, by }: Context, customer: Customer): Promise<{ ownerId: number }> {
  const where = { customerId: customer.id, ownerId: by.id, status: 'open', removedAt: null };
  return (await db.opportunity.findFirst({ where, select: { ownerId: true } })) ?? customer;
}

function customerOf({ db }: Context, { customerId }: Lead): Promise<Customer | null> {
  return db.customer.findFirst({ where: { id: customerId ?? 0, removedAt: null } });
}

function contactOf({ db }: Context, { id }: Customer, name: string): Promise<Contact | null> {
  const called = { equals: name, mode: 'insensitive' as const };
  return db.contact.findFirst({ where: { customerId: id, name: called, removedAt: null }, orderBy: { id: 'asc' } });
}
