import type { Intent } from '../intents.ts';

/** What must be there before it can be spoken of, what a stage may ask for before the move to it, a talk before what it led to. */
const ranks: Partial<Record<Intent['name'], number>> = {
  'lead.create': 0,
  'deal.open': 1,
  'profile.update': 2,
  'activity.log': 2,
  'deal.update': 2,
};
const rest = 3;

/** In which order the things of a sentence are done, as places in it. */
export function inOrder(parts: Intent[]): number[] {
  const rank = (at: number) => ranks[parts[at]?.name ?? 'unknown'] ?? rest;
  return parts.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Whether the sentence itself says what comes after this touch: then nothing is to be proposed. */
export function isPlanned(part: Intent, parts: Intent[]): boolean {
  if (part.name !== 'activity.log') return false;
  const same = (ref: string | undefined) =>
    ref === undefined || ref.trim().toLowerCase() === part.input.who.trim().toLowerCase();
  return parts.some(
    (one) =>
      (one.name === 'task.add' && same(one.input.who)) ||
      (one.name === 'deal.update' && one.input.nextAt !== undefined && same(one.input.deal)),
  );
}
