import type { Leave, Person, Touch } from '../../../prisma/generated/client.ts';
import { instantOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addDays, addWorkingDays } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import { checkDay } from '../check.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { leavesOf, peopleAt, promisedIn, spanOf } from './leaves.ts';
import { replan } from './replan.ts';
import { colleague, whoseLeave } from './whose-leave.ts';

export interface AddedLeave {
  person: Person;
  cover: Person | null;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** For whom they stand in on those days, and cannot. */
  covers: Person[];
  /** Whom one may ask to stand in, when nobody does. */
  mayCover: Person[];
  /** What falls into it and stays where it was: promises and appointments. */
  kept: Touch[];
  /** By touch: the same time of the first working day after it (ISO 8601). */
  afterwards: Map<number, string>;
  /** How many touches were moved, and to which days (`YYYY-MM-DD`). */
  moved: { count: number; first: string; last: string } | null;
  plan: Plan;
}

/** Days of one leave at most: more is a slip of the finger. */
const longest = 366;

/**
 * Writes down that somebody is away. What the cadence wants of them in those days comes on their first working days after
 * it; what was promised stays, for whoever stands in. Said again with a cover, it names who stands in.
 */
export async function addLeave(context: Context, input: Input<'leave.add'>): Promise<AddedLeave> {
  const { db, now } = context;
  const person = await whoseLeave(context, input.person);
  const cover = input.cover === undefined ? null : await colleague(context, input.cover);
  if (cover?.id === person.id) throw new Refusal('same-cover', { name: cover.name });
  if (cover && !cover.active) throw new Refusal('person-left', { name: cover.name });
  const [from, to] = [input.from, input.to].sort() as [string, string];
  checkDay(to, now, person.zone);
  if (addDays(from, longest) <= to) throw new Refusal('long-leave', { days: longest });

  const known = await leavesOf(context, [person.id]);
  const same = known.find((one) => one.fromDay === from && one.toDay === to) ?? null;
  const other = known.find((one) => one.fromDay <= to && one.toDay >= from && one !== same);
  if (other || (same && (!cover || same.coverId === cover.id))) {
    const { fromDay, toDay } = other ?? (same as Leave);
    throw new Refusal('on-leave-already', { name: person.name, from: fromDay, to: toDay });
  }
  if (cover) await refuseAway(context, cover, from, to);

  const span = { from, to };
  const open = { ownerId: person.id, state: 'open', removedAt: null };
  const touches = await db.touch.findMany({
    where: { ...open, dueAt: { gte: instantOf(`${from} 00:00`, person.zone) } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  const spans = [...known.map(spanOf), span];
  const moves = same ? [] : replan(person, span, spans, touches);
  const take = await context.ids.take(1);
  const made = { personId: person.id, fromDay: from, toDay: to, coverId: cover?.id, note: input.note, createdAt: now };
  const leave = same ? update('Leave', same, { coverId: cover?.id ?? null }) : create('Leave', take(), made);
  const kept = await promisedIn(context, person, span);
  const back = addWorkingDays(addDays(to, 1), 0, person.zone, spans);
  const sameTime = ({ dueAt }: Touch) => instantOf(`${back} ${wallTimeOf(dueAt, person.zone).slice(11)}`, person.zone);
  return {
    person,
    cover,
    from,
    to,
    covers: await coveredIn(context, person, from, to),
    mayCover: cover ? [] : await mates(context, person),
    kept,
    afterwards: new Map(kept.map((touch) => [touch.id, sameTime(touch).toISOString()])),
    moved: movedOf(moves),
    plan: { changes: [leave, ...moves].filter((one) => one !== null) },
  };
}

async function refuseAway(context: Context, cover: Person, from: string, to: string): Promise<void> {
  const away = (await leavesOf(context, [cover.id])).find((one) => one.fromDay <= to && one.toDay >= from);
  if (away) throw new Refusal('cover-away', { name: cover.name, from: away.fromDay, to: away.toDay });
}

/** Whom somebody has agreed to stand in for within some days. */
async function coveredIn({ db }: Context, { id }: Person, from: string, to: string): Promise<Person[]> {
  const where = { coverId: id, fromDay: { lte: to }, toDay: { gte: from }, removedAt: null };
  const leaves = await db.leave.findMany({ where });
  return peopleAt(
    { db },
    leaves.map((one) => one.personId),
  );
}

/** Colleagues of the same team who sell, the first three. */
function mates({ db }: Context, { id, teamId }: Person): Promise<Person[]> {
  const where = { teamId: teamId ?? 0, active: true, removedAt: null, role: 'rep', id: { not: id } };
  return db.person.findMany({ where, orderBy: { id: 'asc' }, take: 3 });
}

function movedOf(moves: Change[]): AddedLeave['moved'] {
  const days = moves.map((one) => String(one.fields.wallTime?.[1] ?? '').slice(0, 10)).filter(Boolean);
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { count: moves.length, first, last } : null;
}
