import { worth } from '../playbook/worth.ts';
import { type Context, currencyOf } from './context.ts';

/** Sums are told in the asker's own currency where the playbook has a rough rate for it, else in the team's. */
export function ownMoney(context: Pick<Context, 'by' | 'playbook'>) {
  const { playbook } = context;
  const own = currencyOf(context);
  const rate = own === playbook.currency ? 1 : playbook.rates[own];
  const currency = rate ? own : playbook.currency;
  const value = (deal: { amount: unknown; currency: string }) =>
    deal.currency === currency
      ? Number(deal.amount ?? 0)
      : worth(playbook, Number(deal.amount ?? 0), deal.currency) / (rate ?? 1);
  return { currency, value };
}
