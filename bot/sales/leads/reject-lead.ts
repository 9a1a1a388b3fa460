import type { Lead } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { findLead } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { leadName } from './lead-name.ts';

export interface Rejected {
  lead: Lead;
  reason: string | null;
  /** How many planned steps are dropped with it. */
  dropped: number;
  plan: Plan;
}

/**
 * Marks a lead as invalid, with the reason when one is given: it leaves the lists and what is planned with it is dropped.
 * Refuses a lead that became a customer, and one of somebody else.
 */
export async function rejectLead(context: Context, input: Input<'lead.reject'>): Promise<Rejected> {
  const lead = await findLead(context, input.lead);
  if (lead.status === 'converted') throw new Refusal('lead-converted', { name: leadName(lead) });
  if (lead.status !== 'pool') await mayChange(context, lead);
  const touches = await context.db.touch.findMany({ where: { leadId: lead.id, state: 'open', removedAt: null } });
  const reason = input.reason ?? lead.invalidReason;
  const changes = [
    update('Lead', lead, { status: 'invalid', invalidReason: reason }),
    ...touches.map((touch) => update('Touch', touch, { state: 'skipped' })),
  ];
  return { lead, reason, dropped: touches.length, plan: { changes: changes.filter((one) => one !== null) } };
}
