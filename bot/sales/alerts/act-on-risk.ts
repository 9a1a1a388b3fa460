import { nextWorkingTime } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';
import { type Deal, findDeal } from '../find.ts';
import { leavesOf, spanOf } from '../leave/leaves.ts';
import { type AddedTask, addTask } from '../touches/add-task.ts';

/** Plans what was suggested for the next working morning of whoever has the deal. */
export async function actOnRisk(context: Context, ref: string, what: string): Promise<{ deal: Deal; task: AddedTask }> {
  const deal = await findDeal(context, ref);
  const owner = await context.db.person.findUniqueOrThrow({ where: { id: deal.ownerId } });
  const leave = (await leavesOf(context, [owner.id])).map(spanOf);
  const at = nextWorkingTime(context.now, { ...owner, leave }).toISOString();
  return { deal, task: await addTask(context, { who: `#${deal.id}`, what, at }) };
}
