import type { Context } from '../context.ts';
import { lossFacts } from '../losses.ts';
import { tellsAlong } from '../moves.ts';
import { isLost } from '../stage.ts';
import type { Telling } from './telling.ts';

/** What is said of the move just told: how much it is worth, when it was signed, why it was lost. */
export function alongLast(said: string, told: Telling, context: Context): boolean {
  const last = told.parts.at(-1);
  if (last?.name !== 'deal.move') return false;
  const facts = { ...(last.input.facts as Record<string, unknown> | undefined) };
  const lost = isLost(last.input.stage as string, context);
  if (lost && facts.loss_reason === undefined && !/^(?:\S{2,12})(?:丢了|赢了|签|推进)/.test(said)) {
    const reason = lossFacts(said, context);
    const known = context.fields
      .find(({ key }) => key === 'loss_reason')
      ?.options?.some(({ key }) => key === reason.loss_reason);
    if (known) {
      last.input.facts = { ...facts, ...reason };
      return true;
    }
  }
  if (lost && facts.loss_reason !== undefined && facts.competitor === undefined) {
    const { competitor } = lossFacts(said, context);
    if (competitor) {
      last.input.facts = { ...facts, competitor };
      return true;
    }
  }
  const more = lost ? null : tellsAlong(said, last.input.stage as string, context);
  if (!more) return false;
  last.input.facts = { ...facts, ...more };
  return true;
}
