import type { Person, Touch } from '../../../prisma/generated/client.ts';
import { endOfDay } from '../check.ts';
import type { Context } from '../context.ts';
import { coveredBy, promised } from '../leave/leaves.ts';
import { subjectOf } from './subject.ts';

/** What was promised by somebody who is away, for whoever stands in. */
export interface Covering {
  person: Person;
  items: { touch: Touch; label: string }[];
}

/** So many of one person. */
const most = 12;

/** The promises and appointments of whom this person stands in for that are due by the end of their day. */
export async function coveringToday(context: Context): Promise<Covering[]> {
  const { db, by, now } = context;
  const people = await coveredBy(context, by.id);
  if (people.length === 0) return [];
  const touches = await db.touch.findMany({
    where: {
      ownerId: { in: people.map(({ id }) => id) },
      state: 'open',
      removedAt: null,
      dueAt: { lt: endOfDay(by.zone, now) },
      ...promised,
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most * people.length,
  });
  const items = await Promise.all(touches.map(async (touch) => ({ touch, label: await subjectOf(context, touch) })));
  return people.flatMap((person) => {
    const theirs = items.filter(({ touch }) => touch.ownerId === person.id).slice(0, most);
    return theirs.length > 0 ? [{ person, items: theirs }] : [];
  });
}
