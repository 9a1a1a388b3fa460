import type { Lead } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Context, scope } from '../context.ts';

export const pageSize = 10;

/** Open leads, best grade first, newest first within a grade. `after` is `grade:id` of the last one shown. */
export async function listLeads(
  context: Context,
  input: Input<'lead.list'>,
): Promise<{ leads: Lead[]; next: string | null; total: number }> {
  const owners = await scope(context, input.whose);
  const where = {
    removedAt: null,
    status: { in: ['new', 'working'] },
    ...(owners ? { ownerId: { in: owners } } : {}),
  };
  const [grade, id] = (input.after ?? '').split(':');
  const page = input.after
    ? { OR: [{ grade: { gt: grade ?? '' } }, { grade: grade ?? '', id: { lt: Number(id) || 0 } }] }
    : {};
  const [leads, total] = await Promise.all([
    context.db.lead.findMany({
      where: { ...where, ...page },
      orderBy: [{ grade: 'asc' }, { id: 'desc' }],
      take: pageSize + 1,
    }),
    context.db.lead.count({ where }),
  ]);
  const shown = leads.slice(0, pageSize);
  const last = shown.at(-1);
  return { leads: shown, next: leads.length > pageSize && last ? `${last.grade}:${last.id}` : null, total };
}
