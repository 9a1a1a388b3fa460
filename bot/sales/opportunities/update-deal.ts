import { TZDate } from '@date-fns/tz';
import { addMonths } from 'date-fns/addMonths';
import { dayOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Change, create, guard, type Plan, update, type Value } from '../change.ts';
import { checkDay, checkMoment, checkMoney } from '../check.ts';
import type { ApprovalView } from '../closing/approval.ts';
import { mustAsk, type Reaching } from '../closing/approver.ts';
import { type Asked, askApproval, overtaken } from '../closing/ask-approval.ts';
import { isDiscount } from '../closing/quote.ts';
import { type Context, mayChange } from '../context.ts';
import { type DayOff, dayOff } from '../day-off.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { readFacts } from './facts.ts';

export interface Updated {
  deal: Deal;
  change: Change | null;
  /** Days that were said and on which nobody works. */
  off: DayOff[];
  /** A discount above one's limit, which waits for approval: the deal does not have it yet. */
  asked: Asked | null;
  /** Requests for a discount that were about another price. */
  withdrawn: ApprovalView[];
  plan: Plan;
}

/**
 * Changes a deal's amount, expected close, next step, odds, discount or facts. What is the same already is not written
 * again; a discount above one's limit is asked for and not written.
 */
export async function updateDeal(context: Reaching, input: Input<'deal.update'>): Promise<Updated> {
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const { now, by } = context;
  const values: Record<string, Value> = readFacts(context, deal, input.facts);
  if (input.amount) Object.assign(values, checkMoney(input.amount, deal.currency));
  const closeOn = input.closeOn ?? (input.closeLater && later(context, deal, input));
  if (closeOn) values.closeOn = checkDay(closeOn, now, by.zone);
  if (input.nextStep) values.nextStep = input.nextStep;
  const at = input.nextAt ? checkMoment(input.nextAt, now) : null;
  if (at) values.nextAt = at;
  const asks = mustAsk(context, input.discount) && !isDiscount(deal, input.discount ?? null);
  Object.assign(values, shares(deal, asks ? { odds: input.odds } : input));
  const change = update('Opportunity', deal, values);
  const asked = asks ? await askApproval(context, deal, termsOf(deal, values, input.discount ?? 0)) : null;
  const left = asked || !change ? { withdrawn: [], changes: [] } : await overtaken(context, deal, change);
  const own = change ?? (asked && guard('Opportunity', deal));
  const changes: (Change | null)[] = [own, ...(asked?.changes ?? []), ...left.changes];
  if (at && input.nextStep) {
    for (const touch of await before(context, deal)) changes.push(update('Touch', touch, { state: 'skipped' }));
    const take = await context.ids.take(1);
    const due = { dueAt: at, wallTime: wallTimeOf(at, by.zone), zone: by.zone };
    const about = { ownerId: deal.ownerId, opportunityId: deal.id, customerId: deal.customerId };
    changes.push(
      create('Touch', take(), {
        ...about,
        ...due,
        what: input.nextStep,
        origin: 'promise',
        state: 'open',
        createdAt: now,
      }),
    );
  }
  const days = [values.closeOn instanceof Date && calendarDay(values.closeOn), at && dayOf(at, by.zone)];
  const off = days.flatMap((day) => (day ? (dayOff(day, by.zone) ?? []) : []));
  return {
    deal,
    change,
    off,
    asked,
    withdrawn: left.withdrawn,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

/** What is to be approved: the deal as this leaves it, with the discount. */
function termsOf(deal: Deal, { amount, currency }: Record<string, Value>, discount: number) {
  const now = deal.amount === null ? null : deal.amount.toFixed(2);
  return {
    amount: typeof amount === 'string' ? amount : now,
    currency: typeof currency === 'string' ? currency : deal.currency,
    discount,
    validUntil: null,
    terms: null,
  };
}

/** The expected close, put off. Refuses, asking for a day, when none was expected yet. */
function later({ now, by }: Context, { id, closeOn }: Deal, input: Input<'deal.update'>): string {
  const { closeLater, ...rest } = input;
  const [, count = '', unit] = /^P(\d+)([DWM])$/.exec(closeLater ?? '') ?? [];
  if (!closeOn) {
    const asked = { name: 'deal.update', input: { ...rest, deal: `#${id}` } } as const;
    throw new Refusal('nothing-said', { needs: ['closeOn'] }, { intent: asked, missing: ['closeOn'] });
  }
  // As text: days in this form stand in their order.
  const [from = ''] = [calendarDay(closeOn), dayOf(now, by.zone)].sort().reverse();
  const days = Number(count) * (unit === 'W' ? 7 : 1);
  return unit === 'M'
    ? calendarDay(addMonths(new TZDate(`${from}T00:00:00Z`, 'UTC'), Number(count)))
    : addDays(from, days);
}

/** Odds and discount as the database keeps them, three decimals; what they are already is left out. */
function shares(
  deal: Deal,
  input: { odds?: number | undefined; discount?: number | undefined },
): Record<string, Value> {
  return Object.fromEntries(
    (['odds', 'discount'] as const).flatMap((field) => {
      const said = input[field]?.toFixed(3);
      const same = deal[field] !== null && Number(deal[field]) === Number(said);
      return said === undefined || same ? [] : [[field, said]];
    }),
  );
}

function calendarDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** What was planned for the next step until now: a deal has one next step. */
async function before({ db }: Context, { id, nextStep, nextAt }: Deal) {
  if (!nextStep || !nextAt) return [];
  const planned = { origin: 'promise', what: nextStep, dueAt: nextAt };
  return db.touch.findMany({ where: { opportunityId: id, state: 'open', removedAt: null, ...planned } });
}
