import type { App } from '../bot/app.ts';
import { approvalAnew, approvalTold } from '../bot/cards/approvals.ts';
import { pipelineChart } from '../bot/cards/chart.ts';
import { digestCard } from '../bot/cards/digests.ts';
import { planCard } from '../bot/cards/plans.ts';
import { quoteOver } from '../bot/cards/quotes.ts';
import { type Reader, readerOf } from '../bot/cards/reader.ts';
import { repurchaseDue, revisitDue, touchDue } from '../bot/cards/reminders.ts';
import type { Card } from '../bot/chat/card.ts';
import { repurchase } from '../bot/insight/repurchase.ts';
import { dayOf, wallTimeOf } from '../bot/insight/wall-time.ts';
import { create, type Plan, type Say, update } from '../bot/sales/change.ts';
import { isOver, loadApproval } from '../bot/sales/closing/approval.ts';
import { lapsed } from '../bot/sales/closing/decide-approval.ts';
import { isPast } from '../bot/sales/closing/list-quotes.ts';
import { sentCards } from '../bot/sales/closing/sent-cards.ts';
import type { Context } from '../bot/sales/context.ts';
import { digest } from '../bot/sales/digest.ts';
import { leadName } from '../bot/sales/leads/lead-name.ts';
import { planToday } from '../bot/sales/touches/plan-today.ts';
import type { Reminder } from '../prisma/generated/client.ts';

/** A reminder's message, looked up at the moment it is sent: null when it is no longer needed. */
export interface Composed {
  card: Card;
  language: 'zh' | 'en';
  plan?: Plan;
  pictures?: { id: number; png: Uint8Array }[];
  /** What others see of it. */
  says?: Say[];
}

export async function compose(app: App, reminder: Reminder, now: Date): Promise<Composed | null> {
  const person = await app.db.person.findFirst({ where: { id: reminder.personId, active: true, removedAt: null } });
  if (!person) return null;
  const context: Context = { db: app.db, ids: app.ids, now, by: person, playbook: app.playbook };
  const reader = readerOf(person, now, app.playbook);
  const made = await kinds[reminder.kind]?.(context, reader, reminder);
  return made ? { ...made, language: reader.language } : null;
}

type Compose = (context: Context, reader: Reader, reminder: Reminder) => Promise<Omit<Composed, 'language'> | null>;

const kinds: Record<string, Compose> = {
  async plan(context, reader) {
    const { items, total } = await planToday(context);
    if (total === 0) return null;
    return { card: planCard(reader, items, total, context.by.name) };
  },
  async digest(context, reader) {
    if (context.by.role === 'rep') return null;
    const result = await digest(context);
    const picture = { id: await context.ids.next(), png: await pipelineChart(reader, result) };
    return { card: digestCard(reader, result, picture.id), pictures: [picture] };
  },
  'due-before': touchReminder,
  due: touchReminder,
  overdue: touchReminder,
  'approval-expiry': approvalExpiry,
  'quote-expiry': quoteExpiry,
  async revisit(context, reader, reminder) {
    const customer = await customerOf(context, reminder);
    if (!customer) return null;
    const since = customer.lastTouchAt ?? customer.createdAt;
    const every = context.playbook.tiers.find((tier) => tier.key === customer.tier)?.touchEveryDays ?? 0;
    const days = Math.floor((context.now.getTime() - since.getTime()) / 86_400_000);
    if (since.toISOString() !== reminder.occurrence) return null;
    const { id, plan } = await touchFor(context, customer.id, reader.t.reminder.revisitWhat(customer.name), 'revisit');
    return {
      card: revisitDue(reader, customer, id, days, every, await lastTouches(context, { customerId: customer.id })),
      plan,
    };
  },
  async repurchase(context, reader, reminder) {
    const customer = await customerOf(context, reminder);
    const orders =
      customer &&
      (await context.db.order.findMany({
        where: { customerId: customer.id, removedAt: null, at: { lte: context.now } },
        orderBy: { at: 'asc' },
      }));
    const rhythm = orders && repurchase(orders);
    const last = orders?.at(-1);
    // Ordered since: the next one is expected on another day.
    if (!customer || !rhythm || !last || dayOf(rhythm.nextExpected, context.by.zone) !== reminder.occurrence)
      return null;
    const { id, plan } = await touchFor(
      context,
      customer.id,
      reader.t.reminder.repurchaseWhat(customer.name),
      'repurchase',
    );
    const numbers = { every: Math.round(rhythm.medianIntervalDays), last: last.at, expected: rhythm.nextExpected };
    return { card: repurchaseDue(reader, customer, id, numbers), plan };
  },
};

/** Nobody decided in time: the request lapses, who asked hears it and the card says so. */
async function approvalExpiry(context: Context, reader: Reader, reminder: Reminder) {
  const view = await loadApproval(context, Number(reminder.subject.slice(9)));
  if (!view || !isOver(context, view) || view.approval.expiresAt.getTime() !== new Date(reminder.occurrence).getTime())
    return null;
  const { view: over, plan } = lapsed(view);
  return {
    card: approvalTold(reader, over),
    plan,
    says: approvalAnew(context, over, await sentCards(context, view.approval.id), reminder.id),
  };
}

/** The customer's quote is valid no longer: it says so, and who has the deal may quote again. */
async function quoteExpiry(context: Context, reader: Reader, reminder: Reminder) {
  const { db } = context;
  const quote = await db.quote.findFirst({ where: { id: Number(reminder.subject.slice(6)), removedAt: null } });
  const deal = quote && (await db.opportunity.findFirst({ where: { id: quote.opportunityId, removedAt: null } }));
  if (!quote || !isPast(context, quote) || deal?.status !== 'open') return null;
  const change = update('Quote', quote, { state: 'expired' });
  return { card: quoteOver(reader, deal, quote), plan: { changes: change ? [change] : [] } };
}

/** What is planned after a deal's end: its stage's tasks, and another try. */
const afterwards = new Set(['stage', 'revisit']);

/** Still open and still at that time? A touch that is overdue hears only that, not that it was due. */
async function touchReminder(context: Context, reader: Reader, reminder: Reminder) {
  const { db, now, playbook } = context;
  const touch = await db.touch.findFirst({
    where: { id: Number(reminder.subject.slice(6)), state: 'open', removedAt: null },
  });
  if (
    !touch ||
    touch.ownerId !== reminder.personId ||
    touch.dueAt.getTime() !== new Date(reminder.occurrence).getTime()
  )
    return null;
  const kind = reminder.kind as 'due-before' | 'due' | 'overdue';
  const late = now.getTime() - touch.dueAt.getTime();
  const over = late >= playbook.reminders.overdueAfter * 3_600_000;
  if ((kind === 'due-before' && late >= 0) || (kind === 'due' && over)) return null;
  const which = touch.opportunityId
    ? { opportunityId: touch.opportunityId }
    : touch.customerId
      ? { customerId: touch.customerId }
      : { leadId: touch.leadId ?? 0 };
  const [deal, customer, lead, activities] = await Promise.all([
    touch.opportunityId ? db.opportunity.findUnique({ where: { id: touch.opportunityId } }) : null,
    touch.customerId ? db.customer.findUnique({ where: { id: touch.customerId } }) : null,
    touch.leadId ? db.lead.findUnique({ where: { id: touch.leadId } }) : null,
    lastTouches(context, which),
  ]);
  if (
    (deal && deal.status !== 'open' && !afterwards.has(touch.origin)) ||
    [deal, customer, lead].some((one) => one?.removedAt)
  )
    return null;
  const label = deal?.title ?? customer?.name ?? leadName(lead);
  return { card: touchDue(reader, kind, touch, label, activities) };
}

function lastTouches({ db }: Context, which: { opportunityId?: number; customerId?: number; leadId?: number }) {
  return db.activity.findMany({ where: { ...which, removedAt: null }, orderBy: { at: 'desc' }, take: 3 });
}

function customerOf({ db, by }: Context, reminder: Reminder) {
  return db.customer.findFirst({ where: { id: Number(reminder.subject.slice(9)), ownerId: by.id, removedAt: null } });
}

/** The reminder becomes something to do, so that it can be done, put off, and stands in the plan until then. */
async function touchFor(
  context: Context,
  customerId: number,
  what: string,
  origin: string,
): Promise<{ id: number; plan: Plan }> {
  const { now, by } = context;
  const id = await context.ids.next();
  const due = { dueAt: now, wallTime: wallTimeOf(now, by.zone), zone: by.zone };
  const change = create('Touch', id, {
    ownerId: by.id,
    customerId,
    what,
    origin,
    state: 'open',
    createdAt: now,
    ...due,
  });
  return { id, plan: { changes: [change] } };
}
