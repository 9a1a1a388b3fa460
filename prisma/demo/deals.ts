import { knownSince } from './customers.ts';
import { workMinute } from './days.ts';
import { learn, path, type StageKey } from './facts.ts';
import type { OpportunityRow } from './rows.ts';
import { groupOf } from './words.ts';
import type { Account, World } from './world.ts';

/** The days a deal should stay in each stage of the starter playbook. */
export const dueDays: Record<StageKey, number> = { need: 14, solution: 21, quote: 14, contract: 21 };

export interface DealPlan {
  /** Where it stands. */
  stage: StageKey | 'won' | 'lost';
  /** The stage it was lost in. */
  lostIn?: StageKey;
  /** Days since it came there; 0: earlier today. */
  since: number;
  /** Of today, how far between the morning and now. */
  share?: number;
}

/** A deal with its way through the stages, and the facts that the stages it left asked for. */
export function makeDeal(world: World, account: Account, plan: DealPlan): OpportunityRow {
  const { random, calendar, rows, nextId } = world;
  const { customer, region } = account;
  const left = stagesLeft(plan);
  const times = entries(world, region.zone, left.length, plan);
  const closed = plan.stage === 'won' || plan.stage === 'lost';
  const since = times.at(-1) as Date;
  const project = random.pick(region.texts.projects[groupOf(customer.industry)]);
  const deal: OpportunityRow = {
    id: nextId(),
    title: region.language === 'zh' ? customer.name + project : `${customer.name} ${project}`,
    customerId: customer.id,
    leadId: null,
    ownerId: customer.ownerId,
    pipeline: 'standard',
    stage: plan.stage,
    status: closed ? (plan.stage as 'won' | 'lost') : 'open',
    amount: null,
    currency: region.currency,
    closeOn: null,
    nextStep: null,
    nextAt: null,
    facts: {},
    stageAt: since,
    lastTouchAt: null,
    createdAt: times[0] as Date,
    closedAt: closed ? since : null,
  };
  rows.opportunities.push(deal);
  const learnt = learn(world, account, deal, left);
  times.slice(1).forEach((at, i) => {
    rows.moves.push({ opportunityId: deal.id, to: left[i + 1] ?? plan.stage, at, learnt: learnt[i] ?? [] });
  });
  if (deal.createdAt <= customer.createdAt) {
    knownSince(account, calendar.past(region.zone, calendar.daysAgo(deal.createdAt) + 20, workMinute(random)));
  }
  return deal;
}

function stagesLeft({ stage, lostIn }: DealPlan): StageKey[] {
  if (stage === 'won') return [...path];
  if (stage === 'lost') return path.slice(0, path.indexOf(lostIn ?? 'quote') + 1);
  return path.slice(0, path.indexOf(stage));
}

/** When it came to each stage, oldest first: `moves` + 1 times on working days. */
function entries({ random, calendar }: World, zone: string, moves: number, plan: DealPlan): Date[] {
  const last =
    plan.since === 0
      ? calendar.earlierToday(zone, plan.share ?? 0.5)
      : calendar.past(zone, plan.since, workMinute(random));
  const times = [last];
  let ago = plan.since;
  for (let i = 0; i < moves; i += 1) {
    ago += random.int(4, 13);
    times.push(calendar.past(zone, ago, workMinute(random)));
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}
