import type { App } from '../bot/app.ts';
import { isAway, type Span } from '../bot/insight/leave.ts';
import { repurchase } from '../bot/insight/repurchase.ts';
import { dayOf, instantOf } from '../bot/insight/wall-time.ts';
import { addDays, addWorkingDays, isWorkingDay } from '../bot/insight/working-days.ts';
import { leavesOf, spanOf } from '../bot/sales/leave/leaves.ts';
import type { Person } from '../prisma/generated/client.ts';

export interface Row {
  kind: string;
  subject: string;
  occurrence: string;
  personId: number;
  dueAt: Date;
  wallTime: string;
  zone: string;
}

/** How far ahead reminders are written down, and how far back they are made up for, in hours. */
const ahead = 26;
const back = 48;

/** Writes down the reminders of the next day, each once: `(kind, subject, occurrence)` is unique, whoever runs this. */
export async function planReminders(app: App): Promise<void> {
  const now = app.clock.now();
  const people = await atWork(app, now);
  const rows = [
    ...people.flatMap((person) => daily(app, person, now)),
    ...(await revisits(app, people, now)),
    ...(await repurchases(app, people, now)),
    ...(await quotes(app, people, now)),
  ];
  await insert(app, rows);
  await touches(app, now);
  await approvals(app, now);
}

type AtWork = Person & { leave: Span[] };

/** Everybody with the days they are away. */
async function atWork({ db }: App, now: Date): Promise<AtWork[]> {
  const people = await db.person.findMany({ where: { active: true, removedAt: null } });
  const leaves = Map.groupBy(
    await leavesOf(
      { db, now },
      people.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  );
  return people.map((person) => ({ ...person, leave: (leaves.get(person.id) ?? []).map(spanOf) }));
}

/**
 * The morning plan of everybody who sells, and the digest of managers, on working days at their own time; with the digest
 * of a month's first working day, the review of the stages, once for that month.
 */
function daily({ playbook }: App, person: AtWork, now: Date): Row[] {
  const today = dayOf(now, person.zone);
  const kinds = [
    ...(person.role === 'rep' ? [['plan', playbook.reminders.morningPlan] as const] : []),
    ...(person.role === 'manager' ? [['digest', playbook.reminders.digest] as const] : []),
  ];
  return [today, addDays(today, 1)]
    .filter((date) => isWorkingDay(date, person.zone) && !isAway(date, person.leave))
    .flatMap((date) => [
      ...kinds.map(([kind, time]) => row(kind, `person:${person.id}`, date, person, `${date} ${time}`)),
      ...(person.role === 'manager' && opensMonth(date, person.zone)
        ? [row('review', `person:${person.id}`, date.slice(0, 7), person, `${date} ${playbook.reminders.digest}`)]
        : []),
    ])
    .filter((one) => near(one.dueAt, now));
}

/** Whether a day is the first working day of its month. */
function opensMonth(date: string, zone: string): boolean {
  return addWorkingDays(`${date.slice(0, 7)}-01`, 0, zone) === date;
}

/** Customers nobody has touched for as long as their tier allows, at ten o'clock of the owner's next working day. */
async function revisits(app: App, people: AtWork[], now: Date): Promise<Row[]> {
  const every = new Map(app.playbook.tiers.map((tier) => [tier.key, tier.touchEveryDays]));
  const { rows } = await app.pool.query<{ id: number; ownerId: number; since: Date; tier: string }>(
    `SELECT c."id", c."ownerId", coalesce(c."lastTouchAt", c."createdAt") AS since, c."tier" FROM "Customer" c
    JOIN jsonb_each_text($1::jsonb) t ON t.key = c."tier"
    WHERE c."removedAt" IS NULL AND coalesce(c."lastTouchAt", c."createdAt") + t.value::int * interval '1 day' < $2::timestamptz + interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM "Touch" x WHERE x."customerId" = c."id" AND x."state" = 'open' AND x."removedAt" IS NULL)`,
    [JSON.stringify(Object.fromEntries(every)), now],
  );
  return rows.flatMap((one) => {
    const owner = people.find((person) => person.id === one.ownerId);
    if (!owner) return [];
    const dueDay = addDays(dayOf(one.since, owner.zone), every.get(one.tier) ?? 30);
    const today = dayOf(now, owner.zone);
    const date = addWorkingDays(dueDay < today ? today : dueDay, 0, owner.zone, owner.leave);
    return [row('revisit', `customer:${one.id}`, one.since.toISOString(), owner, `${date} 10:00`)];
  });
}

/** Customers whose own rhythm of orders says that the next one is near: a week before, or today when that is past. */
async function repurchases(app: App, people: AtWork[], now: Date): Promise<Row[]> {
  const { rows } = await app.pool.query<{ customerId: number; ownerId: number; at: Date[] }>(
    `SELECT o."customerId", c."ownerId", array_agg(o."at" ORDER BY o."at") AS at FROM "Order" o JOIN "Customer" c ON c."id" = o."customerId"
    WHERE o."removedAt" IS NULL AND c."removedAt" IS NULL AND o."at" <= $1 GROUP BY 1, 2 HAVING count(*) >= 3`,
    [now],
  );
  return rows.flatMap((one) => {
    const owner = people.find((person) => person.id === one.ownerId);
    const rhythm = repurchase(one.at.map((at) => ({ at })));
    if (!owner || !rhythm) return [];
    const expected = dayOf(rhythm.nextExpected, owner.zone);
    const today = dayOf(now, owner.zone);
    const early = addDays(expected, -7);
    if (early > addDays(today, 1) || expected < addDays(today, -30)) return [];
    const date = addWorkingDays(early < today ? today : early, 0, owner.zone, owner.leave);
    return [row('repurchase', `customer:${one.customerId}`, expected, owner, `${date} 10:00`)];
  });
}

/** Quotes whose last day is over: the deal's owner hears it as their next working day begins. */
async function quotes(app: App, people: AtWork[], now: Date): Promise<Row[]> {
  const { rows } = await app.pool.query<{ id: number; ownerId: number; last: string }>(
    `SELECT q."id", o."ownerId", q."validUntil"::text AS last FROM "Quote" q JOIN "Opportunity" o ON o."id" = q."opportunityId"
    WHERE q."state" = 'sent' AND q."removedAt" IS NULL AND o."removedAt" IS NULL AND o."status" = 'open' AND q."validUntil" <= $1::timestamptz::date + 1`,
    [now],
  );
  return rows.flatMap(({ id, ownerId, last }) => {
    const owner = people.find((person) => person.id === ownerId);
    const day = owner && addWorkingDays(last, 1, owner.zone);
    return owner ? [row('quote-expiry', `quote:${id}`, last, owner, `${day} ${owner.workStart}`)] : [];
  });
}

function row(kind: string, subject: string, occurrence: string, { id, zone }: Person, wallTime: string): Row {
  return { kind, subject, occurrence, personId: id, dueAt: instantOf(wallTime, zone), wallTime, zone };
}

function near(at: Date, now: Date): boolean {
  const hours = (at.getTime() - now.getTime()) / 3_600_000;
  return hours < ahead && hours > -back;
}

/** Whose record it is now is reminded of it, also of what was written down for the one who had it before. */
const handedOver = `ON CONFLICT ("kind", "subject", "occurrence") DO UPDATE
  SET "personId" = excluded."personId", "dueAt" = excluded."dueAt", "wallTime" = excluded."wallTime", "zone" = excluded."zone"
  WHERE "Reminder"."state" = 'waiting' AND "Reminder"."personId" <> excluded."personId"`;

/** Writes reminders down, each once. */
export async function insert(app: App, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  await app.pool.query(
    `INSERT INTO "Reminder" ("id", "kind", "subject", "occurrence", "personId", "dueAt", "wallTime", "zone")
    SELECT nextval('message_id'), r.* FROM jsonb_to_recordset($1::jsonb)
      AS r("kind" text, "subject" text, "occurrence" text, "personId" int, "dueAt" timestamptz, "wallTime" text, "zone" text)
    WHERE NOT EXISTS (SELECT 1 FROM "Reminder" x WHERE x."kind" = r."kind" AND x."subject" = r."subject" AND x."occurrence" = r."occurrence"
      AND (x."personId" = r."personId" OR x."state" <> 'waiting'))
    ${handedOver}`,
    [JSON.stringify(rows)],
  );
}

/** Before, at and after each open touch's time (one that is due as it is made has its own card); a touch put off has a new time and so new reminders. */
async function touches(app: App, now: Date): Promise<void> {
  const { dueBefore, overdueAfter } = app.playbook.reminders;
  await app.pool.query(
    `INSERT INTO "Reminder" ("id", "kind", "subject", "occurrence", "personId", "dueAt", "wallTime", "zone")
    SELECT nextval('message_id'), k."kind", 'touch:' || t."id", to_char(t."dueAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t."ownerId",
      t."dueAt" + k."minutes" * interval '1 minute', t."wallTime", t."zone"
    FROM "Touch" t CROSS JOIN (VALUES ('due-before', -$2::float8), ('due', 0), ('overdue', $3::float8 * 60)) AS k("kind", "minutes")
    WHERE t."state" = 'open' AND t."removedAt" IS NULL AND (t."origin" IN ('promise', 'cadence', 'stage') OR t."dueAt" > t."createdAt" + interval '1 hour')
      AND t."dueAt" BETWEEN $1::timestamptz - $4 * interval '1 hour' - $3 * interval '1 hour' AND $1::timestamptz + $5 * interval '1 hour'
      AND NOT EXISTS (SELECT 1 FROM "Reminder" x WHERE x."kind" = k."kind" AND x."subject" = 'touch:' || t."id"
        AND x."occurrence" = to_char(t."dueAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AND (x."personId" = t."ownerId" OR x."state" <> 'waiting'))
    ${handedOver}`,
    [now, dueBefore, overdueAfter, back, ahead],
  );
}

/** The end of the time in which a discount was to be approved; a counter-offer has a new one. */
async function approvals(app: App, now: Date): Promise<void> {
  await app.pool.query(
    `INSERT INTO "Reminder" ("id", "kind", "subject", "occurrence", "personId", "dueAt", "wallTime", "zone")
    SELECT nextval('message_id'), 'approval-expiry', 'approval:' || a."id", to_char(a."expiresAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), a."askedById",
      a."expiresAt", to_char(a."expiresAt" AT TIME ZONE p."zone", 'YYYY-MM-DD HH24:MI'), p."zone"
    FROM "Approval" a JOIN "Person" p ON p."id" = a."askedById"
    WHERE a."state" IN ('asked', 'countered') AND a."removedAt" IS NULL AND a."expiresAt" <= $1::timestamptz + $2 * interval '1 hour'
    ON CONFLICT ("kind", "subject", "occurrence") DO NOTHING`,
    [now, ahead],
  );
}
