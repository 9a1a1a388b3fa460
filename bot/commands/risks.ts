import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import { riskSnoozed, risksCard } from '../cards/risks.ts';
import { taskAdded } from '../cards/tasks.ts';
import { actOnRisk } from '../sales/alerts/act-on-risk.ts';
import { listRisks } from '../sales/alerts/list-risks.ts';
import { snoozeRisk } from '../sales/alerts/snooze-risk.ts';
import type { Commands } from './command.ts';

/** Which deals are in danger, and what is done about it. */
export const risks: Pick<Commands, 'risk.list' | 'risk.act' | 'risk.snooze'> = {
  async 'risk.list'(ask, input) {
    const found = await listRisks(ask, input);
    return { card: risksCard(ask.reader, found), ...(found.deal ? { about: { deal: ref(found.deal.id) } } : {}) };
  },
  async 'risk.act'(ask, input) {
    const { deal, task } = await actOnRisk(ask, input.deal, ask.reader.t.alerts.acts[input.act]);
    const card = taskAdded(ask.reader, task, undoButton(ask.reader, ask.commandId));
    return { card, plan: task.plan, about: { deal: ref(deal.id) } };
  },
  async 'risk.snooze'(ask, input) {
    const { deal, until, plan } = await snoozeRisk(ask, input);
    const card = riskSnoozed(ask.reader, deal.title, until, undoButton(ask.reader, ask.commandId));
    return { card, plan, about: { deal: ref(deal.id) } };
  },
};
