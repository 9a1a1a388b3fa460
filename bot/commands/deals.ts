import { approvalAsked } from '../cards/approvals.ts';
import { changeFacts, dealCard, dealList, dealMoved, dealOpened, dealUpdated, tasked } from '../cards/deals.ts';
import { dealForm } from '../cards/forms.ts';
import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import { reviewForm } from '../cards/reviews.ts';
import type { Say } from '../sales/change.ts';
import { findLead } from '../sales/find.ts';
import { listDeals } from '../sales/opportunities/list-deals.ts';
import { type Moved, moveDeal } from '../sales/opportunities/move-deal.ts';
import { openDeal } from '../sales/opportunities/open-deal.ts';
import { showDeal } from '../sales/opportunities/show-deal.ts';
import { updateDeal } from '../sales/opportunities/update-deal.ts';
import { Refusal } from '../sales/refusal.ts';
import { askOf, leftBehind, reaching } from './approvals.ts';
import type { Answer, Ask, Commands } from './command.ts';
import { leads, mine } from './leads.ts';
import { tellOverride } from './pipelines.ts';
import { tell } from './tell.ts';

export const deals: Pick<
  Commands,
  'deal.open' | 'deal.form' | 'deal.list' | 'deal.show' | 'deal.move' | 'deal.update'
> = {
  async 'deal.open'(ask, input) {
    const opened = await openDeal(ask, input);
    return {
      card: dealOpened(ask.reader, opened, undoButton(ask.reader, ask.commandId)),
      plan: opened.plan,
      about: { deal: ref(opened.deal.id) },
    };
  },
  async 'deal.form'(ask, input) {
    return { card: dealForm(ask.reader, input, input.customer ?? '') };
  },
  async 'deal.list'(ask, input) {
    return { card: dealList(ask.reader, await listDeals(ask, input), input) };
  },
  async 'deal.show'(ask, input) {
    const view = await showDeal(ask, input.deal).catch((error: unknown) => instead(ask, input.deal, error));
    if ('card' in view) return view;
    return { card: dealCard(ask.reader, view, mine(ask, view.deal)), about: { deal: ref(view.deal.id) } };
  },
  async 'deal.move'(ask, input) {
    const moved = await moveDeal(ask, input);
    const after = moved.to.outcome ? reviewForm(ask.reader, moved.deal) : [];
    return {
      card: dealMoved(ask.reader, moved, undoButton(ask.reader, ask.commandId), after),
      plan: moved.plan,
      about: { deal: ref(moved.deal.id) },
      says: [
        ...(await tellTasks(ask, moved)),
        ...(await tellOverride(ask, moved)),
        ...(await leftBehind(ask, moved.withdrawn)),
      ],
    };
  },
  async 'deal.update'(ask, input) {
    const { asked, ...updated } = await updateDeal(reaching(ask), input);
    if (asked) {
      const changed = updated.change && changeFacts(ask.reader, updated.change, updated.deal.currency);
      return {
        card: approvalAsked(ask.reader, asked, undoButton(ask.reader, ask.commandId), changed),
        plan: updated.plan,
        about: { deal: ref(updated.deal.id) },
        says: await askOf(ask, asked),
      };
    }
    return {
      card: dealUpdated(ask.reader, updated, undoButton(ask.reader, ask.commandId)),
      plan: updated.plan,
      about: { deal: ref(updated.deal.id) },
      says: await leftBehind(ask, updated.withdrawn),
    };
  },
};

/** Colleagues who got something to do by it are told what and by when. */
async function tellTasks(ask: Ask, moved: Moved): Promise<Say[]> {
  const says: Say[] = [];
  for (const tasks of Map.groupBy(moved.planned, ({ owner }) => owner.id).values()) {
    const [first] = tasks;
    if (first)
      says.push(...(await tell(ask, first.owner, 'tasked', (r) => tasked(r, moved, tasks, ask.by.name), 'tasks')));
  }
  return says;
}

/** Who has no deal yet may be a lead: that is shown. */
async function instead(ask: Ask, name: string, error: unknown): Promise<Answer> {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
  const found = await findLead(ask, name).catch((none: unknown) => {
    throw none instanceof Refusal ? error : none;
  });
  return leads['lead.show'](ask, { lead: ref(found.id) });
}
