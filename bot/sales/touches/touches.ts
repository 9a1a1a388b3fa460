import type { Touch } from '../../../prisma/generated/client.ts';
import { dayOf, instantOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addWorkingDays, type Hours, nextWorkingTime } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Change, type Plan, update } from '../change.ts';
import { checkMoment } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { findTouch } from '../find.ts';
import { leavesOf, spanOf } from '../leave/leaves.ts';
import { Refusal } from '../refusal.ts';

/** Ticks a touch off: whom it was about has been touched now. Pressed twice, it says that it is done already and writes nothing. */
export async function completeTouch(
  context: Context,
  input: Input<'touch.done'>,
): Promise<{ plan: Plan; touch: Touch }> {
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const changes = [update('Touch', touch, { state: 'done', doneAt: context.now }), ...(await touched(context, touch))];
  return { plan: { changes: changes.filter((one) => one !== null) }, touch };
}

async function touched({ db, now }: Context, touch: Touch): Promise<(Change | null)[]> {
  const of = (id: number | null) => ({ where: { id: id ?? 0, removedAt: null } });
  const [deal, customer, lead] = await Promise.all([
    touch.opportunityId ? db.opportunity.findFirst(of(touch.opportunityId)) : null,
    touch.customerId ? db.customer.findFirst(of(touch.customerId)) : null,
    touch.leadId ? db.lead.findFirst(of(touch.leadId)) : null,
  ]);
  return [
    deal && update('Opportunity', deal, { lastTouchAt: now }),
    customer && update('Customer', customer, { lastTouchAt: now }),
    lead && update('Lead', lead, { lastTouchAt: now }),
  ];
}

/** How many working days a promise of theirs is given when it is put off to no day that is named. */
const grace = 3;

/** Puts a touch off, to `until` or to the owner's next working morning; what they promised, by three working days. */
export async function snoozeTouch(
  context: Context,
  input: Input<'touch.snooze'>,
): Promise<{ plan: Plan; touch: Touch; until: Date }> {
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const owner = await context.db.person.findUniqueOrThrow({ where: { id: touch.ownerId } });
  const leave = (await leavesOf(context, [owner.id])).map(spanOf);
  const until = input.until ? checkMoment(input.until, context.now) : later(touch, context.now, { ...owner, leave });
  const change = update('Touch', touch, {
    dueAt: until,
    wallTime: wallTimeOf(until, owner.zone),
    zone: owner.zone,
  });
  return { plan: { changes: change ? [change] : [] }, touch, until };
}

function later({ side }: Touch, now: Date, hours: Hours): Date {
  if (side === 'us') return nextWorkingTime(now, hours);
  const { zone, workStart, leave } = hours;
  return instantOf(`${addWorkingDays(dayOf(now, zone), grace, zone, leave)} ${workStart}`, zone);
}
