import { type DealPlan, dueDays, makeDeal } from './deals.ts';
import type { OpportunityRow } from './rows.ts';
import type { Account, World } from './world.ts';

/** How many deals of a region are open in each stage, and how many are closed. */
export interface DealCounts {
  need: number;
  solution: number;
  quote: number;
  contract: number;
  won: number;
  lost: number;
}

/**
 * The deals of a region. Every customer whose story is a deal has one open, some two; every fourth is stuck; in each
 * region a few moved today, so that the day's digest has something to tell.
 */
export function makePipeline(
  world: World,
  accounts: Account[],
  counts: DealCounts,
): { account: Account; deal: OpportunityRow }[] {
  const { random } = world;
  const plans = random.shuffle(open(world, counts));
  const dealing = accounts.filter(({ story }) => story === 'dealing');
  const made = plans.map((plan, i) => {
    const account = dealing[i % dealing.length] as Account;
    return { account, deal: makeDeal(world, account, plan) };
  });
  const today = (stage: 'won' | 'lost', share: number) =>
    stage === 'won' ? [{ stage, since: 0, share }] : [{ stage, since: 0, share, lostIn: 'quote' as const }];
  const closed: DealPlan[] = [
    ...today('won', 0.8),
    ...(counts.lost > 4 ? today('lost', 0.45) : []),
    ...Array.from({ length: counts.won - 1 }, () => ({ stage: 'won' as const, since: random.int(2, 125) })),
    ...Array.from({ length: counts.lost - (counts.lost > 4 ? 1 : 0) }, () => ({
      stage: 'lost' as const,
      lostIn: random.pick(['need', 'solution', 'quote', 'quote', 'contract'] as const),
      since: random.int(2, 125),
    })),
  ];
  for (const plan of closed) {
    const account = plan.since === 0 ? random.pick(dealing) : random.pick(accounts);
    // Whoever was left alone had their deal before that.
    const since = account.story === 'dealing' ? plan.since : Math.max(plan.since, account.quietDays + 2);
    made.push({ account, deal: makeDeal(world, account, { ...plan, since }) });
  }
  return made;
}

function open({ random }: World, counts: DealCounts): DealPlan[] {
  return (['need', 'solution', 'quote', 'contract'] as const).flatMap((stage) =>
    Array.from({ length: counts[stage] }, (_, i) => {
      if (i === 0 && (stage === 'solution' || stage === 'quote'))
        return { stage, since: 0, share: stage === 'quote' ? 0.6 : 0.25 };
      const since = i % 4 === 1 ? dueDays[stage] + random.int(3, 18) : random.int(1, dueDays[stage] - 2);
      return { stage, since };
    }),
  );
}
