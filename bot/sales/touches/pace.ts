import type { Person, Touch } from '../../../prisma/generated/client.ts';
import type { Span } from '../../insight/leave.ts';
import { dayOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';

/** Why a cadence's touch waits: an appointment is agreed, it was put off, or the deal is left in peace. */
export type Waits = 'meeting' | 'snooze' | 'pause';

/** What a customer has had of us and what is agreed with them, as far as the next touch minds it. */
export interface Pace {
  /** Whose touch it will be: their hours and their days of leave count. */
  owner: Person & { leave: Span[] };
  contacts: Date[];
  notBefore: { day: string; why: Waits } | null;
  /** Of a deal, what the cadence and its stages have planned and is open. */
  open: Touch[];
}

interface Of {
  ownerId: number;
  customerId?: number | null;
  leadId?: number | null;
  /** The deal whose open touches are read along: in the place of the cadence's comes the next one. */
  dealId?: number | null;
  pausedUntil?: Date | null;
  /** The cadence's open touches, in the place of which the next one comes. */
  waiting?: { id: number; dueAt: Date }[];
}

/** So many days back: the longest cap a playbook may have, with the holidays in it. */
const back = 70;

interface Row {
  leaves: Span[];
  contacts: Date[];
  meeting: Date | null;
  snoozed: Date | null;
  open: Touch[];
}

/** Reads, in one go, how often a customer was touched by any of us, what is agreed, and when the owner works. */
export async function paceOf(context: Context, of: Of): Promise<Pace> {
  const { db, by, now } = context;
  const { customerId = null, leadId = null, dealId = null } = of;
  const since = new Date(now.getTime() - back * 86_400_000);
  const yesterday = addDays(dayOf(now, 'UTC'), -1);
  const waiting = (of.waiting ?? []).filter(({ dueAt }) => dueAt > now).map(({ id }) => id);
  const lead = customerId === null ? leadId : null;
  const [owner, [row]] = await Promise.all([
    of.ownerId === by.id ? by : db.person.findUniqueOrThrow({ where: { id: of.ownerId } }),
    db.$queryRaw<Row[]>`SELECT
      (SELECT coalesce(json_agg(json_build_object('from', "fromDay", 'to', "toDay") ORDER BY "fromDay", "id"), '[]') FROM "Leave"
        WHERE "personId" = ${of.ownerId} AND "toDay" >= ${yesterday} AND "removedAt" IS NULL) AS leaves,
      (SELECT coalesce(array_agg("at"), '{}') FROM "Activity" WHERE ("customerId" = ${customerId}::int OR "leadId" = ${lead}::int)
        AND "removedAt" IS NULL AND "channel" <> 'note' AND "at" BETWEEN ${since} AND ${now}) AS contacts,
      (SELECT max("dueAt") FROM "Touch" WHERE ("customerId" = ${customerId}::int OR "leadId" = ${lead}::int)
        AND "kind" = 'meeting' AND "state" = 'open' AND "removedAt" IS NULL AND "dueAt" > ${now}) AS meeting,
      (SELECT coalesce(json_agg(t ORDER BY t."id"), '[]') FROM "Touch" t WHERE t."opportunityId" = ${dealId}::int AND t."state" = 'open'
        AND t."origin" IN ('cadence', 'stage') AND t."removedAt" IS NULL) AS open,
      (SELECT max(t."dueAt") FROM "Touch" t WHERE (t."id" = ANY(${waiting}) OR (t."opportunityId" = ${dealId}::int AND t."state" = 'open'
        AND t."origin" = 'cadence' AND t."removedAt" IS NULL AND t."dueAt" > ${now})) AND EXISTS (SELECT 1 FROM "Journal" j
        JOIN "Command" c ON c."id" = j."commandId" WHERE j."entity" = 'Touch' AND j."entityId" = t."id" AND j."field" = 'dueAt'
          AND c."intent" = 'touch.snooze' AND (j."new"#>>'{}')::timestamptz = t."dueAt")) AS snoozed`,
  ]);
  const { zone } = owner;
  const { leaves = [], contacts = [], meeting = null, snoozed = null, open = [] } = row ?? {};
  const days: { day: string; why: Waits }[] = [
    ...(meeting ? [{ day: addDays(dayOf(meeting, zone), 1), why: 'meeting' as const }] : []),
    ...(snoozed ? [{ day: dayOf(snoozed, zone), why: 'snooze' as const }] : []),
    ...(of.pausedUntil ? [{ day: of.pausedUntil.toISOString().slice(0, 10), why: 'pause' as const }] : []),
  ];
  return {
    owner: { ...owner, leave: leaves },
    contacts,
    notBefore: days.sort((a, b) => b.day.localeCompare(a.day))[0] ?? null,
    open: open.map(dated),
  };
}

const moments = ['dueAt', 'createdAt', 'doneAt', 'removedAt'] as const;

/** A row as JSON tells it, its moments as such. */
function dated(row: Touch): Touch {
  const dates = moments.map((key) => [key, row[key] === null ? null : new Date(row[key])]);
  return { ...row, ...Object.fromEntries(dates) };
}
