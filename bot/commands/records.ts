import { leadsMerged, mergePreview } from '../cards/merges.ts';
import { undoButton } from '../cards/notices.ts';
import { phoneCards, phonesPreview } from '../cards/phones.ts';
import { claimed, recycled, recyclePreview, rejected } from '../cards/pool.ts';
import { profileUpdated } from '../cards/profiles.ts';
import { ref } from '../cards/reader.ts';
import type { Card } from '../chat/card.ts';
import type { Intent } from '../intents.ts';
import { claimLead } from '../sales/leads/claim-lead.ts';
import { mergeLeads } from '../sales/leads/merge-leads.ts';
import { recycleLeads } from '../sales/leads/recycle-leads.ts';
import { rejectLead } from '../sales/leads/reject-lead.ts';
import { exportPhones } from '../sales/phones.ts';
import { updateProfile } from '../sales/profile/update-profile.ts';
import { Refusal } from '../sales/refusal.ts';
import { type Ask, type Commands, isDirect } from './command.ts';
import { mine } from './leads.ts';
import { isSeen, markOf } from './seen.ts';

type Names = 'profile.update' | 'lead.recycle' | 'lead.claim' | 'lead.reject' | 'lead.merge' | 'phones.export';

/** Keeping records in order; what cannot be looked over at once is previewed, and done when it is confirmed. */
export const records: Pick<Commands, Names> = {
  async 'profile.update'(ask, input) {
    const profiled = await updateProfile(ask, input);
    const { lead, customer } = profiled;
    return {
      card: profileUpdated(ask.reader, profiled, mine(ask, profiled), undoButton(ask.reader, ask.commandId)),
      plan: profiled.plan,
      about: lead ? { lead: ref(lead.id) } : customer ? { customer: ref(customer.id) } : ask.about,
    };
  },
  async 'lead.recycle'(ask, input) {
    const recycling = await recycleLeads(ask, input);
    const { leads, versions, silentDays, plan } = recycling;
    const seen = markOf(
      leads.map(({ id }) => id),
      versions,
    );
    if (plan && isSeen(input, seen))
      return { card: recycled(ask.reader, recycling, undoButton(ask.reader, ask.commandId)), plan };
    const card = recyclePreview(ask.reader, recycling);
    if (leads.length === 0) return { card };
    const found = input.silentDays !== undefined || !input.leads ? { silentDays } : {};
    const refs = leads.map(({ id }) => ref(id));
    return { card, asks: { name: 'lead.recycle', input: { leads: refs, ...found, sure: true, seen } } };
  },
  async 'lead.claim'(ask, input) {
    const result = await claimLead(ask, input);
    return {
      card: claimed(ask.reader, result, undoButton(ask.reader, ask.commandId)),
      plan: result.plan,
      about: { lead: ref(result.lead.id) },
    };
  },
  async 'lead.reject'(ask, input) {
    const result = await rejectLead(ask, input);
    return {
      card: rejected(ask.reader, result, undoButton(ask.reader, ask.commandId)),
      plan: result.plan,
      about: { lead: ref(result.lead.id) },
    };
  },
  async 'lead.merge'(ask, input) {
    const merging = await mergeLeads(ask, input);
    const { keep, drop, moves, plan } = merging;
    const { whole } = mine(ask, keep);
    const seen = markOf(keep.version, drop.version, moves);
    if (!plan || !isSeen(input, seen))
      return {
        card: mergePreview(ask.reader, merging, whole),
        asks: { name: 'lead.merge', input: { keep: ref(keep.id), drop: ref(drop.id), sure: true, seen } },
      };
    const card = leadsMerged(ask.reader, merging, whole, undoButton(ask.reader, ask.commandId));
    return { card, plan, about: { lead: ref(keep.id) } };
  },
  async 'phones.export'(ask, input) {
    if (!isDirect(ask.conversation)) throw new Refusal('direct-only', {});
    const phones = await exportPhones(ask, input);
    const { of, whose, rows, plan } = phones;
    const seen = markOf(rows);
    if (!plan || !isSeen(input, seen)) {
      const card = phonesPreview(ask.reader, phones);
      const asks: Intent = { name: 'phones.export', input: { of, whose, sure: true, seen } };
      return rows.length === 0 ? { card } : { card, asks };
    }
    const [card, ...more] = phoneCards(ask.reader, phones);
    return { card: card as Card, plan, says: more.map((one, at) => further(ask, one, at)) };
  },
};

/** What does not fit the answer follows it. */
function further(ask: Ask, card: Card, at: number) {
  return {
    platform: ask.platform,
    conversation: ask.conversation,
    personId: ask.by.id,
    kind: 'export',
    dedupeKey: `export ${ask.commandId} ${at}`,
    language: ask.reader.language,
    card,
  };
}
