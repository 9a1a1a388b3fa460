import type { App } from '../bot/app.ts';
import type { Reader } from '../bot/cards/reader.ts';
import { alertCard } from '../bot/cards/risks.ts';
import { isAway } from '../bot/insight/leave.ts';
import { dayOf, instantOf } from '../bot/insight/wall-time.ts';
import { addWorkingDays, isWorkingDay } from '../bot/insight/working-days.ts';
import { candidates } from '../bot/sales/alerts/candidates.ts';
import { risksOf } from '../bot/sales/alerts/deal-facts.ts';
import { type Stays, stageStays } from '../bot/sales/alerts/stage-stays.ts';
import { untouchedSince } from '../bot/sales/alerts/untouched.ts';
import type { Context } from '../bot/sales/context.ts';
import { leavesOf, spanOf } from '../bot/sales/leave/leaves.ts';
import type { Person, Reminder } from '../prisma/generated/client.ts';
import type { Made } from './composed.ts';
import { insert, type Row } from './plan-reminders.ts';

/** How long before an alert's time (hours) it is written down, and how long after it still is. */
const [before, after] = [1, 8];
/** So many deals in which something may be wrong are looked at in one sweep. */
const most = 5000;
const hour = 3_600_000;

/** Writes down today's alerts: the gravest of whoever has none yet, and for managers what stood still since its owner heard it. */
export async function planAlerts(app: App): Promise<void> {
  const now = app.clock.now();
  const people = await due(app, now);
  if (people.length === 0) return;
  const context = { db: app.db, ids: app.ids, now, playbook: app.playbook } as Context;
  await insert(app, [...(await ofOwners(context, people)), ...(await ofManagers(context, people))]);
}

interface Due {
  person: Person;
  today: string;
  row(kind: string, deal: number, occurrence: string): Row;
}

/** Whoever works today, or has somebody who stands in, and whose time for alerts is now. */
async function due({ db, playbook }: App, now: Date): Promise<Due[]> {
  const people = await db.person.findMany({ where: { active: true, removedAt: null } });
  const times = people.flatMap((person): Due[] => {
    const { zone } = person;
    const today = dayOf(now, zone);
    const wallTime = `${today} ${playbook.alerts.at}`;
    const dueAt = instantOf(wallTime, zone);
    const late = (now.getTime() - dueAt.getTime()) / hour;
    if (late < -before || late > after || !isWorkingDay(today, zone)) return [];
    const row: Due['row'] = (kind, deal, occurrence) => {
      return { kind, subject: `deal:${deal}`, occurrence, personId: person.id, dueAt, wallTime, zone };
    };
    return [{ person, today, row }];
  });
  const ids = times.map(({ person }) => person.id);
  const leaves = ids.length === 0 ? [] : await leavesOf({ db, now }, ids);
  const gone = (one: Due) =>
    leaves.some(
      (leave) => leave.personId === one.person.id && leave.coverId === null && isAway(one.today, [spanOf(leave)]),
    );
  return times.filter((one) => !gone(one));
}

async function ofOwners(context: Context, people: Due[]): Promise<Row[]> {
  const { db, now, playbook } = context;
  const planned = await db.reminder.findMany({
    where: {
      kind: 'alert',
      personId: { in: people.map(({ person }) => person.id) },
      dueAt: { gt: new Date(now.getTime() - 24 * hour) },
    },
    select: { personId: true, occurrence: true },
  });
  const told = new Set(planned.map(({ personId, occurrence }) => `${personId} ${occurrence}`));
  const open = people.filter(({ person, today }) => !told.has(`${person.id} ${today}`));
  if (open.length === 0) return [];
  const stays = await stageStays(context);
  const owners = open.map(({ person }) => person.id);
  const ids = await candidates(context, { owners, most, quiet: true, stays });
  const risks = (await risksOf(context, ids, stays)).filter(({ signals }) => signals.length > 0);
  const byOwner = Map.groupBy(risks, ({ deal }) => deal.ownerId);
  return open.flatMap((one) =>
    (byOwner.get(one.person.id) ?? [])
      .sort((a, b) => (b.signals[0]?.weight ?? 0) - (a.signals[0]?.weight ?? 0))
      .slice(0, playbook.alerts.perDay)
      .map(({ deal }) => one.row('alert', deal.id, one.today)),
  );
}

/** What its owner heard so many working days ago and did nothing about. */
async function ofManagers(context: Context, people: Due[]): Promise<Row[]> {
  const { managerAfter } = context.playbook.alerts;
  const since = new Date(context.now.getTime() - (managerAfter * 2 + 7) * 24 * hour);
  const still = await untouchedSince(context, since);
  return still.flatMap(({ deal, occurrence, zone, managerId }) => {
    const manager = people.find(({ person }) => person.id === managerId);
    const ripe = manager && addWorkingDays(occurrence, managerAfter, zone) <= manager.today;
    return ripe ? [manager.row('alert-late', deal, occurrence)] : [];
  });
}

/** Still somebody's, still open and not left in peace, and still in danger: else there is nothing to say. */
export async function dealAlert(context: Context, reader: Reader, reminder: Reminder): Promise<Made | null> {
  const risk = await standing(context, reminder);
  return risk && risk.deal.ownerId === reminder.personId ? { card: alertCard(reader, risk) } : null;
}

/** The manager hears what stood still, with the day on which its owner heard it. */
export async function lateAlert(context: Context, reader: Reader, reminder: Reminder): Promise<Made | null> {
  const since = new Date(`${reminder.occurrence}T00:00:00Z`);
  const [risk, still] = await Promise.all([standing(context, reminder), untouchedSince(context, since, reminder)]);
  return risk && still.length > 0 ? { card: alertCard(reader, risk, { told: reminder.occurrence }) } : null;
}

async function standing(context: Context, { subject }: Reminder) {
  const id = Number(subject.slice(5));
  const deal = await context.db.opportunity.findFirst({ where: { id, status: 'open', removedAt: null } });
  const quiet = [deal?.pausedUntil, deal?.quietUntil].some((day) => day && day > context.now);
  if (!deal || quiet) return null;
  const [risk] = await risksOf(context, [id], await staysThisHour(context));
  return risk && risk.signals.length > 0 ? risk : null;
}

const read = new WeakMap<Context['db'], { hour: string; stays: Promise<Stays> }>();

/** The team's own times are read once an hour, however many alerts are sent in it. */
function staysThisHour(context: Context): Promise<Stays> {
  const now = context.now.toISOString().slice(0, 13);
  const known = read.get(context.db);
  if (known?.hour === now) return known.stays;
  const stays = stageStays(context);
  read.set(context.db, { hour: now, stays });
  return stays;
}
