import type { Input } from '../../intents.ts';
import type { Pipeline, Role, Stage } from '../../playbook/schema.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import type { Verdict } from './gate.ts';

/** Why a deal was let past the gate, and the keys of the fields it lacked. */
export interface Override {
  reason: string;
  missing: string[];
}

interface Passage {
  deal: Deal;
  to: Stage;
  pipeline: Pipeline;
}

/** Lets a deal through or refuses; the override when it goes past the gate, else null. */
export function checkPassage(
  { by }: Pick<Context, 'by'>,
  { deal, to, pipeline }: Passage,
  verdict: Verdict,
  input: Input<'deal.move'>,
): Override | null {
  const { missing, over, barred, asksReason } = verdict;
  const language = by.language === 'en' ? 'en' : 'zh';
  const names = (stages: Stage[]) => stages.map((stage) => stage.name[language]);
  const decides = by.role !== 'rep';
  if (input.anyway && decides && (missing.length > 0 || barred)) {
    if (!input.reason) throw asking(deal, to, input);
    return { reason: input.reason, missing };
  }
  const about = { dealId: deal.id, title: deal.title };
  if (barred) {
    const next = pipeline.stages[pipeline.stages.findIndex((stage) => stage.key === deal.stage) + 1]?.key ?? null;
    throw new Refusal('not-that-way', { ...about, ...barred, stages: names(barred.stages), next });
  }
  if (missing.length > 0) {
    const may = freeOf(pipeline, over);
    throw new Refusal('missing-fields', {
      ...about,
      stage: to.key,
      fields: missing,
      ...(over.length > 0 && may.length > 0 ? { skips: { stages: names(over), may } } : {}),
      ...(decides ? { anyway: 'may' as const } : input.anyway ? { anyway: 'ask' as const } : {}),
    });
  }
  if (asksReason && !input.reason) throw asking(deal, to, input);
  return null;
}

/** Who may pass over stages without knowing what they ask for. */
function freeOf({ moves }: Pipeline, stages: Stage[]): Role[] {
  const all = Object.keys(moves.skip) as Role[];
  return all.filter((role) => stages.every((stage) => (stage.moves?.skip?.[role] ?? moves.skip[role]) === 'free'));
}

function asking(deal: Deal, to: Stage, { version: _, ...input }: Input<'deal.move'>): Refusal {
  const intent = { name: 'deal.move', input: { ...input, deal: `#${deal.id}`, stage: to.key } } as const;
  return new Refusal('nothing-said', { needs: ['reason'] }, { intent, missing: ['reason'] });
}
