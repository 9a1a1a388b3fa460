import type { Activity, Lead, Opportunity, Touch } from '../../../prisma/generated/client.ts';
import { searchKey } from '../../insight/pinyin.ts';
import type { Input } from '../../intents.ts';
import { type Change, type Plan, plain, update, type Value } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { findLead } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { grade } from './grade-lead.ts';
import { leadName } from './lead-name.ts';

/** What a lead that stays takes over where it knows nothing itself. */
const fields = [
  'name',
  'title',
  'company',
  'phone',
  'email',
  'wechat',
  'industry',
  'city',
  'headcount',
  'budget',
  'pain',
  'note',
  'channel',
  'source',
  'campaign',
] as const;

export interface Merging {
  keep: Lead;
  drop: Lead;
  /** Whose the lead that stays is. */
  ownerId: number;
  /** Field by field what the kept one gains. */
  gains: { field: string; value: Value; currency: string }[];
  /** Where both know something and not the same: what the kept one says stays. */
  differs: string[];
  moves: { activities: number; touches: number; deals: number };
  /** Null in a preview: nothing is written yet. */
  plan: Plan | null;
}

/** Makes one lead of two: what the kept one lacks is filled in, what hangs on the other one moves over, and that one is hidden. */
export async function mergeLeads(context: Context, input: Input<'lead.merge'>): Promise<Merging> {
  const { db } = context;
  const keep = await findLead(context, input.keep);
  const drop = await findLead(context, input.drop);
  if (keep.id === drop.id) throw new Refusal('same-record', { name: leadName(keep) });
  await mayChange(context, keep);
  // What nobody works any more may go into what somebody does.
  if (drop.status !== 'pool') await mayChange(context, drop);
  const where = { leadId: drop.id, removedAt: null };
  const [activities, touches, deals, planned] = await Promise.all([
    db.activity.findMany({ where }),
    db.touch.findMany({ where }),
    db.opportunity.findMany({ where }),
    db.touch.count({ where: { leadId: keep.id, state: 'open', origin: 'cadence', removedAt: null } }),
  ]);
  const merged = filled(context, keep, drop);
  const moved = touches.map((touch) => move(keep, touch, planned > 0));
  const changes = [
    update('Lead', keep, merged.values),
    update('Lead', drop, { status: 'merged' }),
    ...moved.map(({ change }) => change),
    ...linked('Activity', activities, keep),
    ...linked('Opportunity', deals, keep),
  ].filter((one) => one !== null);
  return {
    keep,
    drop,
    ownerId: keep.ownerId,
    gains: merged.gains,
    differs: merged.differs,
    moves: {
      activities: activities.length,
      touches: moved.filter(({ open }) => open).length,
      deals: deals.length,
    },
    plan: input.sure ? { changes } : null,
  };
}

function filled({ playbook }: Context, keep: Lead, drop: Lead) {
  const [mine, theirs] = [known(keep), known(drop)];
  const taken = fields.filter((field) => mine[field] === null && theirs[field] !== null);
  const gained = Object.fromEntries(taken.map((field) => [field, theirs[field] as Value]));
  const currency = taken.includes('budget') ? drop.currency : keep.currency;
  const lead = { ...keep, ...gained, currency } as Lead;
  const graded = grade(playbook, lead);
  const values: Record<string, Value | undefined> = {
    ...gained,
    currency,
    ...(taken.includes('company') ? { companyKey: drop.companyKey } : {}),
    pinyin: searchKey([lead.company, lead.name].filter(Boolean).join(' ')),
    ...(graded.grade === keep.grade ? {} : { grade: graded.grade, gradeReasons: graded.reasons as never }),
    lastTouchAt: later(keep.lastTouchAt, drop.lastTouchAt),
    ...(keep.customerId === null && drop.customerId !== null
      ? { customerId: drop.customerId, status: drop.status }
      : {}),
  };
  return {
    values,
    gains: taken.map((field) => ({ field, value: theirs[field] as Value, currency })),
    differs: fields.filter((field) => mine[field] !== null && theirs[field] !== null && mine[field] !== theirs[field]),
  };
}

/** Empty words are nothing known; a decimal is compared as text. */
function known(lead: Lead): Record<(typeof fields)[number], Value> {
  return Object.fromEntries(fields.map((field) => [field, plain(lead[field] || null)])) as never;
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}

/** What is to be done is the kept one's owner's from now on; of two proposals of the cadence one is enough. */
function move(keep: Lead, touch: Touch, planned: boolean): { change: Change | null; open: boolean } {
  const open = touch.state === 'open' && !(planned && touch.origin === 'cadence');
  const state = touch.state === 'open' && !open ? 'skipped' : touch.state;
  const ownerId = open ? keep.ownerId : touch.ownerId;
  return { change: update('Touch', touch, { leadId: keep.id, state, ownerId }), open };
}

function linked(entity: 'Activity' | 'Opportunity', rows: (Activity | Opportunity)[], keep: Lead): (Change | null)[] {
  return rows.map((row) => update(entity, { ...row }, { leadId: keep.id }));
}
