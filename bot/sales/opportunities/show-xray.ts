import { enough, monthsBack, type PipelineXray, stageXray } from '../../insight/stage-xray.ts';
import type { Input } from '../../intents.ts';
import { type Context, needsRole, scope } from '../context.ts';
import { ownMoney } from '../own-money.ts';
import { stageHistory } from './stage-history.ts';

/** How many months are looked back on when none are said. */
const usual = 6;

export interface Xray {
  months: number;
  whose: 'mine' | 'team' | 'all';
  currency: string;
  /** Those in which a deal entered a stage in that time, in the playbook's order. */
  pipelines: PipelineXray[];
  /** Fewer cases than this are too few to tell. */
  enough: number;
}

/**
 * Where deals wait, loop and die: of one's own, of the team for a manager (refused for a rep), of everybody for an admin
 * (refused for others).
 */
export async function showXray(context: Context, input: Input<'xray.show'>): Promise<Xray> {
  const { by, now, playbook } = context;
  const own = by.role === 'rep' ? 'mine' : by.role === 'manager' ? 'team' : 'all';
  const { months = usual, whose = own } = input;
  if (whose !== 'mine') needsRole(context, whose === 'all' ? 'admin' : 'manager');
  const span = monthsBack(months, now, by.zone);
  const deals = await stageHistory(context, await scope(context, whose), span);
  return {
    months,
    whose,
    currency: ownMoney(context).currency,
    pipelines: playbook.pipelines
      .map((pipeline) => stageXray(pipeline, deals, span))
      .filter(({ stages }) => stages.some(({ time }) => time.n > 0)),
    enough,
  };
}
