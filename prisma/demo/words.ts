import type { Chance } from './random.ts';

/** What a company's business is like, as far as what it buys and what hurts it goes. */
export type Group = 'plant' | 'goods' | 'office';

/** Names of one language's region. Keys of `trades` and `sources` are the starter playbook's industries and channels. */
export interface Names {
  brands: string[];
  person(random: Chance): string;
  company(brand: string, trade: string): string;
  trades: Record<string, string[]>;
  cities: string[];
  titles: string[];
  sources: Record<string, string[]>;
  campaigns: string[];
}

/** A touch that a step of the starter playbook's cadences asks for. */
export interface StepWords {
  step: string;
  channel: string;
  what: string;
}

/** What people write down, in one language. Keys of `objections` are the starter playbook's. */
export interface Texts {
  pains: Record<Group, string[]>;
  projects: Record<Group, string[]>;
  goods: Record<Group, string[]>;
  notes: { positive: string[]; reached: string[]; silent: string[] };
  objections: Record<string, string[]>;
  leadNotes: string[];
  leadSteps: StepWords[];
  dealSteps: StepWords[];
  closingSteps: StepWords[];
  /** What one promised to do, by the deal's stage. */
  promises: Record<string, string[]>;
  competitors: string[];
  terms: string[];
}

const groups: Record<string, Group> = {
  manufacturing: 'plant',
  electronics: 'plant',
  energy: 'plant',
  food: 'plant',
  healthcare: 'plant',
  logistics: 'goods',
  retail: 'goods',
};

export const groupOf = (industry: string | null): Group => groups[industry ?? ''] ?? 'office';
