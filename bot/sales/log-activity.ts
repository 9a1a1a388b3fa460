import { wallTimeOf } from '../insight/wall-time.ts';
import type { Input } from '../intents.ts';
import { findObjection } from '../playbook/words.ts';
import { type Change, create, type Plan, update } from './change.ts';
import { checkMoment, endOfDay } from './check.ts';
import { type Context, mayChange } from './context.ts';
import { findAny } from './find.ts';
import { leadName } from './leads/lead-name.ts';
import { type NextTouch, proposeTouch } from './touches/next.ts';

export interface Logged {
  label: string;
  dealId: number | null;
  customerId: number | null;
  leadId: number | null;
  stage: string | null;
  objection: string | null;
  done: string[];
  /** What comes next: a promise when the sentence named it, else the cadence's proposal. */
  next: { id: number; what: string; channel: string | null; dueAt: Date; promised: boolean; step: string | null };
  plan: Plan;
}

/** Logs a touch with somebody: the activity, the objection, what is done by it, and what comes next. */
export async function logActivity(context: Context, input: Input<'activity.log'>): Promise<Logged> {
  const { db, now, by, playbook } = context;
  const found = await findAny(context, input.who);
  const deal = found.kind === 'deal' ? found.deal : null;
  const customer = deal?.customer ?? (found.kind === 'customer' ? found.customer : null);
  const lead = found.kind === 'lead' ? found.lead : null;
  const record = deal ?? customer ?? lead;
  if (!record) throw new Error('found nothing and did not refuse');
  await mayChange(context, record);

  const about = { opportunityId: deal?.id ?? null, customerId: customer?.id ?? null, leadId: lead?.id ?? null };
  const which = deal ? { opportunityId: deal.id } : customer ? { customerId: customer.id } : { leadId: record.id };
  const [past, open] = await Promise.all([
    db.activity.findMany({ where: { ...which, removedAt: null }, orderBy: { at: 'desc' }, take: 10 }),
    db.touch.findMany({
      where: { ...which, ownerId: by.id, state: 'open', removedAt: null, dueAt: { lt: endOfDay(by.zone, now) } },
    }),
  ]);
  const waiting = await db.touch.findMany({ where: { ...which, state: 'open', origin: 'cadence', removedAt: null } });
  const take = await context.ids.take(2);
  const objection = input.objection ? (findObjection(playbook, input.objection)?.key ?? input.objection) : null;
  const outcome = input.outcome ?? (objection ? 'negative' : 'reached');

  const changes: (Change | null)[] = [
    create('Activity', take(), {
      ...about,
      channel: input.channel,
      outcome,
      objection,
      note: input.note ?? null,
      contactName: input.contact ?? null,
      personId: by.id,
      at: now,
    }),
  ];
  if (customer) changes.push(update('Customer', customer, { lastTouchAt: now }));
  if (lead)
    changes.push(update('Lead', lead, { lastTouchAt: now, status: lead.status === 'new' ? 'working' : lead.status }));
  // A call nobody answered finishes nothing: what was planned is planned anew.
  const finished = outcome === 'silent' ? [] : open;
  for (const touch of finished) changes.push(update('Touch', touch, { state: 'done', doneAt: now }));
  for (const touch of waiting.filter((one) => !finished.some(({ id }) => id === one.id)))
    changes.push(update('Touch', touch, { state: 'skipped' }));

  const history = [
    { channel: input.channel, outcome, at: now },
    ...past.map(({ channel, outcome, at }) => ({ channel, outcome, at })),
  ];
  const tier = customer?.tier ?? lead?.grade ?? 'C';
  const next = input.next
    ? promise(context, input.next)
    : proposeTouch(
        context,
        deal ? { kind: 'deal', tier, stage: deal.stage } : { kind: lead ? 'lead' : 'deal', tier },
        history,
      );
  const touch = { id: take(), ...next };
  changes.push(
    create('Touch', touch.id, {
      ...about,
      ...next,
      ownerId: record.ownerId,
      origin: input.next ? 'promise' : 'cadence',
      state: 'open',
      createdAt: now,
    }),
  );
  if (deal) {
    const step = input.next ? { nextStep: next.what, nextAt: next.dueAt } : {};
    changes.push(update('Opportunity', deal, { lastTouchAt: now, ...step }));
  }
  return {
    label: deal?.title ?? customer?.name ?? leadName(lead),
    dealId: deal?.id ?? null,
    customerId: customer?.id ?? null,
    leadId: lead?.id ?? null,
    stage: deal?.stage ?? null,
    objection,
    done: finished.map((one) => one.what),
    next: {
      id: touch.id,
      what: touch.what,
      channel: touch.channel,
      dueAt: touch.dueAt,
      promised: Boolean(input.next),
      step: touch.step,
    },
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

function promise(
  { by, now }: Context,
  next: { what: string; at: string },
): Omit<NextTouch, 'channel' | 'step'> & { channel: null; step: null } {
  const dueAt = checkMoment(next.at, now);
  return { what: next.what, channel: null, step: null, dueAt, wallTime: wallTimeOf(dueAt, by.zone), zone: by.zone };
}
