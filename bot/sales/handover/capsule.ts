import type { Activity, Contact, Touch } from '../../../prisma/generated/client.ts';
import { type Context, maySee } from '../context.ts';
import { isPromised } from '../leave/leaves.ts';
import { factOf } from '../opportunities/facts.ts';
import { findWhom, type Whom } from '../whom.ts';

/** What the next one must know of a deal, a customer or a lead. */
export interface Capsule extends Whom {
  /** Open promises and appointments of ours, and what they promised, the next first. */
  ours: Touch[];
  theirs: Touch[];
  /** What else is planned. */
  next: Touch[];
  /** The last three touches, with what was said. */
  last: Activity[];
  /** What the last five came to, the oldest first. */
  tone: string[];
  contacts: Contact[];
  /** Keys of the playbook's fields that the stage asks for and nobody knows. */
  lacks: string[];
}

/** The capsule of what a name stands for, when one may see it. */
export async function showCapsule(context: Context, ref: string): Promise<Capsule> {
  const whom = await findWhom(context, ref);
  await maySee(context, whom.record);
  return capsuleOf(context, whom);
}

/** So many of each kind stand on it. */
const most = 8;

/** What the next one must know of this record. */
export async function capsuleOf({ db, playbook }: Pick<Context, 'db' | 'playbook'>, whom: Whom): Promise<Capsule> {
  const { deal, customer, lead } = whom;
  const about = deal
    ? { OR: [{ opportunityId: deal.id }, { customerId: deal.customerId, opportunityId: null }] }
    : customer
      ? { customerId: customer.id }
      : { leadId: lead?.id ?? 0 };
  const [touches, activities, contacts] = await Promise.all([
    db.touch.findMany({
      where: { ...about, state: 'open', removedAt: null },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    }),
    db.activity.findMany({ where: { ...about, removedAt: null }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 20 }),
    customer
      ? db.contact.findMany({ where: { customerId: customer.id, removedAt: null }, orderBy: { id: 'asc' }, take: 5 })
      : [],
  ]);
  const talks = activities.filter(({ channel }) => channel !== 'note');
  const given = touches.filter(isPromised);
  const pipeline = playbook.pipelines.find(({ key }) => key === deal?.pipeline);
  const stage = pipeline?.stages.find(({ key }) => key === deal?.stage);
  const tone = talks.slice(0, 5).flatMap(({ outcome }) => outcome ?? []);
  return {
    ...whom,
    ours: given.filter(({ side }) => side !== 'them').slice(0, most),
    theirs: given.filter(({ side }) => side === 'them').slice(0, most),
    next: touches.filter((touch) => !isPromised(touch)).slice(0, most),
    last: talks.slice(0, 3),
    tone: tone.reverse(),
    contacts,
    lacks: deal && stage ? stage.needs.filter((key) => factOf(deal, key) === null) : [],
  };
}
