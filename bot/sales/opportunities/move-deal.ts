import type { Touch } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import type { Pipeline, Stage } from '../../playbook/schema.ts';
import { findStage } from '../../playbook/words.ts';
import { type Change, create, type Plan, update, type Value } from '../change.ts';
import type { ApprovalView } from '../closing/approval.ts';
import { overtaken } from '../closing/ask-approval.ts';
import { type Context, mayChange } from '../context.ts';
import { type DayOff, dayOff } from '../day-off.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { proposeTouch } from '../touches/next.ts';
import { type Pace, paceOf } from '../touches/pace.ts';
import { factOf, readFacts } from './facts.ts';
import { enter, judge } from './gate.ts';
import { checkPassage, type Override } from './override.ts';
import { type Doers, doersOf, type Planned, stageTasks, touchOf, wakeUp } from './stage-tasks.ts';

export interface Moved {
  deal: Deal;
  from: Stage;
  to: Stage;
  /** Other fields that the same sentence filled in. */
  filled: string[];
  /** The expected close, when it was said with it and nobody works on that day. */
  off: DayOff | null;
  /** What there is to do now that it is there: the stage's tasks, and when a lost deal is worth another try. */
  planned: Planned[];
  /** Requests for a discount that this leaves behind. */
  withdrawn: ApprovalView[];
  /** Why it was let past the gate by whom may do that, and what it lacked. */
  override: Override | null;
  plan: Plan;
}

/** The stages of a deal's pipeline, in order. */
export function stagesOf(context: Pick<Context, 'playbook'>, deal: { pipeline: string }): Stage[] {
  return context.playbook.pipelines.find((one) => one.key === deal.pipeline)?.stages ?? [];
}

/**
 * Moves a deal to a stage, filling in what was said with it, and plans what the stage asks for; refuses, naming what lacks,
 * when the gate asks for more. With `anyway` and a reason a manager is let past it.
 */
export async function moveDeal(context: Context, input: Input<'deal.move'>): Promise<Moved> {
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  const { id, ownerId, customerId, pausedUntil } = deal;
  const pace = await paceOf(context, { ownerId, customerId, pausedUntil, dealId: id });
  const { tasks = [], outcome } = findStage(context.playbook, deal.pipeline, input.stage) ?? {};
  // With nothing to hand out, who would do it is not looked up.
  const doers =
    tasks.length > 0 || outcome === 'lost'
      ? await doersOf(context, deal, tasks)
      : { owner: pace.owner, byRole: new Map<string, typeof pace.owner>() };
  const take = await context.ids.take(2 + tasks.length);
  const moved = decideMove(context, deal, { touches: pace.open, pace }, input, { take, doers });
  const { withdrawn, changes } = await overtaken(context, deal, moved.plan.changes[0] ?? { fields: {} });
  return { ...moved, withdrawn, plan: { changes: [...moved.plan.changes, ...changes] } };
}

type OpenTouch = Pick<Touch, 'id' | 'version' | 'origin' | 'step'>;
type Open = { touches: OpenTouch[]; pace: Pace };

function decideMove(
  context: Context,
  deal: Deal,
  { touches: open, pace }: Open,
  input: Input<'deal.move'>,
  { take, doers }: { take: () => number; doers: Doers },
): Omit<Moved, 'withdrawn'> {
  const { by } = context;
  const stages = stagesOf(context, deal);
  const name = (stage: Stage) => stage.name[by.language === 'en' ? 'en' : 'zh'];
  const to = findStage(context.playbook, deal.pipeline, input.stage);
  if (!to) throw new Refusal('unknown-stage', { said: input.stage, stages: stages.map(name) });
  const from = stages.find((stage) => stage.key === deal.stage) ?? (stages[0] as Stage);
  if (to.key === from.key) throw new Refusal('same-stage', { stage: name(to) });
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  if (input.version !== undefined && input.version !== deal.version)
    throw new Refusal('changed-meanwhile', { title: deal.title });

  const filled = readFacts(context, deal, input.facts);
  const pipeline = context.playbook.pipelines.find((one) => one.key === deal.pipeline) as Pipeline;
  const verdict = judge(pipeline, from, to, { ...deal, ...filled } as Deal, by.role);
  const override = checkPassage(context, { deal, to, pipeline }, verdict, input);
  const told: Record<string, Value> | null = override
    ? { override_reason: override.reason, override_missing: override.missing }
    : input.reason && stages.indexOf(to) < stages.indexOf(from)
      ? { back_reason: input.reason }
      : null;
  const facts = told && { facts: { ...((filled.facts ?? deal.facts) as Record<string, Value>), ...told } };
  const entered = enter(context, deal, to, { ...filled, ...facts });
  const values = Object.fromEntries(Object.entries(entered?.fields ?? {}).map(([field, [, value]]) => [field, value]));
  const lost = to.outcome === 'lost';
  const over = lost ? open.filter((touch) => touch.origin === 'stage') : [];
  const cadence = open.filter((touch) => touch.origin === 'cadence');
  const reason = factOf({ ...deal, ...filled } as Deal, 'loss_reason');
  const wake = lost ? wakeUp(context, deal, reason, doers, take) : null;
  const planned = [...stageTasks(context, { deal, to }, doers, open, take), ...(wake ? [wake] : [])];
  const changes: Change[] = [
    entered,
    ...touches(context, deal, to, { touches: cadence, pace }, take),
    ...over.map((touch) => update('Touch', touch, { state: 'skipped' })),
    ...planned.map((one) => touchOf(context, deal, one)),
  ].filter((one) => one !== null);
  const off = filled.closeOn instanceof Date ? dayOff(filled.closeOn.toISOString().slice(0, 10), by.zone) : null;
  return {
    deal: { ...deal, ...(values as object) },
    from,
    to,
    filled: keysOf({ ...filled, ...facts }, deal),
    off,
    override,
    planned,
    plan: { changes },
  };
}

/** A closed deal needs no more chasing; an open one has its planned touch made that of the new stage. */
function touches(
  context: Context,
  deal: Deal,
  to: Stage,
  { touches: open, pace }: Open,
  take: () => number,
): (Change | null)[] {
  const [first, ...others] = open;
  const over = (to.outcome ? open : others).map((touch) => update('Touch', touch, { state: 'skipped' }));
  if (to.outcome) return over;
  const next = proposeTouch(context, { kind: 'deal', tier: deal.customer.tier, stage: to.key }, [], pace);
  if (first) return [...over, update('Touch', first, { ...next })];
  const made = { ...next, ownerId: deal.ownerId, opportunityId: deal.id, customerId: deal.customerId };
  return [...over, create('Touch', take(), { ...made, origin: 'cadence', state: 'open', createdAt: context.now })];
}

function keysOf(filled: Record<string, Value>, deal: Deal): string[] {
  const facts = Object.keys((filled.facts as object | undefined) ?? {}).filter(
    (key) =>
      JSON.stringify((filled.facts as Record<string, Value>)[key]) !==
      JSON.stringify((deal.facts as Record<string, unknown>)[key]),
  );
  return [
    ...('amount' in filled ? ['amount'] : []),
    ...('closeOn' in filled ? ['close_on'] : []),
    ...('nextStep' in filled ? ['next_step'] : []),
    ...facts,
  ];
}
