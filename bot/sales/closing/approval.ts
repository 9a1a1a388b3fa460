import type { Approval, Person, Quote } from '../../../prisma/generated/client.ts';
import { covers } from '../../insight/discount.ts';
import type { Context } from '../context.ts';
import { type Deal, findDeal, numbered } from '../find.ts';
import { coveredBy } from '../leave/leaves.ts';
import { Refusal } from '../refusal.ts';

export type ApprovalState = 'asked' | 'approved' | 'countered' | 'rejected' | 'expired' | 'withdrawn';

/** A request for a discount with all that is needed to decide on it. `approver` is who was asked, or who decided. */
export interface ApprovalView {
  approval: Approval;
  quote: Quote;
  deal: Deal;
  asker: Person;
  approver: Person;
}

/** States in which somebody still waits for something. */
export const openStates = ['asked', 'countered'];

/** The request of that number with its quote, deal and people; null when there is none. */
export async function loadApproval({ db }: Pick<Context, 'db'>, id: number): Promise<ApprovalView | null> {
  const approval = await db.approval.findFirst({ where: { id, removedAt: null } });
  return approval && viewOf({ db }, approval);
}

async function viewOf({ db }: Pick<Context, 'db'>, approval: Approval): Promise<ApprovalView> {
  const [quote, deal, asker, approver] = await Promise.all([
    db.quote.findUniqueOrThrow({ where: { id: approval.quoteId } }),
    db.opportunity.findUniqueOrThrow({ where: { id: approval.opportunityId }, include: { customer: true } }),
    db.person.findUniqueOrThrow({ where: { id: approval.askedById } }),
    db.person.findUniqueOrThrow({ where: { id: approval.approverId } }),
  ]);
  return { approval, quote, deal, asker, approver };
}

/** What its asker took back, or said otherwise, counts as withdrawn. */
function takenBack(view: ApprovalView): ApprovalView {
  return view.approval.removedAt ? { ...view, approval: { ...view.approval, state: 'withdrawn' } } : view;
}

type Side = 'asker' | 'approver';

/**
 * The request that is meant: by its number, by its deal's name, or, unnamed, the one that waits for this person. Refuses
 * when none does, and asks which when several do.
 */
export async function findApproval(context: Context, ref: string | undefined, side: Side): Promise<ApprovalView> {
  const { db } = context;
  const id = ref === undefined ? null : numbered(ref);
  const known = id === null ? null : await db.approval.findFirst({ where: { id } });
  if (known) return takenBack(await viewOf(context, known));
  if (ref !== undefined) {
    const deal = await findDeal(context, ref);
    const newest = { where: { opportunityId: deal.id, removedAt: null }, orderBy: { id: 'desc' } } as const;
    const view = await load(context, await db.approval.findFirst(newest));
    if (!view) throw new Refusal('no-approval', { title: deal.title });
    return view;
  }
  const state = side === 'asker' ? 'countered' : 'asked';
  const person = side === 'asker' ? { askedById: context.by.id } : { approverId: context.by.id };
  const [first, ...others] = await db.approval.findMany({
    where: { ...person, state, removedAt: null },
    orderBy: { id: 'desc' },
    take: 6,
  });
  const view = await load(context, first ?? null);
  if (!view) throw new Refusal('no-approval', { title: null });
  if (others.length > 0) throw new Refusal('which-approval', { count: others.length + 1 });
  return view;
}

async function load(context: Context, approval: Approval | null): Promise<ApprovalView | null> {
  return approval && loadApproval(context, approval.id);
}

/**
 * Refuses unless this person may decide: not one's own, of one's team or that of a manager one stands in for (an admin: of
 * all), and within what one may give.
 */
export async function mayDecide(context: Context, { approval, asker, approver }: ApprovalView): Promise<void> {
  const { by, playbook } = context;
  if (by.id === asker.id) throw new Refusal('own-approval', {});
  const decides = ({ role, teamId }: Person) =>
    role === 'admin' || (role === 'manager' && teamId !== null && teamId === asker.teamId);
  const may = decides(by) || (by.role !== 'rep' && (await coveredBy(context, by.id)).some(decides));
  const enough = covers(playbook.discounts.limits, by.role, Number(approval.asked));
  if (!enough || !may) throw new Refusal('not-approver', { name: approver.name });
}

/** Refuses what is decided already, telling by whom and how. */
export function stillIn(states: ApprovalState[], { approval, deal, approver }: ApprovalView): void {
  if (states.includes(approval.state as ApprovalState)) return;
  throw new Refusal('already-decided', {
    title: deal.title,
    by: approver.name,
    state: approval.state,
    discount: Number(approval.granted ?? approval.asked),
  });
}

/** Whether the time to decide is over. */
export function isOver({ now }: Pick<Context, 'now'>, { approval }: Pick<ApprovalView, 'approval'>): boolean {
  return openStates.includes(approval.state) && now >= approval.expiresAt;
}
