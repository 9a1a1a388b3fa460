import type { Input } from '../../intents.ts';
import { create, type Plan } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { findTrack } from './find-track.ts';

const hour = 3_600_000;

/** Notes that a track was used in a deal. Pressed twice within the hour it counts once. */
export async function useTalk(
  context: Context,
  input: Input<'talk.used'>,
): Promise<{ plan: Plan; deal: Deal; title: string }> {
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  const track = await findTrack(context, input.track);
  const before = await context.db.talkUse.findFirst({
    where: {
      track: track.key,
      opportunityId: deal.id,
      removedAt: null,
      at: { gt: new Date(context.now.getTime() - hour) },
    },
  });
  if (before) throw new Refusal('already-done', { what: track.title });
  const take = await context.ids.take(1);
  const use = create('TalkUse', take(), {
    track: track.key,
    opportunityId: deal.id,
    personId: context.by.id,
    at: context.now,
  });
  return { plan: { changes: [use] }, deal, title: track.title };
}
