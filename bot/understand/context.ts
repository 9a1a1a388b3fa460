import type { Intent, IntentName } from '../intents.ts';

/** What people call a thing, in both languages; `key` is its name in the playbook. */
export interface Words {
  key: string;
  words: string[];
}

export interface FieldWords extends Words {
  type: 'text' | 'number' | 'money' | 'date' | 'person' | 'choice' | 'yesno';
  options?: Words[];
  /** An open question of a stage: its answer is kept as it was said. */
  open?: boolean;
}

/** An intent that may still lack something it needs. */
export interface Draft {
  name: IntentName;
  input: Record<string, unknown>;
}

/** A question we asked: an intent that lacks `missing` (field keys or names of its own input), or intents to choose from. */
export type Pending =
  | { intent: Intent | Draft; missing: string[] }
  | { options: { label: string; intent: Intent }[] }
  | { confirm: Intent; question: number };

/** A stretch of a text that names a record we have. */
export interface KnownName {
  start: number;
  end: number;
  /** The name as the record has it; of the first of `ids`. */
  name: string;
  kind?: 'customer' | 'lead' | 'contact' | 'person';
  /** It is the title of a deal; its kind is its customer's. */
  deal?: boolean;
  /** The records it may be, six at most. */
  ids?: number[];
  /** Its name to the letter, without place and legal form, a part of it, or in Latin letters. */
  how?: 'whole' | 'alias' | 'part' | 'pinyin' | 'initials';
}

/** Everything understanding may know besides the text. */
export interface Context {
  now: Date;
  /** IANA name of the asker's time zone. */
  zone: string;
  language: 'zh' | 'en';
  /** ISO 4217 code of an amount that names none. */
  currency: string;
  stages: Words[];
  /** Ways a deal may go. */
  pipelines?: Words[];
  objections: Words[];
  fields: FieldWords[];
  industries: Words[];
  /** Where leads come from (展会, webinar …). */
  channels: Words[];
  pending?: Pending;
  /**
   * The asker's last command that wrote something, the text it was said with, and what it was about (by default what the
   * conversation is about): what a correction puts right.
   */
  last?: { command: number; text: string; about?: Context['about'] };
  /** Around the text it is told what came of it. */
  past?: boolean;
  /** The record the conversation is about, as `#` + number. */
  about?: { deal?: string; customer?: string; lead?: string };
  /** Known names near this person; used to tell a name from the words around it. */
  names?: { find(text: string): KnownName[] };
}

export type Refused = 'negated' | 'conditional' | 'question' | 'hearsay' | 'quoted' | 'unclear' | 'missing';

export interface Understanding {
  /** In the order they were said; `unknown` when nothing is to be done. Every input passes its schema. */
  intents: { intent: Intent; confidence: number }[];
  /** Words nothing was made of. */
  leftover: string;
  /** Why a sentence that sounds like a command is not one. The intent is then `unknown`. */
  refused?: Refused;
  /** What it would have been, had it been meant or understood whole: what to ask about. */
  would?: Intent;
  /** With `missing`: the command that was understood, and what it lacks. Fit to be `pending` once asked. */
  asks?: { intent: Draft; missing: string[] };
}

/** What a grammar rule read. `from`–`to` is the stretch of text that made it that command. */
export interface Found extends Draft {
  confidence: number;
  leftover: string;
  from: number;
  to: number;
  missing?: string[];
  /** What else the same words say: the next step a visit ended with. */
  more?: Draft[];
}

export type Rule = (text: string, context: Context) => Found | null;

/** A stretch of text read as a value. */
export interface Reading<T> {
  start: number;
  end: number;
  value: T;
}
