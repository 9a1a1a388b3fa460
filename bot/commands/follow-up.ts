import { activityLogged } from '../cards/activities.ts';
import { agendaCard } from '../cards/agenda.ts';
import { customerCard } from '../cards/customers.ts';
import { undoButton } from '../cards/notices.ts';
import { planCard } from '../cards/plans.ts';
import { buttons, card, ref } from '../cards/reader.ts';
import { taskAdded } from '../cards/tasks.ts';
import { logActivity } from '../sales/log-activity.ts';
import { logNote } from '../sales/log-note.ts';
import { showCustomer } from '../sales/show.ts';
import { addTask } from '../sales/touches/add-task.ts';
import { agendaOf } from '../sales/touches/agenda.ts';
import { coveringToday } from '../sales/touches/plan-cover.ts';
import { planToday } from '../sales/touches/plan-today.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import { completeTouch, snoozeTouch } from '../sales/touches/touches.ts';
import type { Commands } from './command.ts';
import { mine } from './leads.ts';

type Names =
  | 'customer.show'
  | 'activity.log'
  | 'task.add'
  | 'plan.today'
  | 'plan.agenda'
  | 'touch.done'
  | 'touch.snooze';

export const followUp: Pick<Commands, Names> = {
  async 'customer.show'(ask, input) {
    const view = await showCustomer(ask, input.customer);
    return {
      card: customerCard(ask.reader, view, mine(ask, view.customer)),
      about: { customer: ref(view.customer.id) },
    };
  },
  async 'activity.log'(ask, input) {
    const logged =
      input.channel === 'note'
        ? await logNote(ask, input)
        : await logActivity(ask, input, { planned: ask.planned ?? false });
    return {
      card: activityLogged(ask.reader, logged, input, undoButton(ask.reader, ask.commandId)),
      plan: logged.plan,
      about: aboutOf(logged),
    };
  },
  async 'task.add'(ask, input) {
    const task = await addTask(ask, input);
    const card = taskAdded(ask.reader, task, undoButton(ask.reader, ask.commandId));
    return { card, plan: task.plan, ...(task.label === null ? {} : { about: aboutOf(task) }) };
  },
  async 'plan.today'(ask) {
    const [{ items, total }, covering] = await Promise.all([planToday(ask), coveringToday(ask)]);
    return { card: planCard(ask.reader, items, total, { covering }) };
  },
  async 'plan.agenda'(ask, { from, to }) {
    return { card: agendaCard(ask.reader, await agendaOf(ask, from, to), from, to) };
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
};

type Ids = Record<'dealId' | 'customerId' | 'leadId', number | null>;

/** The conversation is about the deal, else the customer, else the lead. */
function aboutOf({ dealId, customerId, leadId }: Ids) {
  if (dealId) return { deal: ref(dealId) };
  if (customerId) return { customer: ref(customerId) };
  return leadId ? { lead: ref(leadId) } : {};
}
