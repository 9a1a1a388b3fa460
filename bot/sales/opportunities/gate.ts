import type { Pipeline, Playbook, Role, Stage } from '../../playbook/schema.ts';
import { type Change, create, update, type Value } from '../change.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { factOf } from './facts.ts';

/** What stands between a deal and a stage, for somebody of a role. */
export interface Verdict {
  /** Keys of the fields that must be known first. */
  missing: string[];
  /** The stages on the way that ask for some of it: who may skip them need not know that. */
  over: Stage[];
  /** It may not be done at all by this role, which these may. */
  barred: { how: 'skip' | 'back'; stages: Stage[]; may: Role[] } | null;
  /** Going back takes a reason here. */
  asksReason: boolean;
}

type Known = Pick<Deal, 'amount' | 'closeOn' | 'nextStep' | 'facts'>;
const roles: Role[] = ['rep', 'manager', 'admin'];
const isRole = (role: string): role is Role => roles.some((one) => one === role);

/**
 * Whether a deal of which `deal` is known may go from one stage of a pipeline to another. Forwards it must know what the
 * stage left asks for and, of those passed over, what their rules want; a win asks for all of it from everybody. What the
 * stage entered asks for is always asked.
 */
export function judge(pipeline: Pipeline, from: Stage, to: Stage, deal: Known, by: string): Verdict {
  const { stages } = pipeline;
  const [start, end] = [stages.indexOf(from), stages.indexOf(to)];
  const role = isRole(by) ? by : 'rep';
  const lacks = (keys: string[]) => keys.filter((key) => factOf(deal, key) === null);
  const skip = (stage: Stage, who: Role) => stage.moves?.skip?.[who] ?? pipeline.moves.skip[who];
  const back = (who: Role) => from.moves?.back?.[who] ?? pipeline.moves.back[who];

  if (to.outcome !== 'lost' && end < start) {
    const may = roles.filter((who) => back(who) !== 'never');
    const barred = back(role) === 'never' ? { how: 'back' as const, stages: [from], may } : null;
    return { missing: lacks(to.enterNeeds), over: [], barred, asksReason: back(role) === 'reason' };
  }
  const way = to.outcome === 'lost' ? [] : stages.slice(start, end).filter((stage) => !stage.outcome);
  const [left, ...passed] = way;
  const closed = passed.filter((stage) => skip(stage, role) === 'never');
  const may = roles.filter((who) => closed.every((stage) => skip(stage, who) !== 'never'));
  const asked = passed.filter((stage) => to.outcome === 'won' || skip(stage, role) !== 'free');
  const needs = [...(left?.needs ?? []), ...asked.flatMap((stage) => stage.needs), ...to.enterNeeds];
  return {
    missing: lacks([...new Set(needs)]),
    over: to.outcome ? [] : asked.filter((stage) => lacks(stage.needs).length > 0),
    barred: closed.length > 0 ? { how: 'skip', stages: closed, may } : null,
    asksReason: false,
  };
}

/** The furthest stage a deal has earned on its way to `wanted`: every one before it knows what it asks for. */
export function earned({ stages }: Pick<Pipeline, 'stages'>, wanted: string | null, deal: Known): Stage {
  const open = stages.filter((stage) => !stage.outcome);
  const end = Math.max(
    0,
    open.findIndex((stage) => stage.key === wanted),
  );
  const stuck = open.slice(0, end).findIndex((stage) => stage.needs.some((key) => factOf(deal, key) === null));
  const at = open[stuck < 0 ? end : stuck];
  if (!at) throw new Error('the pipeline has no stage that is open');
  return at;
}

type Judging = { playbook: Pick<Playbook, 'pipelines'> & { version: number }; now: Date };

/** A deal's change with its stage let in. The gate is the only place where a stage is written. */
export function enter(
  { playbook, now }: Judging,
  deal: Parameters<typeof update>[1],
  to: Stage,
  values: Record<string, Value | undefined> = {},
): Change | null {
  const end = to.outcome ? { status: to.outcome, closedAt: now } : {};
  const change = update('Opportunity', deal, { ...values, stage: to.key, stageAt: now, ...end });
  return change && { ...change, gated: playbook.version };
}

/** A new deal at the first stage of its pipeline. */
export function begin(
  { playbook }: Judging,
  id: number,
  values: Record<string, Value | undefined> & { stage: string },
): Change {
  return { ...create('Opportunity', id, values), gated: playbook.version };
}

/**
 * A deal's change back to where it stood: it came in there once. Refuses when the team's process has no such stage any more;
 * `anew`: the process itself is put back along with it.
 */
export function putBack(
  { playbook, by }: Pick<Context, 'playbook' | 'by'>,
  pipeline: string,
  change: Change,
  anew: boolean,
): Change {
  const [, stage] = change.fields.stage ?? [];
  if (stage === undefined) return change;
  const key = String(change.fields.pipeline?.[1] ?? pipeline);
  const there = playbook.pipelines.find((one) => one.key === key)?.stages.some((one) => one.key === stage);
  if (!there && !anew) throw new Refusal('undo-changed', { by: by.name, field: 'stage' });
  return { ...change, gated: playbook.version };
}
