import type { Playbook } from './schema.ts';

/**
 * About what an amount is worth in the team's currency, by the playbook's rough rates: to grade and to sort, never to
 * show. A currency without a rate counts as the team's own.
 */
export function worth(playbook: Playbook, amount: number, currency: string): number {
  return currency === playbook.currency ? amount : amount * (playbook.rates[currency] ?? 1);
}
