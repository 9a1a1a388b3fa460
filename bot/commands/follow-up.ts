import { activityLogged } from '../cards/activities.ts';
import { customerCard } from '../cards/customers.ts';
import { undoButton } from '../cards/notices.ts';
import { planCard } from '../cards/plans.ts';
import { buttons, card, ref } from '../cards/reader.ts';
import { talkCard } from '../cards/talks.ts';
import { logActivity } from '../sales/log-activity.ts';
import { showCustomer } from '../sales/show.ts';
import { findTalk } from '../sales/talk.ts';
import { planToday } from '../sales/touches/plan-today.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import { completeTouch, snoozeTouch } from '../sales/touches/touches.ts';
import type { Commands } from './command.ts';
import { mine } from './leads.ts';

type Names = 'customer.show' | 'activity.log' | 'plan.today' | 'touch.done' | 'touch.snooze' | 'talk.find';

export const followUp: Pick<Commands, Names> = {
  async 'customer.show'(ask, input) {
    const view = await showCustomer(ask, input.customer);
    return {
      card: customerCard(ask.reader, view, mine(ask, view.customer)),
      about: { customer: ref(view.customer.id) },
    };
  },
  async 'activity.log'(ask, input) {
    const logged = await logActivity(ask, input);
    const { dealId, customerId, leadId } = logged;
    const about = dealId
      ? { deal: ref(dealId) }
      : customerId
        ? { customer: ref(customerId) }
        : leadId
          ? { lead: ref(leadId) }
          : {};
    return {
      card: activityLogged(ask.reader, logged, input, undoButton(ask.reader, ask.commandId)),
      plan: logged.plan,
      about,
    };
  },
  async 'plan.today'(ask) {
    const { items, total } = await planToday(ask);
    return { card: planCard(ask.reader, items, total) };
  },
  async 'touch.done'(ask, input) {
    const { touch, plan } = await completeTouch(ask, input);
    const undo = buttons(undoButton(ask.reader, ask.commandId));
    const whom = { kind: 'text' as const, text: await subjectOf(ask, touch) };
    return { card: card(ask.reader.t.plan.finished(touch.what), [whom, undo], { tone: 'good' }), plan };
  },
  async 'touch.snooze'(ask, input) {
    const { touch, until, plan } = await snoozeTouch(ask, input);
    const undo = buttons(undoButton(ask.reader, ask.commandId));
    const whom = { kind: 'text' as const, text: await subjectOf(ask, touch) };
    return { card: card(ask.reader.t.plan.snoozed(touch.what, ask.reader.moment(until)), [whom, undo]), plan };
  },
  async 'talk.find'(ask, input) {
    const talk = await findTalk(ask, input);
    return { card: talkCard(ask.reader, talk), ...(talk.deal ? { about: { deal: ref(talk.deal.id) } } : {}) };
  },
};
