import type { Person } from '../../../prisma/generated/client.ts';
import { dayOf, wallTimeOf } from '../../insight/wall-time.ts';
import type { Input } from '../../intents.ts';
import { create, type Plan, update } from '../change.ts';
import { checkMoment } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { type DayOff, dayOff } from '../day-off.ts';
import type { Deal } from '../find.ts';
import { belongsTo, contactCalled, findWhom, type Whom } from '../whom.ts';

export interface AddedTask {
  what: string;
  dueAt: Date;
  side: 'us' | 'them';
  kind: 'task' | 'meeting';
  /** With whom, and the person there by whose name they were found; null when it is about nobody. */
  label: string | null;
  contact: string | null;
  dealId: number | null;
  customerId: number | null;
  leadId: number | null;
  /** It is the deal's next step now. */
  isNextStep: boolean;
  off: DayOff | null;
  plan: Plan;
}

/** Plans something with somebody at a time, for whoever has the record: a task or an appointment of ours, or what they promised. */
export async function addTask(context: Context, input: Input<'task.add'>): Promise<AddedTask> {
  const { db, by, now } = context;
  const whom = input.who ? open(await findWhom(context, input.who)) : null;
  if (whom) await mayChange(context, whom.record);
  const dueAt = checkMoment(input.at, now);
  const { side = 'us', kind = 'task', what } = input;
  const [owner, contact] = await Promise.all([
    whom && whom.record.ownerId !== by.id ? db.person.findUniqueOrThrow({ where: { id: whom.record.ownerId } }) : by,
    whom && input.who ? contactCalled(context, whom, input.who) : null,
  ]);
  const take = await context.ids.take(1);
  const touch = create('Touch', take(), {
    ...(whom ? belongsTo(whom) : {}),
    ...due(dueAt, owner),
    ownerId: owner.id,
    what,
    side,
    kind,
    origin: 'promise',
    state: 'open',
    createdAt: now,
  });
  const step = whom?.deal && side === 'us' && isNext(whom.deal, dueAt, now);
  const deal = step && whom?.deal ? update('Opportunity', whom.deal, { nextStep: what, nextAt: dueAt }) : null;
  return {
    what,
    dueAt,
    side,
    kind,
    label: whom?.label ?? null,
    contact: contact?.name ?? null,
    dealId: whom?.deal?.id ?? null,
    customerId: whom?.customer?.id ?? null,
    leadId: whom?.lead?.id ?? null,
    isNextStep: deal !== null,
    off: dayOff(dayOf(dueAt, by.zone), by.zone),
    plan: { changes: [touch, ...(deal ? [deal] : [])] },
  };
}

/** What is planned after a deal's end is planned with its customer: nobody is reminded of a closed deal. */
function open(whom: Whom): Whom {
  if (whom.deal?.status === 'open' || !whom.customer) return whom;
  return { ...whom, deal: null };
}

function due(dueAt: Date, { zone }: Person) {
  return { dueAt, wallTime: wallTimeOf(dueAt, zone), zone };
}

/** A deal has one next step: the first one still to come. */
function isNext({ nextAt }: Deal, dueAt: Date, now: Date): boolean {
  return nextAt === null || nextAt <= now || nextAt > dueAt;
}
