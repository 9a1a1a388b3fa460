import { undoButton } from '../cards/notices.ts';
import { dealsMigrated, processCard, processChanged, processPreview } from '../cards/process.ts';
import type { Intent } from '../intents.ts';
import type { Stage } from '../playbook/schema.ts';
import type { Say } from '../sales/change.ts';
import { pipelineCalled } from '../sales/opportunities/switch-pipeline.ts';
import { changeProcess } from '../sales/process/change-process.ts';
import type { Undone } from '../sales/undo.ts';
import type { Ask, Commands } from './command.ts';
import { isSeen, markOf } from './seen.ts';
import { tell } from './tell.ts';

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
      says: rehearsed.to ? await tellOwners(ask, deals, { to: rehearsed.to }) : [],
    };
  },
};

/** Whose deals went to another stage with the process hears where they are now. */
async function tellOwners(
  ask: Ask,
  deals: { id: number; ownerId: number; title: string }[],
  { to }: { to: Stage | null },
) {
  const says: Say[] = [];
  for (const [id, theirs] of Map.groupBy(deals, (deal) => deal.ownerId)) {
    const owner = await ask.db.person.findUniqueOrThrow({ where: { id } });
    says.push(...(await tell(ask, owner, 'process', (reader) => dealsMigrated(reader, theirs, ask.by.name, to))));
  }
  return says;
}

/** When the change is taken back, they hear that, too. */
export async function tellProcessBack(ask: Ask, { was, changes }: Undone): Promise<Say[]> {
  if (!was.some(({ intent }) => intent === 'process.change')) return [];
  const ids = changes.filter((one) => one.entity === 'Opportunity' && one.field === 'stage').map((one) => one.id);
  if (ids.length === 0) return [];
  const deals = await ask.db.opportunity.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  return tellOwners(ask, deals, { to: null });
}
