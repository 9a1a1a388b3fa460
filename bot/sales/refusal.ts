/** Why a rule said no. Languages turn the code and its details into words; see `refusals` in bot/i18n. */
export interface RefusalDetails {
  'not-found': { what: 'lead' | 'customer' | 'deal' | 'person' | 'touch' | 'track' | 'any'; name: string };
  ambiguous: {
    what: 'lead' | 'customer' | 'deal' | 'person' | 'any';
    name: string;
    /** `worth`: of a deal, what it is to bring. */
    options: { id: number; kind: string; label: string; worth?: { amount: number; currency: string } }[];
  };
  'not-yours': { owner: string };
  'needs-role': { role: 'manager' | 'admin' };
  'unknown-stage': { said: string; stages: string[] };
  'same-stage': { stage: string };
  'closed-deal': { status: 'won' | 'lost'; title: string };
  /** `skips`: who need not know what stages on the way ask for. */
  'missing-fields': {
    dealId: number;
    title: string;
    stage: string;
    fields: string[];
    skips?: { stages: string[]; may: string[] };
    /** An exception: one may make it, or has to ask who may. */
    anyway?: 'may' | 'ask';
  };
  /** A move that this role may not make: over stages, or back. `next`: the stage after the one it is in. */
  'not-that-way': {
    how: 'skip' | 'back';
    dealId: number;
    title: string;
    stages: string[];
    may: string[];
    next: string | null;
  };
  'unknown-pipeline': { said: string; pipelines: string[] };
  'same-pipeline': { title: string; pipeline: string };
  'no-such-field': { said: string; fields: string[] };
  'stage-taken': { name: string };
  'stage-stays': { name: string; why: 'end' | 'last' | 'there' };
  'process-same': Record<string, never>;
  'bad-process': { faults: string[] };
  'bad-amount': { said: string; reason: 'negative' | 'absurd' | 'not-a-number' };
  'bad-phone': { said: string };
  'bad-email': { said: string };
  'past-date': { said: string };
  'far-date': { said: string };
  /** When something happened: not yet, or too long ago to be true. */
  'bad-moment': { said: string; reason: 'future' | 'old' };
  'bad-field': { field: string; said: string; options?: string[] };
  /** `needs`: parts of an intent's input; any of several. */
  'nothing-said': { needs: string[] };
  'changed-meanwhile': { title: string };
  'already-done': { what: string };
  'nothing-to-undo': Record<string, never>;
  'too-late-to-undo': { minutes: number };
  'too-late-to-amend': { minutes: number };
  'undo-changed': { by: string; field: string };
  'unknown-code': Record<string, never>;
  'already-joined': { name: string };
  'not-a-colleague': Record<string, never>;
  'last-admin': Record<string, never>;
  'unknown-team': { said: string; teams: string[] };
  'identity-taken': { name: string };
  'too-long': { length: number; most: number };
  'unusable-message': { what: string };
  'stale-button': Record<string, never>;
  'wrong-values': { values: { field: string; value: string }[] };
  /** It asks whether they have decided. */
  'banned-question': { said: string };
  /** Neither a manager nor an admin is there. */
  'nobody-decides': Record<string, never>;
  'unknown-objection': { said: string; objections: string[] };
  'in-pool': { id: number };
  'not-in-pool': { name: string; owner: string };
  'lead-converted': { name: string };
  'not-recyclable': { name: string; status: string };
  'person-left': { name: string };
  'not-your-leave': { name: string };
  /** `span`: the days as the reader writes them, once they are words. */
  'on-leave-already': { name: string; from: string; to: string; span?: string };
  'cover-away': { name: string; from: string; to: string; span?: string };
  'long-leave': { days: number };
  'same-cover': { name: string };
  'no-leave': { name: string };
  'has-already': { name: string; title: string };
  'same-record': { name: string };
  'whose-contact': { title: string; contacts: string[] };
  'direct-only': Record<string, never>;
  'sent-already': Record<string, never>;
  /** The deal has no quote with the customer (or none at all). */
  'no-quote': { title: string };
  'quote-over': { title: string; on: string };
  /** More off the price than the sayer may give, and nobody is there who may. */
  'no-approver': { discount: number; limit: number };
  'no-approval': { title: string | null };
  'which-approval': { count: number };
  'not-approver': { name: string };
  'own-approval': Record<string, never>;
  'already-decided': { title: string; by: string; state: string; discount: number };
  'still-open': { title: string };
  'no-demo': Record<string, never>;
}

export type RefusalCode = keyof RefusalDetails;

/** How it goes on: an intent that lacks something, or some to choose from. */
type Opens = { intent: unknown; missing: string[] } | { options: { label: string; intent: unknown }[] };

/** A rule's no, as data. Thrown by decisions and finders, answered kindly by `bot/answer.ts`; never a fault. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly details: RefusalDetails[C];
  /** What was understood so far, when an answer with the missing parts completes it, or what it may be. */
  readonly opens: Opens | undefined;
  /** Which of the several things that were said it is about, counted from 0. */
  part: number | undefined;
  constructor(code: C, details: RefusalDetails[C], opens?: Opens) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.opens = opens;
  }
}

/** Two people wrote the same record: the command is decided again on what is there now. */
export class Conflict extends Error {
  constructor() {
    super('changed meanwhile');
    this.name = 'Conflict';
  }
}
