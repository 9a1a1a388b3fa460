const dayMs = 86_400_000;

/** A day of a deal, a moment still to come, a moment that was. */
export type When = 'day' | 'ahead' | 'behind';

/** How far from now each may be, in days: what was and what is to come, with a day of grace for zones. */
const within: Record<When, [number, number]> = { day: [-366, 1830], ahead: [-1, 1100], behind: [-366, 1] };

/** Whether a date is one, and near enough to be meant: models are fond of the years they were trained in. */
export function plausible(value: string, what: When, now: Date): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|T)/.test(value)) return false;
  const days = (new Date(value).getTime() - now.getTime()) / dayMs;
  const [least, most] = within[what];
  return days >= least && days <= most;
}
