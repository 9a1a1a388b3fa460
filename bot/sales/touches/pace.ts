import type { Person } from '../../../prisma/generated/client.ts';
import type { Span } from '../../insight/leave.ts';
import { dayOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';
import { leavesOf, spanOf } from '../leave/leaves.ts';

/** Why a cadence's touch waits: an appointment is agreed, it was put off, or the deal is left in peace. */
export type Waits = 'meeting' | 'snooze' | 'pause';

/** What a customer has had of us and what is agreed with them, as far as the next touch minds it. */
export interface Pace {
  /** Whose touch it will be: their hours and their days of leave count. */
  owner: Person & { leave: Span[] };
  contacts: Date[];
  notBefore: { day: string; why: Waits } | null;
}

interface Of {
  ownerId: number;
  customerId?: number | null;
  leadId?: number | null;
  pausedUntil?: Date | null;
  /** The cadence's open touches, in the place of which the next one comes. */
  waiting?: { id: number; dueAt: Date }[];
}

/** So many days back: the longest cap a playbook may have, with the holidays in it. */
const back = 70;

/** Reads how often a customer was touched by any of us, what is agreed, and when the owner works. */
export async function paceOf(context: Context, of: Of): Promise<Pace> {
  const { db, by, now } = context;
  const which = of.customerId ? { customerId: of.customerId } : { leadId: of.leadId ?? 0 };
  const nobody = !of.customerId && !of.leadId;
  const since = new Date(now.getTime() - back * 86_400_000);
  const [owner, leaves, touched, meetings, snoozed] = await Promise.all([
    of.ownerId === by.id ? by : db.person.findUniqueOrThrow({ where: { id: of.ownerId } }),
    leavesOf(context, [of.ownerId]),
    nobody
      ? []
      : db.activity.findMany({
          where: { ...which, removedAt: null, channel: { not: 'note' }, at: { gte: since, lte: now } },
          select: { at: true },
        }),
    nobody
      ? []
      : db.touch.findMany({
          where: { ...which, kind: 'meeting', state: 'open', removedAt: null, dueAt: { gt: now } },
          select: { dueAt: true },
        }),
    putOff(context, of.waiting ?? []),
  ]);
  const { zone } = owner;
  const days: { day: string; why: Waits }[] = [
    ...meetings.map(({ dueAt }) => ({ day: addDays(dayOf(dueAt, zone), 1), why: 'meeting' as const })),
    ...snoozed.map((dueAt) => ({ day: dayOf(dueAt, zone), why: 'snooze' as const })),
    ...(of.pausedUntil ? [{ day: of.pausedUntil.toISOString().slice(0, 10), why: 'pause' as const }] : []),
  ];
  return {
    owner: { ...owner, leave: leaves.map(spanOf) },
    contacts: touched.map(({ at }) => at),
    notBefore: days.sort((a, b) => b.day.localeCompare(a.day))[0] ?? null,
  };
}

/** Until when somebody put touches off that are still to come. */
async function putOff({ db, now }: Context, waiting: { id: number; dueAt: Date }[]): Promise<Date[]> {
  const ahead = waiting.filter(({ dueAt }) => dueAt > now);
  if (ahead.length === 0) return [];
  const rows = await db.journal.findMany({
    where: {
      entity: 'Touch',
      entityId: { in: ahead.map(({ id }) => id) },
      field: 'dueAt',
      command: { intent: 'touch.snooze' },
    },
  });
  return ahead
    .filter(({ id, dueAt }) =>
      rows.some((row) => row.entityId === id && new Date(String(row.new)).getTime() === dueAt.getTime()),
    )
    .map(({ dueAt }) => dueAt);
}
