import { dealCard, dealList, dealMoved, dealOpened, dealUpdated } from '../cards/deals.ts';
import { dealForm } from '../cards/forms.ts';
import { gave, got } from '../cards/gives.ts';
import { undoButton } from '../cards/notices.ts';
import { readerOf, ref } from '../cards/reader.ts';
import { reach } from '../delivery/reach.ts';
import type { Say } from '../sales/change.ts';
import { type Given, giveDeal } from '../sales/opportunities/give-deal.ts';
import { listDeals } from '../sales/opportunities/list-deals.ts';
import { moveDeal } from '../sales/opportunities/move-deal.ts';
import { openDeal } from '../sales/opportunities/open-deal.ts';
import { showDeal } from '../sales/opportunities/show-deal.ts';
import { updateDeal } from '../sales/opportunities/update-deal.ts';
import type { Ask, Commands } from './command.ts';
import { mine } from './leads.ts';

export const deals: Pick<
  Commands,
  'deal.open' | 'deal.form' | 'deal.list' | 'deal.show' | 'deal.move' | 'deal.update' | 'deal.give'
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
    return { card: dealList(ask.reader, await listDeals(ask, input), input.whose) };
  },
  async 'deal.show'(ask, input) {
    const view = await showDeal(ask, input.deal);
    return { card: dealCard(ask.reader, view, mine(ask, view.deal)), about: { deal: ref(view.deal.id) } };
  },
  async 'deal.move'(ask, input) {
    const moved = await moveDeal(ask, input);
    return {
      card: dealMoved(ask.reader, moved, undoButton(ask.reader, ask.commandId)),
      plan: moved.plan,
      about: { deal: ref(moved.deal.id) },
    };
  },
  async 'deal.update'(ask, input) {
    const updated = await updateDeal(ask, input);
    return {
      card: dealUpdated(ask.reader, updated, undoButton(ask.reader, ask.commandId)),
      plan: updated.plan,
      about: { deal: ref(updated.deal.id) },
    };
  },
  async 'deal.give'(ask, input) {
    const given = await giveDeal(ask, input);
    return {
      card: gave(ask.reader, given, undoButton(ask.reader, ask.commandId)),
      plan: given.plan,
      says: await toldTo(ask, given),
    };
  },
};

/** The colleague hears what is theirs now, where they are reached, in their language. */
async function toldTo(ask: Ask, given: Given): Promise<Say[]> {
  const { to } = given;
  const where =
    to.id === ask.by.id ? null : await reach({ db: ask.db, platforms: ask.platforms ?? [ask.platform] }, to.id);
  if (!where) return [];
  const reader = readerOf(to, ask.now, ask.playbook);
  const card = got(reader, given, ask.by.name);
  const dedupeKey = `given ${ask.commandId}`;
  return [{ ...where, personId: to.id, kind: 'given', dedupeKey, language: reader.language, card }];
}
