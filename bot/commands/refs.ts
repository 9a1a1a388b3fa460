import type { Intent } from '../intents.ts';

/** The inputs that name a record: a contact or a title may be called the same and stays what it is. */
const people = new Set(['person', 'to', 'cover']);
const records = new Set(['who', 'deal', 'customer', 'lead', 'touch', 'keep', 'drop', 'leads']);

/** The same intent with a record's number in the place of the name that several have; of several things in all of them. */
export function withRef(intent: Intent, what: string, name: string, id: number): Intent {
  const fits = what === 'person' ? people : records;
  const chosen = (value: unknown): unknown =>
    value === name ? `#${id}` : Array.isArray(value) ? value.map(chosen) : value;
  const input = Object.fromEntries(
    Object.entries(intent.input).map(([key, value]) => {
      if (key === 'parts') return [key, (value as Intent[]).map((part) => withRef(part, what, name, id))];
      return [key, fits.has(key) ? chosen(value) : value];
    }),
  );
  return { name: intent.name, input } as Intent;
}

/** The records an intent names by number. */
export function refsOf(intent: Intent): string[] {
  return Object.entries(intent.input).flatMap(([key, value]): string[] => {
    if (key === 'parts') return (value as Intent[]).flatMap(refsOf);
    if (!records.has(key) && !people.has(key)) return [];
    return [value].flat().filter((one): one is string => typeof one === 'string' && /^#\d+$/.test(one));
  });
}
