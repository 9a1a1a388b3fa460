import { addMonths } from '../understand/days.ts';
import { type Survival, survival } from './kaplan-meier.ts';
import { type Proportion, wilson } from './proportion.ts';
import { type DealHistory, dayMs, daysOf, type Span, type StageOrder, type Visit } from './visits.ts';
import { type Waiting, waiting, workingCalendar } from './waiting.ts';
import { dayOf, instantOf } from './wall-time.ts';
import { type WhatIf, whatIf } from './what-if.ts';

/** Fewer cases than this tell nothing. */
export const enough = 5;

/** The span of so many months up to now, from the beginning of its first day. */
export function monthsBack(months: number, now: Date, zone: string): Span {
  return { since: instantOf(`${addMonths(dayOf(now, zone), -months)} 00:00`, zone), now, zone };
}

export interface StageXray {
  stage: string;
  /** Stays that began in the span; whoever is still there is watched up to now. */
  time: Survival;
  /** Of the stays that are over: those that went to a later stage or were won. */
  forward: Proportion | null;
  /** Of the stays that are over: those that were lost. */
  lost: Proportion | null;
  /** Of the deals that entered: those that had been here before. */
  again: Proportion | null;
  waiting: Waiting;
}

export interface Bottleneck {
  stage: string;
  n: number;
  /** Its median; when that is not reached (`atLeast`), the longest stay so far. */
  days: number;
  atLeast: boolean;
  /** The next slowest, when its median lies within the 95 % interval of this one's: which is slower is not sure. */
  rival: string | null;
  /** Of the whole cycle: the sum of the medians of the stages with enough stays. */
  share: number;
  /** Null while the median is not reached. */
  whatIf: WhatIf | null;
}

export interface PipelineXray {
  pipeline: string;
  stages: StageXray[];
  /** The stage whose median is the largest, of those with at least {@link enough} stays; null with fewer than two such. */
  bottleneck: Bottleneck | null;
}

/** How long deals stay in each stage of a pipeline, how they leave it, how often they come back and how much they wait. */
export function stageXray(
  pipeline: { key: string; stages: readonly StageOrder[] },
  deals: readonly DealHistory[],
  span: Span,
): PipelineXray {
  const own = deals.filter((deal) => deal.pipeline === pipeline.key);
  const day = (at: Date) => dayOf(at, span.zone);
  const number = workingCalendar(day(new Date(span.since.getTime() - dayMs)), day(span.now), span.zone);
  const stages = pipeline.stages.filter((stage) => !stage.outcome).map(({ key }) => stageOf(key, own, span, number));
  return { pipeline: pipeline.key, stages, bottleneck: bottleneckOf(stages, own, span) };
}

function stageOf(stage: string, deals: readonly DealHistory[], span: Span, number: (day: string) => number): StageXray {
  const here = deals.flatMap((deal) => {
    const all = deal.visits.filter((visit) => visit.stage === stage);
    const entered = all.filter((visit) => visit.from >= span.since);
    return entered.length === 0 ? [] : [{ deal, entered, again: entered.length > 1 || entered.length < all.length }];
  });
  const visits = here.flatMap(({ entered }) => entered);
  const over = visits.filter((visit) => visit.to !== null);
  const left = (...how: Visit['left'][]) => over.filter((visit) => how.includes(visit.left)).length;
  const days = here.flatMap(({ deal, entered }) =>
    entered.map((visit) => {
      const stay = { from: dayOf(visit.from, span.zone), to: dayOf(visit.to ?? span.now, span.zone) };
      return waiting(stay, deal.touched, number);
    }),
  );
  return {
    stage,
    time: survival(visits.map((visit) => ({ time: daysOf(visit, span.now), ended: visit.to !== null }))),
    forward: wilson(left('forward', 'won'), over.length),
    lost: wilson(left('lost'), over.length),
    again: wilson(here.filter((one) => one.again).length, here.length),
    waiting: {
      days: days.reduce((sum, one) => sum + one.days, 0),
      waited: days.reduce((sum, one) => sum + one.waited, 0),
    },
  };
}

function bottleneckOf(stages: StageXray[], deals: readonly DealHistory[], span: Span): Bottleneck | null {
  const known = stages.filter((one) => one.time.n >= enough);
  const days = ({ time }: StageXray) => time.median ?? time.longest;
  const cycle = known.reduce((sum, one) => sum + days(one), 0);
  const [slowest, second] = [...known].sort((a, b) => days(b) - days(a));
  if (!slowest || known.length < 2 || cycle === 0) return null;
  const { stage, time } = slowest;
  const close = second && time.medianRange && days(second) >= time.medianRange.low;
  return {
    stage,
    n: time.n,
    days: days(slowest),
    atLeast: time.median === null,
    rival: close ? second.stage : null,
    share: days(slowest) / cycle,
    whatIf: time.median === null ? null : whatIf(stage, time.median, deals, span),
  };
}
