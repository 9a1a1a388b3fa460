import type { Intent } from '../../intents.ts';
import type { Context } from '../context.ts';

/** What is weighed: the words, what their reading would change, and what is known besides. */
export interface Said {
  text: string;
  writes: readonly Intent[];
  context: Context;
}

export const aboutDeals = /^deal\.(?:move|update|give|open)$/;
export const onDeals = ({ writes }: Said) => writes.some(({ name }) => aboutDeals.test(name));
export const tells = ({ writes }: Said, intent: Intent['name']) => writes.some(({ name }) => name === intent);

/** Every word of an input, wherever it stands in it. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsOf);
}

export const recordOf = ({ input }: Intent) => {
  const { who, deal, customer, lead } = input as Record<string, string | undefined>;
  return who ?? deal ?? customer ?? lead;
};

export const namesIn = (text: string, context: Context) => context.names?.find(text) ?? [];
export const recordsIn = (text: string, context: Context) =>
  namesIn(text, context).filter(({ kind }) => kind === 'customer' || kind === 'lead');
export const colleaguesIn = (text: string, context: Context) =>
  namesIn(text, context).filter(({ kind }) => kind === 'person');
