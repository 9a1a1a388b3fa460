import type { Touch } from '../../prisma/generated/client.ts';
import type { Input } from '../intents.ts';
import { findObjection } from '../playbook/words.ts';
import { type Change, create, type Plan, update } from './change.ts';
import { checkPast, endOfDay } from './check.ts';
import { type Context, mayChange } from './context.ts';
import { actsFor } from './leave/acts-for.ts';
import { newestFirst, proposeNext } from './touches/after-touch.ts';
import type { NextTouch, Proposed } from './touches/next.ts';
import { paceOf } from './touches/pace.ts';
import { type WaysOut, waysOut } from './touches/ways-out.ts';
import { belongsTo, contactCalled, findWhom, type Whom } from './whom.ts';

/** Between the names in `Activity.contactName`: cards put the language's own in its place. */
const joiner = ', ';

export interface Logged {
  label: string;
  dealId: number | null;
  customerId: number | null;
  leadId: number | null;
  stage: string | null;
  contacts: string[];
  objection: string | null;
  /** When it was, if not just now. */
  at: Date | null;
  done: string[];
  /** What the cadence proposes; null when the same sentence plans something itself. */
  next: { id: number; what: string; channel: string | null; dueAt: Date; step: string | null } | null;
  /** Why the proposal comes when it does, and whether it is time for another way. */
  proposed: Omit<Proposed, 'touch'> | null;
  /** What else one can do, when too many touches in a row stayed unanswered. */
  ways: WaysOut | null;
  /** The deal is left in peace until then: nothing is proposed. */
  pausedUntil: Date | null;
  plan: Plan;
}

/**
 * Logs a touch with somebody: the activity, the objection, what is done by it, and what comes next. `planned`: the same
 * sentence plans that itself, so that nothing is proposed.
 */
export async function logActivity(
  context: Context,
  input: Input<'activity.log'>,
  { planned = false }: { planned?: boolean } = {},
): Promise<Logged> {
  const { db, now, by, playbook } = context;
  const whom = await findWhom(context, input.who);
  const { deal, customer, lead, record } = whom;
  await mayChange(context, record);
  const at = input.at ? checkPast(input.at, now) : now;

  const which = deal ? { opportunityId: deal.id } : customer ? { customerId: customer.id } : { leadId: record.id };
  const there = { ...which, state: 'open', removedAt: null };
  const [past, due, waiting, called] = await Promise.all([
    db.activity.findMany({
      where: { ...which, removedAt: null, channel: { not: 'note' } },
      orderBy: { at: 'desc' },
      take: 10,
    }),
    db.touch.findMany({
      where: {
        ...there,
        ownerId: { in: await actsFor(context, record.ownerId) },
        dueAt: { lt: endOfDay(by.zone, at) },
      },
    }),
    db.touch.findMany({ where: { ...there, origin: 'cadence' } }),
    input.contacts ? null : contactCalled(context, whom, input.who),
  ]);
  const { ownerId } = record;
  const pausedUntil = deal?.pausedUntil && deal.pausedUntil > now ? deal.pausedUntil : null;
  const [take, pace] = await Promise.all([
    context.ids.take(2),
    paceOf(context, { ownerId, customerId: customer?.id, leadId: lead?.id, waiting }),
  ]);
  const contacts = input.contacts ?? (called ? [called.name] : []);
  const objection = input.objection ? (findObjection(playbook, input.objection)?.key ?? input.objection) : null;
  const outcome = input.outcome ?? (objection ? 'negative' : 'reached');

  const activity = create('Activity', take(), {
    ...belongsTo(whom),
    channel: input.channel,
    outcome,
    objection,
    note: input.note ?? null,
    contactName: contacts.join(joiner) || null,
    personId: by.id,
    at,
  });
  // A call nobody answered finishes nothing: what was planned is planned anew.
  const finished = outcome === 'silent' ? [] : due;
  const proposal =
    planned || pausedUntil ? null : proposeNext(context, whom, past, { channel: input.channel, outcome, at }, pace);
  const next = proposal && { id: take(), ...proposal.touch };
  const tried = newestFirst([...past, { channel: input.channel, outcome, at, contactName: contacts.join(joiner) }]);
  const ways = proposal && (await waysOut(context, whom, tried, proposal, pace.owner));
  const changes: (Change | null)[] = [
    activity,
    ...touched(whom, at),
    ...finished.map((touch) => update('Touch', touch, { state: 'done', doneAt: at })),
    ...waiting.filter((one) => !includes(finished, one)).map((touch) => update('Touch', touch, { state: 'skipped' })),
    next && planTouch(context, whom, next),
  ];
  return {
    label: whom.label,
    dealId: deal?.id ?? null,
    customerId: customer?.id ?? null,
    leadId: lead?.id ?? null,
    stage: deal?.stage ?? null,
    contacts,
    objection,
    at: input.at ? at : null,
    done: finished.map((one) => one.what),
    next,
    proposed: proposal,
    ways,
    pausedUntil,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

/** What was touched, was touched then; something told late does not set the clock back. */
function touched({ deal, customer, lead }: Whom, at: Date): (Change | null)[] {
  const last = (record: { lastTouchAt: Date | null }) =>
    record.lastTouchAt && record.lastTouchAt > at ? record.lastTouchAt : at;
  return [
    customer && update('Customer', customer, { lastTouchAt: last(customer) }),
    lead && update('Lead', lead, { lastTouchAt: last(lead), status: lead.status === 'new' ? 'working' : lead.status }),
    deal && update('Opportunity', deal, { lastTouchAt: last(deal) }),
  ];
}

function planTouch(context: Context, whom: Whom, { id, ...next }: { id: number } & NextTouch): Change {
  return create('Touch', id, {
    ...belongsTo(whom),
    ...next,
    ownerId: whom.record.ownerId,
    origin: 'cadence',
    state: 'open',
    createdAt: context.now,
  });
}

function includes(touches: Touch[], one: Touch): boolean {
  return touches.some(({ id }) => id === one.id);
}
