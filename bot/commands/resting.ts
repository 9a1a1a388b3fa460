import { handoverCard } from '../cards/handovers.ts';
import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import { dealPaused, touchChanged } from '../cards/silences.ts';
import { showCapsule } from '../sales/handover/capsule.ts';
import { pauseDeal } from '../sales/opportunities/pause-deal.ts';
import { changeTouch } from '../sales/touches/change-touch.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import type { Commands } from './command.ts';
import { mine } from './leads.ts';

/** What one does when nobody answers, and what the next one must know. */
export const resting: Pick<Commands, 'touch.change' | 'deal.pause' | 'deal.handover'> = {
  async 'touch.change'(ask, input) {
    const changed = await changeTouch(ask, input);
    const { contact, value, touch } = changed;
    const { t } = ask.reader;
    const called = contact && [contact.name, contact.title].filter(Boolean).join(' · ');
    const what = called ? t.silence.tryContact(called) : value ? ask.reader.text(value) : touch.what;
    const card = touchChanged(
      ask.reader,
      changed,
      what,
      await subjectOf(ask, touch),
      undoButton(ask.reader, ask.commandId),
    );
    return { card, plan: changed.plan(what) };
  },
  async 'deal.pause'(ask, input) {
    const paused = await pauseDeal(ask, input, ask.reader.t.pause.what);
    return {
      card: dealPaused(ask.reader, paused, undoButton(ask.reader, ask.commandId)),
      plan: paused.plan,
      about: { deal: ref(paused.deal.id) },
    };
  },
  async 'deal.handover'(ask, input) {
    const capsule = await showCapsule(ask, input.deal);
    const { deal, customer, lead, record } = capsule;
    const about = deal
      ? { deal: ref(deal.id) }
      : customer
        ? { customer: ref(customer.id) }
        : { lead: ref(lead?.id ?? 0) };
    return { card: handoverCard(ask.reader, capsule, mine(ask, record)), about };
  },
};
