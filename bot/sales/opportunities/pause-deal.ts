import { dayOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import { checkDay } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { paceOf } from '../touches/pace.ts';
import { aMonth, wakingOn } from '../touches/ways-out.ts';

export interface Paused {
  deal: Deal;
  /** When it is taken up again: on the first working day from the one that was said. */
  wakesAt: Date;
  /** How many touches of the cadence were called off. */
  skipped: number;
  /** How many of the stage's tasks wait until then. */
  later: number;
  plan: Plan;
}

/**
 * Leaves a deal in peace until a day, for a month when none is said: the cadence's open touches are called off, what
 * the stage brought to do waits, and one touch, `what`, wakes it up. Until then nothing is proposed and nobody is alerted.
 * What was promised stays.
 */
export async function pauseDeal(
  context: Context,
  input: Input<'deal.pause'>,
  what: (title: string) => string,
): Promise<Paused> {
  const { db, now } = context;
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const { ownerId, customerId } = deal;
  const [{ owner }, open, take] = await Promise.all([
    paceOf(context, { ownerId, customerId }),
    db.touch.findMany({
      where: {
        opportunityId: deal.id,
        state: 'open',
        removedAt: null,
        origin: { in: ['cadence', 'revisit', 'stage'] },
      },
    }),
    context.ids.take(1),
  ]);
  const { zone } = owner;
  const today = dayOf(now, zone);
  const said = input.until ?? addDays(today, aMonth);
  checkDay(said, now, zone);
  if (said === today) throw new Refusal('past-date', { said });
  const wakesAt = wakingOn(said, owner);
  const [tasks, chasing] = [open.filter(isTask), open.filter((touch) => !isTask(touch))];
  const waiting = tasks.filter(({ dueAt }) => dueAt < wakesAt);
  const changes: (Change | null)[] = [
    update('Opportunity', deal, { pausedUntil: new Date(`${dayOf(wakesAt, zone)}T00:00:00Z`) }),
    ...chasing.map((touch) => update('Touch', touch, { state: 'skipped' })),
    ...waiting.map((touch) =>
      update('Touch', touch, { dueAt: wakesAt, wallTime: wallTimeOf(wakesAt, touch.zone ?? zone) }),
    ),
    create('Touch', take(), {
      ownerId,
      customerId,
      opportunityId: deal.id,
      what: what(deal.title),
      origin: 'revisit',
      state: 'open',
      dueAt: wakesAt,
      wallTime: wallTimeOf(wakesAt, zone),
      zone,
      createdAt: now,
    }),
  ];
  return {
    deal,
    wakesAt,
    skipped: chasing.length,
    later: waiting.length,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

const isTask = ({ origin }: { origin: string }) => origin === 'stage';
