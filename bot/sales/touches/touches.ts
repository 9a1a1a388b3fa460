import type { Touch } from '../../../prisma/generated/client.ts';
import { wallTimeOf } from '../../insight/wall-time.ts';
import { nextWorkingTime } from '../../insight/working-days.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import { checkMoment } from '../check.ts';
import { type Context, mayChange } from '../context.ts';
import { findTouch } from '../find.ts';
import { Refusal } from '../refusal.ts';

/** Ticks a touch off. Pressed twice, it says that it is done already and writes nothing. */
export async function completeTouch(
  context: Context,
  input: Input<'touch.done'>,
): Promise<{ plan: Plan; touch: Touch }> {
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const change = update('Touch', touch, { state: 'done', doneAt: context.now });
  return { plan: { changes: change ? [change] : [] }, touch };
}

/** Puts a touch off, to `until` or to the owner's next working morning. */
export async function snoozeTouch(
  context: Context,
  input: Input<'touch.snooze'>,
): Promise<{ plan: Plan; touch: Touch; until: Date }> {
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const until = input.until ? checkMoment(input.until, context.now) : nextWorkingTime(context.now, context.by);
  const change = update('Touch', touch, {
    dueAt: until,
    wallTime: wallTimeOf(until, context.by.zone),
    zone: context.by.zone,
  });
  return { plan: { changes: change ? [change] : [] }, touch, until };
}
