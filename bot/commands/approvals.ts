import { approvalAnew, approvalCard, approvalDone, approvalTold } from '../cards/approvals.ts';
import { undoButton } from '../cards/notices.ts';
import { type Reader, ref } from '../cards/reader.ts';
import type { Change, Say } from '../sales/change.ts';
import { type ApprovalView, loadApproval } from '../sales/closing/approval.ts';
import type { Reaching } from '../sales/closing/approver.ts';
import { answerApproval, type Decided, decideApproval } from '../sales/closing/decide-approval.ts';
import { cardKey, sentCards } from '../sales/closing/sent-cards.ts';
import type { Undone } from '../sales/undo.ts';
import type { Answer, Ask, Commands } from './command.ts';
import { tell } from './tell.ts';

/** A discount is decided on by who may give it; who asked hears of it at once. */
export const approvals: Pick<Commands, 'approval.decide' | 'approval.answer'> = {
  async 'approval.decide'(ask, input) {
    return settled(ask, await decideApproval(ask, input));
  },
  async 'approval.answer'(ask, input) {
    return settled(ask, await answerApproval(ask, input));
  },
};

/** The command with the platforms that people are reached by. */
export function reaching(ask: Ask): Ask & Reaching {
  return { ...ask, platforms: ask.platforms ?? [ask.platform] };
}

async function settled(ask: Ask, { view, plan }: Decided): Promise<Answer> {
  const { asker, approver, approval, deal } = view;
  const other = ask.by.id === asker.id ? approver : asker;
  const told =
    other === asker ? await tell(ask, asker, 'decided', (reader) => approvalTold(reader, view), 'approval') : [];
  const anew = await shownAnew(ask, [view]);
  const hears = told.length > 0 || anew.some((say) => say.personId === other.id) ? other.name : null;
  return {
    card: approvalDone(
      ask.reader,
      view,
      undoButton(ask.reader, ask.commandId),
      approval.state === 'expired' ? null : hears,
    ),
    plan,
    about: { deal: ref(deal.id) },
    says: [...told, ...anew],
  };
}

/** Whoever may give it is asked, and requests that this takes the place of are shown as withdrawn. */
export async function askOf(
  ask: Ask,
  { view, withdrawn }: { view: ApprovalView; withdrawn: ApprovalView[] },
): Promise<Say[]> {
  const asked = await tell(ask, view.approver, 'approval', (reader) => approvalCard(reader, view), 'approval');
  const dedupeKey = cardKey(view.approval.id, view.approver.id);
  return [...asked.map((say) => ({ ...say, dedupeKey })), ...(await leftBehind(ask, withdrawn))];
}

/** Requests that nobody needs an answer to any more: their cards say so, and who asked hears it from somebody else. */
export async function leftBehind(ask: Ask, withdrawn: ApprovalView[]): Promise<Say[]> {
  const says = await shownAnew(ask, withdrawn);
  for (const view of withdrawn) {
    const told = (reader: Reader) => approvalTold(reader, view);
    says.push(...(await tell(ask, view.asker, `withdrawn ${view.approval.id}`, told, 'approval')));
  }
  return says;
}

/** The cards on which these were to be decided, as they stand now. */
async function shownAnew(ask: Ask, views: ApprovalView[]): Promise<Say[]> {
  const sent = await Promise.all(views.map(async (view) => ({ view, cards: await sentCards(ask, view.approval.id) })));
  return sent.flatMap(({ view, cards }) => approvalAnew(ask, view, cards, ask.commandId));
}

/**
 * A request or a decision that is taken back: who asked or who was asked hears it, and the card shows it. `anew`: what the
 * same sentence does instead, which tells of itself.
 */
export async function tellTaken(ask: Ask, { changes, removed }: Undone, anew: Change[] = []): Promise<Say[]> {
  const again = idsIn(anew);
  const ids = idsIn([...changes, ...removed]).difference(again);
  const says: Say[] = [];
  for (const id of ids) {
    const now = await loadApproval(ask, id);
    if (!now) continue;
    const back = changes.filter((one) => one.entity === 'Approval' && one.id === id);
    const fields = Object.fromEntries(back.map(({ field, to }) => [field, to]));
    const gone = removed.some((one) => one.entity === 'Approval' && one.id === id) ? { state: 'withdrawn' } : {};
    const view = { ...now, approval: { ...now.approval, ...fields, ...gone } as ApprovalView['approval'] };
    const told = (reader: Reader) => approvalTold(reader, view);
    says.push(...(await tell(ask, view.asker, `taken ${id}`, told, 'approval')), ...(await shownAnew(ask, [view])));
  }
  return says;
}

function idsIn(records: { entity: string; id: number }[]): Set<number> {
  return new Set(records.filter(({ entity }) => entity === 'Approval').map(({ id }) => id));
}
