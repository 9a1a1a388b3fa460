import type { Touch } from '../../../prisma/generated/client.ts';
import { instantOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';
import { subjectOf } from './subject.ts';

export interface Agenda {
  items: { touch: Touch; label: string }[];
  total: number;
}

/** So many stand on one card. */
const most = 12;

/** What this person has planned from one day to another, both inclusive, in the order of time. */
export async function agendaOf(context: Context, from: string, to: string): Promise<Agenda> {
  const { db, by } = context;
  const dueAt = { gte: instantOf(`${from} 00:00`, by.zone), lt: instantOf(`${addDays(to, 1)} 00:00`, by.zone) };
  const where = { ownerId: by.id, state: 'open', removedAt: null, dueAt };
  const [touches, total] = await Promise.all([
    db.touch.findMany({ where, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: most }),
    db.touch.count({ where }),
  ]);
  const items = await Promise.all(touches.map(async (touch) => ({ touch, label: await subjectOf(context, touch) })));
  return { items, total };
}
