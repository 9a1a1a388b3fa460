import type { Touch } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { findTouch } from '../find.ts';
import { Refusal } from '../refusal.ts';

/** They did not do what they had promised: it is kept as such. Refuses what is settled already, and a task of ours. */
export async function breakPromise(
  context: Context,
  input: Input<'promise.broken'>,
): Promise<{ plan: Plan; touch: Touch }> {
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.side !== 'them') throw new Refusal('not-found', { what: 'touch', name: input.touch });
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const change = update('Touch', touch, { state: 'broken', doneAt: context.now });
  return { plan: { changes: change ? [change] : [] }, touch };
}
