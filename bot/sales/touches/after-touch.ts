import type { Activity } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import type { Whom } from '../whom.ts';
import { type Proposed, propose } from './next.ts';
import type { Pace } from './pace.ts';

type Past = Pick<Activity, 'channel' | 'outcome' | 'at'>;

/** What comes next once somebody has been touched `now`, given what was tried before. */
export function proposeNext(
  context: Context,
  { deal, customer, lead }: Whom,
  past: Past[],
  now: Past,
  pace: Pace,
): Proposed {
  const history = newestFirst([...past, now]);
  const tier = customer?.tier ?? lead?.grade ?? 'C';
  const subject = deal
    ? { kind: 'deal' as const, tier, stage: deal.stage }
    : { kind: lead ? ('lead' as const) : ('deal' as const), tier };
  // This one, too, the customer has had.
  return propose(context, subject, history, { ...pace, contacts: [...pace.contacts, now.at] });
}

/** The newest first. */
export function newestFirst<T extends { at: Date }>(list: T[]): T[] {
  return list.sort((a, b) => b.at.getTime() - a.at.getTime());
}
