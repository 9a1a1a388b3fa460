/** What each role may take off a price without asking, as shares of it (0–1). */
export type Limits = Record<'rep' | 'manager' | 'admin', number>;

/** Shares are kept to three decimals: less than half of the last one is no difference. */
const slack = 0.0005;

/** How much a role may take off without asking; nothing for a role that is none of these. */
export function limitOf(limits: Limits, role: string): number {
  return limits[role as keyof Limits] ?? 0;
}

/** Whether a role may give this discount (0–1) by itself. */
export function covers(limits: Limits, role: string, discount: number): boolean {
  return discount < limitOf(limits, role) + slack;
}
