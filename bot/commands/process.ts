import { undoButton } from '../cards/notices.ts';
import { processCard, processChanged, processPreview } from '../cards/process.ts';
import type { Intent } from '../intents.ts';
import { pipelineCalled } from '../sales/opportunities/switch-pipeline.ts';
import { changeProcess } from '../sales/process/change-process.ts';
import type { Commands } from './command.ts';
import { isSeen, markOf } from './seen.ts';

/** The team's process: shown to everybody, changed by admins after a rehearsal. */
export const process: Pick<Commands, 'process.show' | 'process.change'> = {
  async 'process.show'(ask, input) {
    const { playbook, by, reader } = ask;
    const shown = input.pipeline ? [pipelineCalled(ask, input.pipeline)] : playbook.pipelines;
    return { card: processCard(reader, shown, playbook.version, by.role === 'admin') };
  },
  async 'process.change'(ask, input) {
    const rehearsed = await changeProcess(ask, input);
    const { deals, version } = rehearsed;
    const seen = markOf(
      version,
      rehearsed.edit,
      deals.map((deal) => deal.id),
    );
    if (!input.sure || !isSeen(input, seen)) {
      const asks: Intent = { name: 'process.change', input: { ...input, sure: true, seen } };
      return { card: processPreview(ask.reader, rehearsed), asks };
    }
    return {
      card: processChanged(ask.reader, rehearsed, undoButton(ask.reader, ask.commandId)),
      plan: rehearsed.plan,
    };
  },
};
