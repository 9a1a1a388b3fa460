import type { Intent } from '../intents.ts';

/**
 * Everything the bot shows. A card is data: plain text and structure, in the reader's language already. Adapters escape
 * the text for their platform and cut it to the platform's limits; no markup of any platform ever stands in a card.
 */
export interface Card {
  title: string;
  /** One line for notifications and screen readers; never empty. */
  summary: string;
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  blocks: Block[];
}

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'list'; items: Item[] }
  | { kind: 'progress'; steps: Step[] }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  | { kind: 'picture'; picture: number; alt: string }
  | { kind: 'note'; text: string }
  | { kind: 'buttons'; buttons: Button[] }
  | { kind: 'form'; form: Form };

/** A labelled value; `was` is what it was before, shown as old → new. */
export interface Fact {
  label: string;
  value: string;
  was?: string;
}

export interface Item {
  text: string;
  detail?: string;
  buttons?: Button[];
}

export interface Step {
  label: string;
  state: 'done' | 'now' | 'todo' | 'lost';
}

export interface Column {
  label: string;
  align?: 'left' | 'right';
}

/** Pressing it means `intent`; `say` is the sentence that means the same, for platforms whose buttons can only speak. */
export interface Button {
  label: string;
  intent: Intent;
  say: string;
  style?: 'primary' | 'danger';
  /** A link opens instead of an intent being said; the intent is then `help`. */
  confirm?: { title: string; text: string; yes: string; no: string };
}

/** Submitting it means the intent `intent` with `fixed` plus what the fields hold, each under its `name` (empty ones left out). */
export interface Form {
  intent: Intent['name'];
  fixed: Record<string, unknown>;
  title: string;
  submit: string;
  cancel: string;
  /** The label of the button that opens it where a form cannot stand in a message. */
  open: string;
  /** How to fill it in words, for a platform without forms: a sentence to copy and complete. */
  say: string;
  fields: Field[];
}

export interface Field {
  name: string;
  label: string;
  type: 'text' | 'long' | 'number' | 'money' | 'date' | 'datetime' | 'phone' | 'email' | 'choice';
  required?: boolean;
  value?: string;
  hint?: string;
  options?: { value: string; label: string }[];
}
