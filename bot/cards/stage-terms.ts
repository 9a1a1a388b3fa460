import type { Stage } from '../playbook/schema.ts';
import type { Deal } from '../sales/find.ts';
import type { Reader } from './reader.ts';

/** How long a deal may stay in a stage and whose the stage is; empty when neither is set. */
export function stageTerms({ t }: Reader, { dueDays, owner }: Pick<Stage, 'dueDays' | 'owner'>): string {
  return [dueDays !== null && t.process.within(dueDays), owner && t.process.owner(owner)].filter(Boolean).join(' · ');
}

/** How long a deal has been in its stage, what is left of the time for it, and whose the stage is. */
export function stageNote(reader: Reader, deal: Pick<Deal, 'pipeline' | 'stage'>, days: number): string {
  const { t, playbook } = reader;
  const stage = playbook.pipelines
    .find((one) => one.key === deal.pipeline)
    ?.stages.find((one) => one.key === deal.stage);
  const left = stage?.dueDays == null ? null : stage.dueDays - days;
  return [
    t.deal.inStage(days),
    left !== null && (left < 0 ? t.process.late(-left) : t.process.left(left)),
    stage?.owner && t.process.owner(stage.owner),
  ]
    .filter(Boolean)
    .join(' · ');
}
