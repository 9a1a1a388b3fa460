import { type Cap, nextTouch } from '../../insight/next-touch.ts';
import { wallTimeOf } from '../../insight/wall-time.ts';
import type { Input } from '../../intents.ts';
import { cadenceFor } from '../../playbook/choose.ts';
import type { Context } from '../context.ts';
import type { Pace, Waits } from './pace.ts';

export interface NextTouch {
  what: string;
  channel: NonNullable<Input<'touch.change'>['channel']>;
  dueAt: Date;
  wallTime: string;
  zone: string;
  step: string;
}

interface Past {
  channel: string;
  outcome: string | null;
  at: Date;
}

interface Subject {
  kind: 'lead' | 'deal';
  tier: string;
  stage?: string;
}

/** What the cadence proposes, and what the card says of it. */
export interface Proposed {
  touch: NextTouch;
  /** Why it comes later than the cadence alone would have it. */
  later: Waits | 'cap' | null;
  /** So many touches in a row stayed unanswered that it is time for another way. */
  unanswered: boolean;
  exhausted: boolean;
  cap: Cap | null;
}

/** The cadence's first touch: nobody has talked to them yet. */
export function firstTouch(context: Context, subject: Subject, pace: Pace): NextTouch {
  return proposeTouch(context, subject, [], pace);
}

/** What the playbook's cadence proposes next: see {@link propose}. */
export function proposeTouch(context: Context, subject: Subject, past: Past[], pace: Pace): NextTouch {
  return propose(context, subject, past, pace).touch;
}

/**
 * What the playbook's cadence proposes next, given what was tried (newest first), within the owner's working hours and days,
 * not more often than the cap allows and not before what is agreed.
 */
export function propose(context: Context, subject: Subject, past: Past[], pace: Pace): Proposed {
  const { by, now, playbook } = context;
  const { owner, ...held } = pace;
  const cadence = cadenceFor(playbook, subject.kind, subject);
  const next = nextTouch(cadence, past, now, owner, held);
  const touch = {
    what: next.what[by.language === 'en' ? 'en' : 'zh'],
    channel: next.channel,
    dueAt: next.dueAt,
    wallTime: wallTimeOf(next.dueAt, owner.zone),
    zone: owner.zone,
    step: next.step,
  };
  const step = [cadence.first, ...cadence.then].find(({ key }) => key === next.step);
  const { later, unanswered, exhausted } = next;
  return { touch, later, unanswered, exhausted, cap: step?.cap ?? cadence.cap ?? null };
}
