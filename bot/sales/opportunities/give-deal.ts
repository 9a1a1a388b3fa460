import type { Customer, Lead, Person } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Change, type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findPerson, numbered } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { findWhom, type Whom } from '../whom.ts';

export interface Given {
  label: string;
  /** What was named; the rest goes along. */
  named: 'deal' | 'customer' | 'lead';
  to: Person;
  deals: Deal[];
  customer: Customer | null;
  lead: Lead | null;
  /** How many open to-dos go along. */
  touches: number;
  plan: Plan;
}

/**
 * Hands a deal, a customer or a lead over to a colleague, with what its owner has planned for it. A customer goes with all
 * its owner's open deals; a deal takes its customer along when it is the only open one its owner has there.
 */
export async function giveDeal(context: Context, input: Input<'deal.give'>): Promise<Given> {
  const { db } = context;
  const whom = openOnly(await findWhom(context, input.deal), input.deal);
  await mayChange(context, whom.record, { own: true });
  const { ownerId } = whom.record;
  const to = await findPerson(context, input.to);
  if (!to.active) throw new Refusal('person-left', { name: to.name });
  if (to.id === ownerId) throw new Refusal('has-already', { name: to.name, title: whom.label });

  const theirs = { ownerId, removedAt: null };
  const open = whom.customer
    ? await db.opportunity.findMany({
        where: { ...theirs, customerId: whom.customer.id, status: 'open' },
        include: { customer: true },
        orderBy: { id: 'asc' },
      })
    : [];
  const deals = whom.deal ? open.filter((one) => one.id === whom.deal?.id) : open;
  const customer = whom.customer?.ownerId === ownerId && deals.length === open.length ? whom.customer : null;
  const about = [
    { opportunityId: { in: deals.map((one) => one.id) } },
    // With the customer goes what is planned for its deals that ended: another try, after-sales.
    ...(customer ? [{ customerId: customer.id }] : []),
    ...(whom.lead ? [{ leadId: whom.lead.id }] : []),
  ];
  const touches = await db.touch.findMany({ where: { ...theirs, state: 'open', OR: about } });
  const changes: (Change | null)[] = [
    ...deals.map((deal) => update('Opportunity', deal, { ownerId: to.id })),
    customer && update('Customer', customer, { ownerId: to.id }),
    whom.lead && update('Lead', whom.lead, { ownerId: to.id }),
    ...touches.map((touch) => update('Touch', touch, { ownerId: to.id })),
  ];
  return {
    label: whom.label,
    named: whom.deal ? 'deal' : whom.lead ? 'lead' : 'customer',
    to,
    deals,
    customer,
    lead: whom.lead,
    touches: touches.length,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

/** A name whose deals are all closed means its customer; a closed deal's number is refused. */
function openOnly(whom: Whom, said: string): Whom {
  const { deal, customer } = whom;
  if (!deal || !customer || deal.status === 'open') return whom;
  if (numbered(said) !== null)
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  return { ...whom, deal: null, record: customer, label: customer.name };
}
