import { approvalAnew, approvalTold } from '../bot/cards/approvals.ts';
import { quoteOver } from '../bot/cards/quotes.ts';
import type { Reader } from '../bot/cards/reader.ts';
import { dayOf, instantOf } from '../bot/insight/wall-time.ts';
import { update } from '../bot/sales/change.ts';
import { isOver, loadApproval } from '../bot/sales/closing/approval.ts';
import { lapsed } from '../bot/sales/closing/decide-approval.ts';
import { isPast } from '../bot/sales/closing/list-quotes.ts';
import { sentCards } from '../bot/sales/closing/sent-cards.ts';
import type { Context } from '../bot/sales/context.ts';
import type { Opportunity, Reminder } from '../prisma/generated/client.ts';
import type { Later, Made } from './composed.ts';

/** Nobody decided in time: the request lapses, who asked hears it and the card says so; of a resting deal once it wakes up. */
export async function approvalExpiry(
  context: Context,
  reader: Reader,
  reminder: Reminder,
): Promise<Made | Later | null> {
  const view = await loadApproval(context, Number(reminder.subject.slice(9)));
  if (!view || !isOver(context, view) || view.approval.expiresAt.getTime() !== new Date(reminder.occurrence).getTime())
    return null;
  const later = resting(context, view.deal);
  if (later) return later;
  const { view: over, plan } = lapsed(view);
  return {
    card: approvalTold(reader, over),
    plan,
    says: approvalAnew(context, over, await sentCards(context, view.approval.id), reminder.id),
  };
}

/** The customer's quote is valid no longer: it says so, and who has the deal may quote again; when it rests, once it wakes up. */
export async function quoteExpiry(context: Context, reader: Reader, reminder: Reminder): Promise<Made | Later | null> {
  const { db } = context;
  const quote = await db.quote.findFirst({ where: { id: Number(reminder.subject.slice(6)), removedAt: null } });
  const deal = quote && (await db.opportunity.findFirst({ where: { id: quote.opportunityId, removedAt: null } }));
  if (!quote || !isPast(context, quote) || deal?.status !== 'open') return null;
  const later = resting(context, deal);
  if (later) return later;
  const change = update('Quote', quote, { state: 'expired' });
  return { card: quoteOver(reader, deal, quote), plan: { changes: change ? [change] : [] } };
}

/** The morning on which a deal that is left in peace wakes up; null when it does not rest. */
function resting({ now, by }: Context, { pausedUntil }: Pick<Opportunity, 'pausedUntil'>): Later | null {
  const day = pausedUntil?.toISOString().slice(0, 10);
  if (!day || day <= dayOf(now, by.zone)) return null;
  const wallTime = `${day} ${by.workStart}`;
  return { dueAt: instantOf(wallTime, by.zone), wallTime };
}
