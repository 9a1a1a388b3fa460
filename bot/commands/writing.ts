import type { Intent, IntentName } from '../intents.ts';

const writing = new Set<IntentName>([
  'lead.create',
  'lead.recycle',
  'lead.claim',
  'lead.reject',
  'lead.merge',
  'phones.export',
  'profile.update',
  'deal.open',
  'deal.move',
  'deal.update',
  'deal.give',
  'deal.pause',
  'deal.pipeline',
  'process.change',
  'deal.forecast',
  'touch.change',
  'risk.act',
  'risk.snooze',
  'promise.broken',
  'leave.add',
  'leave.cancel',
  'quote.make',
  'quote.accept',
  'approval.decide',
  'approval.answer',
  'deal.review',
  'activity.log',
  'task.add',
  'task.move',
  'touch.done',
  'touch.snooze',
  'talk.used',
  'talk.add',
  'talk.decide',
  'undo',
  'several',
  'amend',
  'people.invite',
  'people.change',
  'people.map',
  'language',
]);

/** What is to be read on its own card: a list of numbers, a code. */
const carrying = new Set<IntentName>(['phones.export', 'people.invite']);

/** Whether the card of a thing done says more than that it was done. */
export const isCarrying = ({ name }: Intent): boolean => carrying.has(name);

/** Whether an intent changes something or tells somebody; else it only shows. */
export function isWriting({ name, input }: Intent): boolean {
  if (name === 'several') return (input as { parts: Intent[] }).parts.some(isWriting);
  return writing.has(name);
}
