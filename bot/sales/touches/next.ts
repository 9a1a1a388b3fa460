import { nextTouch } from '../../insight/next-touch.ts';
import { wallTimeOf } from '../../insight/wall-time.ts';
import { cadenceFor } from '../../playbook/choose.ts';
import type { Context } from '../context.ts';

export interface NextTouch {
  what: string;
  channel: string;
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

/** The cadence's first touch: nobody has talked to them yet. */
export function firstTouch(context: Context, subject: Subject): NextTouch {
  return proposeTouch(context, subject, []);
}

/** What the playbook's cadence proposes next, given what was tried (newest first), within the owner's working hours. */
export function proposeTouch(context: Context, subject: Subject, past: Past[]): NextTouch {
  const { by, now, playbook } = context;
  const next = nextTouch(cadenceFor(playbook, subject.kind, subject), past, now, by);
  return {
    what: next.what[by.language === 'en' ? 'en' : 'zh'],
    channel: next.channel,
    dueAt: next.dueAt,
    wallTime: wallTimeOf(next.dueAt, by.zone),
    zone: by.zone,
    step: next.step,
  };
}
