import type { Intent } from './intents.ts';
import type { Talk } from './sales/change.ts';
import type { Meant } from './understood.ts';

/** What a sentence says besides, about the record that its command was done to: of several of that name it is this one. */
export function besides({ intent, missed = [] }: Meant, about: Talk['about'] | undefined): Intent[] {
  if (intent.name === 'unknown') return [];
  const ref = about?.deal ?? about?.customer ?? about?.lead;
  if (!ref || intent.name === 'several') return missed;
  return missed.map((one): Intent => {
    if (one.name === 'task.add') return { ...one, input: { ...one.input, who: ref } };
    return one.name === 'deal.update' && about?.deal ? { ...one, input: { ...one.input, deal: about.deal } } : one;
  });
}
