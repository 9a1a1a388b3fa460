import type { Touch } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import { leadName } from '../leads/lead-name.ts';

/** Whom a touch is about, as its cards name it: the deal, else the customer, else the lead. */
export async function subjectOf({ db }: Pick<Context, 'db'>, touch: Touch): Promise<string> {
  if (touch.opportunityId)
    return (await db.opportunity.findUnique({ where: { id: touch.opportunityId } }))?.title ?? '';
  if (touch.customerId) return (await db.customer.findUnique({ where: { id: touch.customerId } }))?.name ?? '';
  const lead = touch.leadId ? await db.lead.findUnique({ where: { id: touch.leadId } }) : null;
  return leadName(lead);
}
