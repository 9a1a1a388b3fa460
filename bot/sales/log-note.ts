import type { Input } from '../intents.ts';
import { create } from './change.ts';
import { type Context, mayChange } from './context.ts';
import type { Logged } from './log-activity.ts';
import { belongsTo, findWhom } from './whom.ts';

/** Keeps words with a record: nobody was touched by it, nothing is finished, and nothing comes next. */
export async function logNote(context: Context, input: Input<'activity.log'>): Promise<Logged> {
  const whom = await findWhom(context, input.who);
  await mayChange(context, whom.record);
  const take = await context.ids.take(1);
  const { deal, customer, lead, label } = whom;
  const note = create('Activity', take(), {
    ...belongsTo(whom),
    channel: 'note',
    outcome: null,
    objection: null,
    note: input.note ?? null,
    contactName: null,
    personId: context.by.id,
    at: context.now,
  });
  return {
    label,
    dealId: deal?.id ?? null,
    customerId: customer?.id ?? null,
    leadId: lead?.id ?? null,
    stage: deal?.stage ?? null,
    contacts: [],
    objection: null,
    at: null,
    done: [],
    next: null,
    proposed: null,
    ways: null,
    pausedUntil: null,
    plan: { changes: [note] },
  };
}
