import { readFileSync } from 'node:fs';
import { type Context, understand } from '../../bot/understand/index.ts';
import { createNames } from '../../bot/understand/names.ts';
import type { Line } from '../bench/utterances.ts';
import { readLines } from '../bench/utterances.ts';
import { en, zh } from '../understand/context.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

interface Known {
  customers: string[];
  contacts: { customer: string; name: string }[];
  leads: (string | { company?: string; name?: string })[];
  people: string[];
}

/** The look-up of the names that the utterances' bot knows; all are the asker's own. */
export function knownNames() {
  const { customers, contacts, leads, people } = JSON.parse(fixture('utterance-names.json')) as Known;
  const names = createNames();
  let id = 100;
  const ids = new Map<string, number>();
  for (const company of customers) {
    ids.set(company, ++id);
    names.add({ kind: 'customer', id, company, ownerId: 1 });
  }
  for (const { customer, name } of contacts)
    names.add({ kind: 'contact', id: ++id, person: name, customerId: ids.get(customer) ?? null, ownerId: 1 });
  for (const lead of leads) {
    const { company = null, name = null } = typeof lead === 'string' ? { name: lead } : lead;
    names.add({ kind: 'lead', id: ++id, company, person: name, ownerId: 1 });
  }
  for (const [index, person] of people.entries()) names.add({ kind: 'person', id: 1 + index, person, teamId: 9 });
  return names.view({ personId: 1, teamMates: null });
}

export const utterances = (): Line[] => readLines(fixture('utterances.jsonl'));
/** More of the same, all open: what rules were tried on. */
export const more = (): Line[] => readLines(fixture('utterances-more.jsonl'));
/** What others wrote later, who had seen neither the grammar nor its tests: a harder set. */
export const others = (): Line[] => readLines(fixture('utterances-others.jsonl'));

/** What the grammar knows besides a line's text. */
export function contextOf(line: Line, names = knownNames()): Context {
  return {
    ...(line.lang === 'en' ? en : zh),
    names,
    ...(line.about ? { about: line.about } : {}),
    ...(line.last ? { last: line.last } : {}),
  };
}

export const understandLine = (line: Line, names: ReturnType<typeof knownNames>) =>
  understand(line.text, contextOf(line, names));
