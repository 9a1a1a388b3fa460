import type { Days } from './days.ts';
import type { Chance } from './random.ts';
import type { ContactRow, CustomerRow, DemoRows, PersonRow } from './rows.ts';
import type { Names, Texts } from './words.ts';

/** What every maker draws from and adds to. */
export interface World {
  random: Chance;
  calendar: Days;
  rows: DemoRows;
  nextId(): number;
}

/** Where a team sells: its people, its words, its money. */
export interface Region {
  language: 'zh' | 'en';
  zone: string;
  currency: string;
  names: Names;
  texts: Texts;
  reps: PersonRow[];
  nextCompany(): { name: string; industry: string };
  nextPhone(): string;
}

/** A customer, and what its story is: it has a deal going, was left alone too long, or is content. */
export interface Account {
  region: Region;
  customer: CustomerRow;
  contacts: ContactRow[];
  story: 'dealing' | 'quiet' | 'calm';
  /** Days since anybody talked to it, when no deal is going. */
  quietDays: number;
}

export function emptyRows(): DemoRows {
  return {
    teams: [],
    people: [],
    identities: [],
    customers: [],
    contacts: [],
    leads: [],
    opportunities: [],
    activities: [],
    touches: [],
    orders: [],
    moves: [],
  };
}

/** Rounds to two leading digits, as people name sums: 4.8 → 48 万. */
export function roundSum(amount: number): string {
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1);
  return (Math.round(amount / step) * step).toFixed(2);
}
