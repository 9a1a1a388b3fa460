import type { Contact, Customer, Lead } from '../../../prisma/generated/client.ts';
import { type Context, mayChange } from '../context.ts';
import { numbered } from '../find.ts';
import { leadName } from '../leads/lead-name.ts';
import { Refusal } from '../refusal.ts';
import { contactCalled, findWhom } from '../whom.ts';

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
  const whom = await findWhom(context, who);
  await mayChange(context, whom.record);
  const { lead } = whom;
  const customer = whom.customer ?? (lead?.status === 'converted' ? await customerOf(context, lead) : null);
  if (!customer) return { lead: lead as Lead, customer: null, contact: null };
  const contact =
    named === undefined ? await contactCalled(context, whom, who) : await contactOf(context, customer, named);
  return { lead: null, customer, contact };
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

type Person = Contact & { customer: Customer };

/** The contact of exactly this name (or number) among those one may see; asks which when a lead or another is called so too. */
async function personCalled({ db, by }: Context, who: string): Promise<Person | null> {
  const id = numbered(who);
  const called = id === null ? { name: { equals: who.trim(), mode: 'insensitive' as const } } : { id };
  const people = await db.contact.findMany({
    where: { ...called, removedAt: null, customer: { removedAt: null } },
    include: { customer: true },
    take: 20,
  });
  if (people.length === 0) return null;
  const leads = id === null ? await db.lead.findMany({ where: { ...called, ...live }, take: 20 }) : [];
  const team = by.teamId === null ? [] : await db.person.findMany({ where: { teamId: by.teamId } });
  const seen = ({ ownerId }: { ownerId: number }) =>
    by.role === 'admin' || ownerId === by.id || team.some((one) => one.id === ownerId);
  const all = [
    ...people.map((one) => ({
      kind: 'contact',
      id: one.id,
      label: `${one.customer.name} · ${one.name}`,
      of: one.customer,
    })),
    ...leads.map((one) => ({ kind: 'lead', id: one.id, label: leadName(one), of: one })),
  ].filter((one) => id !== null || seen(one.of));
  const own = all.filter((one) => one.of.ownerId === by.id);
  const options = own.length > 0 ? own : all;
  if (options.length > 1) {
    const shown = options.slice(0, 5).map(({ id, kind, label }) => ({ id, kind, label }));
    throw new Refusal('ambiguous', { what: 'any', name: who, options: shown });
  }
  return people.find((one) => one.id === options[0]?.id) ?? null;
}

const live = { removedAt: null, status: { in: ['new', 'working', 'pool'] } };
