import type { Input } from '../../intents.ts';
import { type Context, needsRole, scope } from '../context.ts';
import { findDeal } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { candidates } from './candidates.ts';
import { type Risk, risksOf } from './deal-facts.ts';

/** So many are looked at, and so many shown. */
const [most, shown] = [200, 8];

export interface Risks {
  /** The one deal that was asked about. */
  deal: { id: number; title: string } | null;
  whose: 'mine' | 'team' | 'all';
  risks: Risk[];
  more: number;
}

/**
 * What is wrong with a deal, or which deals are in danger: one's own, the team's for a manager (refused for a rep),
 * everybody's for an admin. The gravest first; a deal that rests is in none.
 */
export async function listRisks(context: Context, input: Input<'risk.list'>): Promise<Risks> {
  const { by } = context;
  const own = by.role === 'rep' ? 'mine' : by.role === 'manager' ? 'team' : 'all';
  const { whose = own } = input;
  if (input.deal) {
    const deal = await findDeal(context, input.deal);
    if (deal.status !== 'open')
      throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
    return { deal, whose, risks: await risksOf(context, [deal.id]), more: 0 };
  }
  if (whose !== 'mine') needsRole(context, whose === 'all' ? 'admin' : 'manager');
  const owners = await scope(context, whose);
  const risks = (await risksOf(context, await candidates(context, { owners, most })))
    .filter(({ signals }) => signals.length > 0)
    .sort((a, b) => weight(b) - weight(a));
  return { deal: null, whose, risks: risks.slice(0, shown), more: Math.max(0, risks.length - shown) };
}

const weight = ({ signals }: Risk) => signals.reduce((sum, one) => sum + one.weight, 0);
