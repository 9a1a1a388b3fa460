import type { Input } from '../../intents.ts';
import { type Change, type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type ApprovalState, type ApprovalView, findApproval, isOver, mayDecide, stillIn } from './approval.ts';
import { kept, onDeal, quotesOf, replaced, termsOf } from './quote.ts';

export interface Decided {
  /** As it stands after this. */
  view: ApprovalView;
  plan: Plan;
}

/**
 * Yes, no, or "at most so much" to a discount somebody asked for. A counter-offer of as much as was asked is a yes. The
 * first decision stands: after it, or once its time is over, this tells what it came to. Nobody decides on their own.
 */
export async function decideApproval(context: Context, input: Input<'approval.decide'>): Promise<Decided> {
  const view = await findApproval(context, input.approval, 'approver');
  await mayDecide(context, view);
  stillIn(['asked'], view);
  if (isOver(context, view)) return lapsed(view);
  const { by } = context;
  const asked = Number(view.approval.asked);
  const reason = input.reason ?? null;
  if (input.verdict === 'reject') return settled(view, { state: 'rejected', reason, approverId: by.id }, context);
  if (input.verdict === 'approve' || (input.discount ?? asked) >= asked)
    return given(context, { ...view, approver: by }, asked);
  const expiresAt = new Date(context.now.getTime() + context.playbook.discounts.approvalHours * 3_600_000);
  const granted = kept(input.discount ?? 0);
  return settled(view, { state: 'countered', granted, reason, approverId: by.id, expiresAt }, context);
}

/** The asker takes what was offered instead, or needs no answer any more. */
export async function answerApproval(context: Context, input: Input<'approval.answer'>): Promise<Decided> {
  const view = await findApproval(context, input.approval, 'asker');
  await mayChange(context, view.deal);
  stillIn(input.verdict === 'take' ? ['countered'] : ['asked', 'countered'], view);
  if (isOver(context, view)) return lapsed(view);
  if (input.verdict === 'take') return given(context, view, Number(view.approval.granted));
  return settled(view, { state: 'withdrawn' }, context);
}

/** Its time is over: it is noted as such, and nothing is given. */
export function lapsed(view: ApprovalView): Decided {
  return settled(view, { state: 'expired' });
}

type Values = Partial<{
  state: ApprovalState;
  granted: string | null;
  reason: string | null;
  approverId: number;
  expiresAt: Date;
}>;

function settled(view: ApprovalView, values: Values, decider?: Context): Decided {
  const change = update('Approval', view.approval, values);
  const approver = decider && values.approverId === decider.by.id ? decider.by : view.approver;
  const approval = { ...view.approval, ...values } as ApprovalView['approval'];
  return { view: { ...view, approver, approval }, plan: { changes: change ? [change] : [] } };
}

/** The draft goes out with the discount that was given: the deal has it, and the quote before is replaced. */
async function given(context: Context, view: ApprovalView, discount: number): Promise<Decided> {
  const { deal } = view;
  if (deal.status !== 'open')
    throw new Refusal('closed-deal', { status: deal.status as 'won' | 'lost', title: deal.title });
  const { view: after, plan } = settled(view, {
    state: 'approved',
    granted: kept(discount),
    approverId: view.approver.id,
  });
  const terms = { ...termsOf(view.quote), discount };
  const sent = update('Quote', view.quote, { state: 'sent', ...discountOf(view, discount) });
  const others = replaced(await quotesOf(context, deal.id), view.quote.id);
  const changes: Change[] = [...plan.changes, ...(sent ? [sent] : []), ...others, onDeal(deal, terms)];
  return {
    view: { ...after, quote: { ...view.quote, state: 'sent', discount: discount as never } },
    plan: { changes },
  };
}

function discountOf({ quote }: ApprovalView, discount: number): { discount?: string | null } {
  return Number(quote.discount) === discount ? {} : { discount: kept(discount) };
}
