import type { Touch } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Context, maySee } from '../context.ts';
import { subjectOf } from '../touches/subject.ts';
import { belongsTo, findWhom } from '../whom.ts';

/** So many of each side, and so long (days) a broken one is told. */
const [most, lookBack] = [10, 30];

interface Item {
  touch: Touch;
  label: string;
}

export interface Promises {
  /** The one that was asked about. */
  label: string | null;
  theirs: Item[];
  ours: Item[];
}

/** Who gave their word for what: open ones, the first due first, and theirs that were not kept of late. Of one record, or of all one's own. */
export async function listPromises(context: Context, input: Input<'promise.list'>): Promise<Promises> {
  const { db, by, now } = context;
  const whom = input.who ? await findWhom(context, input.who) : null;
  if (whom) await maySee(context, whom.record);
  const of = whom ? belongsTo(whom) : null;
  const whose = of?.customerId
    ? { customerId: of.customerId }
    : of?.leadId
      ? { leadId: of.leadId }
      : of
        ? { opportunityId: of.opportunityId ?? 0 }
        : { ownerId: by.id };
  const common = { ...whose, removedAt: null, origin: 'promise' };
  const find = (side: 'us' | 'them', state: string, since?: Date) =>
    db.touch.findMany({
      where: { ...common, side, state, ...(since ? { dueAt: { gte: since } } : {}) },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: most,
    });
  const since = new Date(now.getTime() - lookBack * 86_400_000);
  const [theirs, broken, ours] = await Promise.all([
    input.side === 'us' ? [] : find('them', 'open'),
    input.side === 'us' ? [] : find('them', 'broken', since),
    input.side === 'them' ? [] : find('us', 'open'),
  ]);
  const named = (touches: Touch[]) =>
    Promise.all(touches.map(async (touch) => ({ touch, label: await subjectOf(context, touch) })));
  return { label: whom?.label ?? null, theirs: await named([...broken, ...theirs]), ours: await named(ours) };
}
