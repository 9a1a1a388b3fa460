import type { Customer, Opportunity } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { findStage } from '../../playbook/words.ts';
import { type Context, scope } from '../context.ts';
import { Refusal } from '../refusal.ts';

export const pageSize = 10;

/** Open deals, newest first, a page at a time by the last id shown: a page costs the same however many there are. */
export async function listDeals(
  context: Context,
  input: Input<'deal.list'>,
): Promise<{ deals: (Opportunity & { customer: Customer })[]; next: string | null; stage: string | null }> {
  const { playbook, by, db } = context;
  const pipeline = playbook.pipelines[0];
  const stage = input.stage && pipeline ? findStage(playbook, pipeline.key, input.stage) : null;
  if (input.stage && !stage) {
    const language = by.language === 'en' ? 'en' : 'zh';
    throw new Refusal('unknown-stage', {
      said: input.stage,
      stages: pipeline?.stages.map((one) => one.name[language]) ?? [],
    });
  }
  const owners = await scope(context, input.whose);
  const after = Number(input.after) || null;
  const deals = await db.opportunity.findMany({
    where: {
      status: stage?.outcome ?? 'open',
      removedAt: null,
      ...(stage ? { stage: stage.key } : {}),
      ...(owners ? { ownerId: { in: owners } } : {}),
      ...(after ? { id: { lt: after } } : {}),
    },
    include: { customer: true },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  });
  const shown = deals.slice(0, pageSize);
  return { deals: shown, next: deals.length > pageSize ? String(shown.at(-1)?.id) : null, stage: stage?.key ?? null };
}
