import type { Lead } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import type { Context } from '../context.ts';
import { findLead } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { type NextTouch, proposeTouch } from '../touches/next.ts';
import { paceOf } from '../touches/pace.ts';
import { leadName } from './lead-name.ts';

export interface Claimed {
  lead: Lead;
  /** Who had it before it came into the pool. */
  from: string;
  touch: NextTouch & { id: number };
  plan: Plan;
}

/** Takes a lead out of the pool: it is this person's to work on now, and the cadence proposes when. */
export async function claimLead(context: Context, input: Input<'lead.claim'>): Promise<Claimed> {
  const { db, by, now } = context;
  const lead = await findLead(context, input.lead);
  const [owner, past, pace] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: lead.ownerId } }),
    db.activity.findMany({
      where: { leadId: lead.id, removedAt: null, channel: { not: 'note' } },
      orderBy: { at: 'desc' },
      take: 10,
    }),
    paceOf(context, { ownerId: by.id, leadId: lead.id }),
  ]);
  if (lead.status !== 'pool') throw new Refusal('not-in-pool', { name: leadName(lead), owner: owner.name });
  const take = await context.ids.take(1);
  const touch = { ...proposeTouch(context, { kind: 'lead', tier: lead.grade }, past, pace), id: take() };
  const { id, ...next } = touch;
  const changes: (Change | null)[] = [
    update('Lead', lead, { status: 'working', ownerId: by.id }),
    create('Touch', id, { ...next, ownerId: by.id, leadId: lead.id, origin: 'cadence', state: 'open', createdAt: now }),
  ];
  return { lead, from: owner.name, touch, plan: { changes: changes.filter((one) => one !== null) } };
}
