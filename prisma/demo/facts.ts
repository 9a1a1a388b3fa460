import type { Money, OpportunityRow } from './rows.ts';
import { groupOf } from './words.ts';
import { type Account, roundSum, type World } from './world.ts';

/** The starter playbook's stages up to the end. */
export const path = ['need', 'solution', 'quote', 'contract'] as const;
export type StageKey = (typeof path)[number];

/** A value, the stage on leaving which it was learnt, or null when it was known from the start. */
type Fact = [key: string, value: string | Money | null, learntIn: StageKey | null];

/**
 * Fills in what a deal that left these stages must know, and says of each of them what was learnt on leaving it. What no
 * stage names was known from the start.
 */
export function learn(world: World, account: Account, deal: OpportunityRow, left: readonly StageKey[]): string[][] {
  const { random } = world;
  const lists = left.map((): string[] => []);
  const note = (key: string, stage: StageKey | null) => {
    const place = stage === null ? -1 : left.indexOf(stage);
    lists[place]?.push(key);
    return stage === null || place >= 0;
  };
  const { amount, closeOn, facts } = known(world, account, deal);
  // Most teams have an idea of the sum early, and of the day later.
  if (note('amount', random.yes(0.75) ? null : 'solution')) deal.amount = amount;
  if (note('close_on', random.yes(0.5) ? null : 'quote')) deal.closeOn = closeOn;
  for (const [key, value, stage] of facts) {
    if (value !== null && note(key, stage)) deal.facts[key] = value;
  }
  const reason = random.pick(['price', 'competitor', 'no_budget', 'timing', 'silent']);
  if (deal.stage === 'lost') {
    deal.facts.loss_reason = reason;
    lists.at(-1)?.push('loss_reason');
  }
  return lists;
}

/** What one would know of the deal in the end. Draws the same whatever the stage. */
function known({ random, calendar }: World, { region, contacts, customer }: Account, deal: OpportunityRow) {
  const { texts, zone, language, currency } = region;
  const size = { A: 2.4, B: 1.2, C: 0.6 }[customer.tier];
  const worth = size * (currency === 'CNY' ? random.int(90, 600) * 1000 : random.int(15, 90) * 1000);
  const decider = random.pick(contacts);
  const ahead = deal.stage === 'contract' ? random.int(3, 25) : random.int(10, 70);
  const rival = random.yes(0.35) ? random.pick(texts.competitors) : null;
  const facts: Fact[] = [
    ['pain', random.pick(texts.pains[groupOf(customer.industry)]), random.yes(0.7) ? null : 'need'],
    [
      'decision_maker',
      language === 'zh' ? `${decider.name}（${decider.title}）` : `${decider.name}, ${decider.title}`,
      'solution',
    ],
    ['budget', { amount: roundSum(worth * (0.8 + 0.35 * random.next())), currency }, 'solution'],
    ['competitor', rival, 'solution'],
    ['contract_terms', random.pick(texts.terms), 'quote'],
    ['signed_on', deal.stage === 'won' ? calendar.wall(deal.stageAt, zone).slice(0, 10) : null, 'contract'],
  ];
  const closeOn = calendar.day(zone, deal.closedAt ? -calendar.daysAgo(deal.closedAt) : ahead);
  return { amount: roundSum(worth), closeOn, facts };
}
