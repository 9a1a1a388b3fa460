import { undoButton } from '../cards/notices.ts';
import { overrideTold, pipelineSwitched } from '../cards/pipelines.ts';
import { ref } from '../cards/reader.ts';
import type { Say } from '../sales/change.ts';
import type { Moved } from '../sales/opportunities/move-deal.ts';
import { switchPipeline } from '../sales/opportunities/switch-pipeline.ts';
import type { Ask, Commands } from './command.ts';
import { tell } from './tell.ts';

/** A deal goes another way. */
export const pipelines: Pick<Commands, 'deal.pipeline'> = {
  async 'deal.pipeline'(ask, input) {
    const switched = await switchPipeline(ask, input);
    return {
      card: pipelineSwitched(ask.reader, switched, undoButton(ask.reader, ask.commandId)),
      plan: switched.plan,
      about: { deal: ref(switched.deal.id) },
    };
  },
};

/** The owner of a deal that was let past the gate hears of it. */
export async function tellOverride(ask: Ask, moved: Moved): Promise<Say[]> {
  if (!moved.override) return [];
  const owner = await ask.db.person.findUniqueOrThrow({ where: { id: moved.deal.ownerId } });
  return tell(ask, owner, 'override', (reader) => overrideTold(reader, moved, ask.by.name));
}
