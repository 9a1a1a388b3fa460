import { dayOf } from '../../insight/wall-time.ts';
import { addDays } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import { checkDay } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';

/** No alert about a deal before a day; without one, for as long as the playbook says. */
export async function snoozeRisk(
  context: Context,
  input: Input<'risk.snooze'>,
): Promise<{ deal: Deal; until: string; plan: Plan }> {
  const { now, by, playbook } = context;
  const deal = await findDeal(context, input.deal);
  await mayChange(context, deal);
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const today = dayOf(now, by.zone);
  const until = input.until ?? addDays(today, playbook.alerts.snoozeDays);
  checkDay(until, now, by.zone);
  if (until <= today) throw new Refusal('past-date', { said: until });
  const change = update('Opportunity', deal, { quietUntil: new Date(`${until}T00:00:00Z`) });
  return { deal, until, plan: { changes: change ? [change] : [] } };
}
