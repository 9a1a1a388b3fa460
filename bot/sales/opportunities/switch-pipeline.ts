import type { Input } from '../../intents.ts';
import type { Pipeline, Stage } from '../../playbook/schema.ts';
import { findPipeline } from '../../playbook/words.ts';
import type { Plan } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { earned, enter } from './gate.ts';

export interface Switched {
  deal: Deal;
  from: Pipeline | null;
  to: Pipeline;
  stage: Stage;
  plan: Plan;
}

/** The pipeline a person named. Refuses, telling which there are, when there is none of that name. */
export function pipelineCalled({ playbook, by }: Pick<Context, 'playbook' | 'by'>, said: string): Pipeline {
  const language = by.language === 'en' ? 'en' : 'zh';
  const found = findPipeline(playbook, said);
  const pipelines = playbook.pipelines.map(({ name }) => name[language]);
  if (!found) throw new Refusal('unknown-pipeline', { said, pipelines });
  return found;
}

/** Takes a deal to another pipeline: to its stage of the same name there, or the furthest before it that it has earned. */
export async function switchPipeline(context: Context, input: Input<'deal.pipeline'>): Promise<Switched> {
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const to = pipelineCalled(context, input.pipeline);
  const language = context.by.language === 'en' ? 'en' : 'zh';
  if (to.key === deal.pipeline) throw new Refusal('same-pipeline', { title: deal.title, pipeline: to.name[language] });
  const from = context.playbook.pipelines.find((one) => one.key === deal.pipeline) ?? null;
  const stage = earned(to, deal.stage, deal);
  const change = enter(context, deal, stage, { pipeline: to.key });
  const moved = { ...deal, pipeline: to.key, stage: stage.key, stageAt: context.now };
  return { deal: moved, from, to, stage, plan: { changes: change ? [change] : [] } };
}
