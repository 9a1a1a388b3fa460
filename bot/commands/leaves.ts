import type { Touch } from '../../prisma/generated/client.ts';
import { handoverCard } from '../cards/handovers.ts';
import { coverAsked, coverGone, leaveAdded, leaveCancelled, leaveList } from '../cards/leaves.ts';
import { undoButton } from '../cards/notices.ts';
import type { Say } from '../sales/change.ts';
import { capsuleOf } from '../sales/handover/capsule.ts';
import { type AddedLeave, addLeave } from '../sales/leave/add-leave.ts';
import { cancelLeave } from '../sales/leave/cancel-leave.ts';
import { promisedIn } from '../sales/leave/leaves.ts';
import { listLeaves } from '../sales/leave/list-leaves.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import type { Undone } from '../sales/undo.ts';
import { findWhom } from '../sales/whom.ts';
import type { Ask, Commands } from './command.ts';
import { tell } from './tell.ts';

/** Who is away and who stands in, who hears of it with what was promised. */
export const leaves: Pick<Commands, 'leave.add' | 'leave.cancel' | 'leave.list'> = {
  async 'leave.add'(ask, input) {
    const added = await addLeave(ask, input);
    const kept = await labelled(ask, added.kept);
    const own = added.person.id === ask.by.id;
    return {
      card: leaveAdded(ask.reader, added, kept, own, undoButton(ask.reader, ask.commandId)),
      plan: added.plan,
      says: added.cover
        ? [
            ...(await tell(ask, added.cover, 'cover', (reader) => coverAsked(reader, added, kept))),
            ...(await capsules(ask, added)),
          ]
        : [],
    };
  },
  async 'leave.cancel'(ask, input) {
    const gone = await cancelLeave(ask, input);
    const { person, cover, leave } = gone;
    const { fromDay, toDay } = leave;
    return {
      card: leaveCancelled(ask.reader, gone, person.id === ask.by.id, undoButton(ask.reader, ask.commandId)),
      plan: gone.plan,
      says: cover ? await tell(ask, cover, 'uncover', (reader) => coverGone(reader, person.name, fromDay, toDay)) : [],
    };
  },
  async 'leave.list'(ask) {
    return { card: leaveList(ask.reader, await listLeaves(ask)) };
  },
};

/** So many hand-over cards at once; the others are a tap away. */
const most = 3;

/** What the cover must know of the deals with a promise in those days. */
async function capsules(ask: Ask, { cover, kept }: AddedLeave): Promise<Say[]> {
  if (!cover) return [];
  const says: Say[] = [];
  for (const id of [...new Set(kept.flatMap((touch) => touch.opportunityId ?? []))].slice(0, most)) {
    const capsule = await capsuleOf(ask, await findWhom(ask, `#${id}`));
    says.push(...(await tell(ask, cover, `capsule ${id}`, (reader) => handoverCard(reader, capsule, { whole: true }))));
  }
  return says;
}

/** Who stands in hears when what they were asked for is taken back, or stands again. */
export async function tellCover(ask: Ask, { removed, changes }: Undone): Promise<Say[]> {
  const of = (field: string) => changes.filter((one) => one.entity === 'Leave' && one.field === field);
  const again = new Set(of('removedAt').map((one) => one.id));
  const gone = removed.filter((one) => one.entity === 'Leave');
  const says: Say[] = [];
  for (const id of new Set([...gone, ...of('coverId'), ...of('removedAt')].map((one) => one.id))) {
    const leave = await ask.db.leave.findUniqueOrThrow({ where: { id } });
    const cover = leave.coverId === null ? null : await ask.db.person.findUnique({ where: { id: leave.coverId } });
    if (!cover) continue;
    const person = await ask.db.person.findUniqueOrThrow({ where: { id: leave.personId } });
    const days = { from: leave.fromDay, to: leave.toDay };
    const kept = again.has(id) ? await labelled(ask, await promisedIn(ask, person, days)) : [];
    const card = (reader: Ask['reader']) =>
      again.has(id)
        ? coverAsked(reader, { person, ...days }, kept)
        : coverGone(reader, person.name, days.from, days.to);
    says.push(...(await tell(ask, cover, 'cover', card)));
  }
  return says;
}

/** Touches with whom they are about. */
function labelled(ask: Ask, touches: Touch[]) {
  return Promise.all(touches.map(async (touch) => ({ touch, label: await subjectOf(ask, touch) })));
}
