import type { Approval, Person, Quote } from '../../../prisma/generated/client.ts';
import { limitOf } from '../../insight/discount.ts';
import { type Change, create, update } from '../change.ts';
import type { Context } from '../context.ts';
import type { Deal } from '../find.ts';
import { type ApprovalView, loadApproval, openStates } from './approval.ts';
import { findApprover, type Reaching } from './approver.ts';
import { kept, quotesOf, type Terms } from './quote.ts';

export interface Asked {
  view: ApprovalView;
  /** What the sayer may give without asking, 0–1. */
  limit: number;
  /** Requests for the same deal that this takes the place of. */
  withdrawn: ApprovalView[];
  /** Without the deal's own change, which guards them. */
  changes: Change[];
}

/** A discount above one's limit becomes a draft that waits for whoever may give it. Refuses when nobody may. */
export async function askApproval(
  context: Reaching,
  deal: Deal,
  terms: Terms & { discount: number },
  reason: string | null = null,
): Promise<Asked> {
  const { by, now, playbook } = context;
  const approver = await findApprover(context, terms.discount);
  const [quotes, withdrawn, take] = await Promise.all([
    quotesOf(context, deal.id),
    openRequests(context, deal.id),
    context.ids.take(2),
  ]);
  const quote = draft(deal, terms, quotes, { id: take(), by, now });
  const approval: Approval = {
    id: take(),
    quoteId: quote.id,
    opportunityId: deal.id,
    askedById: by.id,
    approverId: approver.id,
    asked: terms.discount as never,
    granted: null,
    state: 'asked',
    reason,
    expiresAt: new Date(now.getTime() + playbook.discounts.approvalHours * 3_600_000),
    createdAt: now,
    version: 1,
    removedAt: null,
  };
  return {
    view: { approval, quote, deal, asker: by, approver },
    limit: limitOf(playbook.discounts.limits, by.role),
    withdrawn: withdrawn.map(over),
    changes: [
      ...withdraw(withdrawn, quotes),
      created('Quote', { ...quote, discount: kept(terms.discount), amount: terms.amount }),
      created('Approval', { ...approval, asked: kept(terms.discount) }),
    ],
  };
}

/** The deal's requests that somebody still waits for. */
export async function openRequests(context: Pick<Context, 'db'>, dealId: number): Promise<ApprovalView[]> {
  const open = await context.db.approval.findMany({
    where: { opportunityId: dealId, removedAt: null, state: { in: openStates } },
  });
  const views = await Promise.all(open.map((one) => loadApproval(context, one.id)));
  return views.filter((one) => one !== null);
}

/** A request as it stands when nobody needs an answer any more. */
export function over(view: ApprovalView): ApprovalView {
  return { ...view, approval: { ...view.approval, state: 'withdrawn' } };
}

/** What is asked is of this price and discount: requests that a change of them, or the deal's end, leaves behind. */
export async function overtaken(
  context: Pick<Context, 'db'>,
  deal: Deal,
  { fields }: Pick<Change, 'fields'>,
): Promise<{ withdrawn: ApprovalView[]; changes: Change[] }> {
  const priced = ['amount', 'currency', 'discount', 'status'].some((field) => field in fields);
  const requests = priced ? await openRequests(context, deal.id) : [];
  if (requests.length === 0) return { withdrawn: [], changes: [] };
  return { withdrawn: requests.map(over), changes: withdraw(requests, await quotesOf(context, deal.id)) };
}

/** Requests nobody needs an answer to any more, with their drafts. */
export function withdraw(requests: ApprovalView[], quotes: Quote[]): Change[] {
  const drafts = quotes.filter((one) => one.state === 'draft');
  return [
    ...requests.flatMap(({ approval }) => update('Approval', approval, { state: 'withdrawn' }) ?? []),
    ...drafts.flatMap((one) => update('Quote', one, { state: 'replaced' }) ?? []),
  ];
}

interface Making {
  id: number;
  by: Person;
  now: Date;
}

/** The next version of a deal's quote, not sent yet. */
export function draft(deal: Deal, terms: Terms, quotes: Quote[], { id, by, now }: Making): Quote {
  return {
    ...terms,
    id,
    opportunityId: deal.id,
    number: (quotes.at(-1)?.number ?? 0) + 1,
    amount: terms.amount as never,
    discount: terms.discount as never,
    state: 'draft',
    createdById: by.id,
    createdAt: now,
    version: 1,
    removedAt: null,
  };
}

/** A row that was made in memory as the change that makes it. */
export function created(entity: 'Quote' | 'Approval', row: Record<string, unknown> & { id: number }): Change {
  const { id, version: _, removedAt: __, ...values } = row;
  return create(entity, id, values as never);
}
