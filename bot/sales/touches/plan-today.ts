import type { Customer, Lead, Opportunity, Touch } from '../../../prisma/generated/client.ts';
import { orderPlan } from '../../insight/plan-order.ts';
import { worth } from '../../playbook/worth.ts';
import { endOfDay } from '../check.ts';
import type { Context } from '../context.ts';
import { leadName } from '../leads/lead-name.ts';

export interface PlanItem {
  touch: Touch;
  label: string;
  deal: Opportunity | null;
  overdueDays: number;
  reason: string;
}

const most = 50;

/** What this person should do today, worth most first: open touches due by the end of their day. */
export async function planToday(context: Context): Promise<{ items: PlanItem[]; total: number }> {
  const { db, by, now, playbook } = context;
  const where = { ownerId: by.id, state: 'open', removedAt: null, dueAt: { lt: endOfDay(by.zone, now) } };
  const [touches, total] = await Promise.all([
    db.touch.findMany({ where, orderBy: { dueAt: 'desc' }, take: most }),
    db.touch.count({ where }),
  ]);
  const ids = (pick: (touch: Touch) => number | null) => [...new Set(touches.map(pick).filter((id) => id !== null))];
  const [deals, customers, leads] = await Promise.all([
    db.opportunity.findMany({ where: { id: { in: ids((touch) => touch.opportunityId) } } }),
    db.customer.findMany({ where: { id: { in: ids((touch) => touch.customerId) } } }),
    db.lead.findMany({ where: { id: { in: ids((touch) => touch.leadId) } } }),
  ]);
  const deal = new Map(deals.map((one) => [one.id, one]));
  const customer = new Map(customers.map((one) => [one.id, one]));
  const lead = new Map(leads.map((one) => [one.id, one]));
  const stages = playbook.pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => stage.key));
  const budgetOf = (one: Lead | undefined) => (one ? worth(playbook, Number(one.budget ?? 0), one.currency) : 0);
  const ordered = orderPlan(
    touches.map((touch) => {
      const opportunity = deal.get(touch.opportunityId ?? 0);
      return {
        touch,
        value: opportunity
          ? worth(playbook, Number(opportunity.amount ?? 0), opportunity.currency)
          : budgetOf(lead.get(touch.leadId ?? 0)),
        stage: opportunity ? stages.indexOf(opportunity.stage) : -1,
        stages: stages.length,
        dueAt: touch.dueAt,
        lastTouchAt: opportunity?.lastTouchAt ?? null,
        promised: touch.origin === 'promise',
      };
    }),
    now,
  );
  const items = ordered.map(({ item, reason }) => ({
    touch: item.touch,
    label: label(item.touch, deal, customer, lead),
    deal: deal.get(item.touch.opportunityId ?? 0) ?? null,
    overdueDays: Math.max(0, Math.floor((now.getTime() - item.touch.dueAt.getTime()) / 86_400_000)),
    reason,
  }));
  return { items, total };
}

function label(
  touch: Touch,
  deals: Map<number, Opportunity>,
  customers: Map<number, Customer>,
  leads: Map<number, Lead>,
): string {
  const lead = leads.get(touch.leadId ?? 0);
  const name = deals.get(touch.opportunityId ?? 0)?.title ?? customers.get(touch.customerId ?? 0)?.name;
  return name ?? (leadName(lead) || touch.what);
}
