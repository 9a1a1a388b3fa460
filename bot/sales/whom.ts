import type { Contact, Customer, Lead } from '../../prisma/generated/client.ts';
import type { Context } from './context.ts';
import { type Deal, escapeLike, findAny, numbered } from './find.ts';
import { leadName } from './leads/lead-name.ts';

/** What a name stands for: a deal with its customer, a customer, or a lead. */
export interface Whom {
  deal: Deal | null;
  customer: Customer | null;
  lead: Lead | null;
  /** The one of them that was named, whose owner it belongs to. */
  record: Deal | Customer | Lead;
  label: string;
}

/** Whom a sentence is about: see {@link findAny}. */
export async function findWhom(context: Context, ref: string): Promise<Whom> {
  const found = await findAny(context, ref);
  if (found.kind === 'lead')
    return { deal: null, customer: null, lead: found.lead, record: found.lead, label: leadName(found.lead) };
  if (found.kind === 'customer')
    return { deal: null, customer: found.customer, lead: null, record: found.customer, label: found.customer.name };
  return { deal: found.deal, customer: found.deal.customer, lead: null, record: found.deal, label: found.deal.title };
}

/** The columns by which an activity or a touch belongs to it. */
export function belongsTo({ deal, customer, lead }: Pick<Whom, 'deal' | 'customer' | 'lead'>) {
  return { opportunityId: deal?.id ?? null, customerId: customer?.id ?? null, leadId: lead?.id ?? null };
}

/** The person of a customer by whose name it was found; null when it was found by its own name. */
export async function contactCalled({ db }: Context, { deal, customer }: Whom, ref: string): Promise<Contact | null> {
  const named = [deal?.title, customer?.name].some((name) => name?.toLowerCase().includes(ref.trim().toLowerCase()));
  if (!customer || named || numbered(ref) !== null) return null;
  const people = await db.contact.findMany({
    where: {
      customerId: customer.id,
      removedAt: null,
      name: { contains: escapeLike(ref.trim()), mode: 'insensitive' },
    },
    take: 2,
  });
  return people.length === 1 ? (people[0] ?? null) : null;
}
