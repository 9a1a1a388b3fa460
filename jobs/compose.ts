import type { App } from '../bot/app.ts';
import { pipelineChart } from '../bot/cards/chart.ts';
import { digestCard } from '../bot/cards/digests.ts';
import { planCard } from '../bot/cards/plans.ts';
import { type Reader, readerOf } from '../bot/cards/reader.ts';
import { repurchaseDue, revisitDue } from '../bot/cards/reminders.ts';
import { xrayCard } from '../bot/cards/xray.ts';
import { xrayChart } from '../bot/cards/xray-chart.ts';
import { repurchase } from '../bot/insight/repurchase.ts';
import { dayOf, wallTimeOf } from '../bot/insight/wall-time.ts';
import { create, type Plan } from '../bot/sales/change.ts';
import type { Context } from '../bot/sales/context.ts';
import { digest } from '../bot/sales/digest.ts';
import { awayNow } from '../bot/sales/leave/leaves.ts';
import { showXray } from '../bot/sales/opportunities/show-xray.ts';
import { coveringToday } from '../bot/sales/touches/plan-cover.ts';
import { planToday } from '../bot/sales/touches/plan-today.ts';
import type { Reminder } from '../prisma/generated/client.ts';
import { approvalExpiry, quoteExpiry } from './closing-reminders.ts';
import type { Composed, Later, Made } from './composed.ts';
import { dealAlert, lateAlert } from './deal-alerts.ts';
import { lastTouches, touchReminder } from './touch-reminder.ts';
import { instead } from './when-away.ts';

/** The message, null when there is none to send, or when it is to be sent instead. */
export async function compose(app: App, reminder: Reminder, now: Date): Promise<Composed | Later | null> {
  const person = await app.db.person.findFirst({ where: { id: reminder.personId, active: true, removedAt: null } });
  if (!person) return null;
  const context: Context = { db: app.db, ids: app.ids, now, by: person, playbook: app.playbook };
  const leave = await awayNow(context, person);
  if (leave) return instead(context, reminder, leave);
  const reader = readerOf(person, now, app.playbook);
  const made = await kinds[reminder.kind]?.(context, reader, reminder);
  if (!made || 'dueAt' in made) return made ?? null;
  return { ...made, language: reader.language, personId: person.id };
}

type Compose = (context: Context, reader: Reader, reminder: Reminder) => Promise<Made | Later | null>;

const kinds: Record<string, Compose> = {
  async plan(context, reader) {
    const [{ items, total }, covering] = await Promise.all([planToday(context), coveringToday(context)]);
    if (total === 0 && covering.length === 0) return null;
    return { card: planCard(reader, items, total, { morningFor: context.by.name, covering }) };
  },
  async digest(context, reader) {
    if (context.by.role === 'rep') return null;
    const result = await digest(context);
    const picture = { id: await context.ids.next(), png: await pipelineChart(reader, result) };
    return { card: digestCard(reader, result, picture.id), pictures: [picture] };
  },
  async review(context, reader) {
    if (context.by.role === 'rep') return null;
    const result = await showXray(context, {});
    if (result.pipelines.length === 0) return null;
    const picture = { id: await context.ids.next(), png: await xrayChart(reader, result) };
    return { card: xrayCard(reader, result, picture.id, { review: true }), pictures: [picture] };
  },
  'due-before': (context, reader, reminder) => touchReminder(context, reader, reminder),
  due: (context, reader, reminder) => touchReminder(context, reader, reminder),
  overdue: (context, reader, reminder) => touchReminder(context, reader, reminder),
  alert: dealAlert,
  'alert-late': lateAlert,
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
