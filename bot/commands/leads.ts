import { leadForm } from '../cards/forms.ts';
import { leadCard, leadCreated, leadDuplicate, leadList } from '../cards/leads.ts';
import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import { createLead } from '../sales/leads/create-lead.ts';
import { listLeads } from '../sales/leads/list-leads.ts';
import { showLead } from '../sales/show.ts';
import { type Ask, type Commands, isDirect } from './command.ts';

export const leads: Pick<Commands, 'lead.create' | 'lead.form' | 'lead.list' | 'lead.show'> = {
  async 'lead.create'(ask, input) {
    const result = await createLead(ask, input);
    if ('duplicates' in result) return { card: leadDuplicate(ask.reader, result.duplicates, result.kept) };
    const about = { lead: ref(result.lead.id) };
    return {
      card: leadCreated(ask.reader, result, ask.by.name, undoButton(ask.reader, ask.commandId)),
      plan: result.plan,
      about,
    };
  },
  async 'lead.form'(ask, input) {
    return { card: leadForm(ask.reader, input) };
  },
  async 'lead.list'(ask, input) {
    const { leads, next, total } = await listLeads(ask, input);
    return { card: leadList(ask.reader, leads, next, total, input.whose) };
  },
  async 'lead.show'(ask, input) {
    const view = await showLead(ask, input.lead);
    return { card: leadCard(ask.reader, view, mine(ask, view.lead)), about: { lead: ref(view.lead.id) } };
  },
};

type Showing = Pick<Ask, 'by' | 'conversation'>;

/** Whether the record is this person's to act on, and whether numbers are shown whole: not where a group reads along. */
export function mine({ by, conversation }: Showing, record: { ownerId: number }): { own: boolean; whole: boolean } {
  const own = record.ownerId === by.id || by.role !== 'rep';
  return { own, whole: own && isDirect(conversation) };
}
