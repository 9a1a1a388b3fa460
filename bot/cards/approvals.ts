import type { Block, Button, Card } from '../chat/card.ts';
import type { Say } from '../sales/change.ts';
import type { ApprovalView } from '../sales/closing/approval.ts';
import type { Asked } from '../sales/closing/ask-approval.ts';
import type { SentCard } from '../sales/closing/sent-cards.ts';
import { moveButton } from './deals.ts';
import { net, offOf } from './quotes.ts';
import { buttons, card, facts, type Reader, readerOf, ref } from './reader.ts';
import { show } from './values.ts';

const off = (reader: Reader, share: unknown) => show(reader, 'discount', Number(share));
/** What was given, once something is; before that, what was asked. */
const given = ({ approval }: ApprovalView) => approval.granted ?? approval.asked;

/** To who decides: what is asked, of which deal; once decided, how it came out and no buttons. */
export function approvalCard(reader: Reader, view: ApprovalView): Card {
  const { t } = reader;
  const { approval, deal, asker, approver } = view;
  const open = approval.state === 'asked';
  const input = { approval: ref(approval.id) };
  return card(
    t.approval.asks(asker.name, deal.title, off(reader, approval.asked)),
    [
      !open && { kind: 'text', text: outcome(reader, view, approver.name) },
      requestFacts(reader, view, open),
      open && { kind: 'note', text: t.approval.how },
      buttons(
        open &&
          reader.button(
            t.approval.approve,
            { name: 'approval.decide', input: { ...input, verdict: 'approve' } },
            'primary',
          ),
        open &&
          reader.button(
            t.approval.reject,
            { name: 'approval.decide', input: { ...input, verdict: 'reject' } },
            'danger',
          ),
        reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } }),
      ),
    ],
    { tone: open ? 'warn' : 'plain' },
  );
}

/** To who asked: for whom it waits, and that nothing changed until then. `changed`: what else the same sentence changed. */
export function approvalAsked(
  reader: Reader,
  { view, limit }: Pick<Asked, 'view' | 'limit'>,
  undo: Button,
  changed: Block | null = null,
): Card {
  const { t } = reader;
  const { approval, deal, approver } = view;
  return card(
    t.approval.waits(deal.title, approver.name, off(reader, approval.asked)),
    [
      changed,
      requestFacts(reader, view, true),
      { kind: 'note', text: t.approval.waitsText(off(reader, limit)) },
      buttons(withdraw(reader, view), undo),
    ],
    { tone: 'warn' },
  );
}

/** To who asked: what came of it, and how to go on. */
export function approvalTold(reader: Reader, view: ApprovalView): Card {
  const { t } = reader;
  const { approval, deal, approver } = view;
  const { state } = approval;
  const next = t.approval.next;
  const text = next[state] ?? '';
  const take = { name: 'approval.answer', input: { approval: ref(approval.id), verdict: 'take' } } as const;
  return card(
    t.approval.told[state]?.(approver.name, deal.title, off(reader, given(view))) ?? deal.title,
    [
      requestFacts(reader, view, state === 'countered'),
      { kind: 'text', text },
      buttons(
        state === 'countered' && reader.button(t.approval.take(off(reader, given(view))), take, 'primary'),
        state === 'countered' && withdraw(reader, view),
        state === 'approved' && moveButton(reader, deal),
        reader.button(t.quote.show, { name: 'quote.list', input: { deal: ref(deal.id) } }),
      ),
    ],
    { tone: state === 'approved' ? 'good' : state === 'countered' ? 'warn' : 'plain' },
  );
}

/** To whoever just decided, took it or withdrew it. `hears`: who is told of it. */
export function approvalDone(reader: Reader, view: ApprovalView, undo: Button, hears: string | null): Card {
  const { t } = reader;
  const { approval, deal } = view;
  const title = t.approval.yours[approval.state]?.(deal.title, off(reader, given(view))) ?? deal.title;
  const late = approval.state === 'expired';
  return card(
    title,
    [
      requestFacts(reader, view, false),
      late && { kind: 'text', text: t.approval.late },
      hears !== null && { kind: 'note', text: t.approval.hears(hears) },
      buttons(!late && undo),
    ],
    { tone: late ? 'warn' : 'good' },
  );
}

function withdraw(reader: Reader, { approval }: ApprovalView): Button {
  const input = { approval: ref(approval.id), verdict: 'withdraw' } as const;
  return reader.button(reader.t.approval.withdraw, { name: 'approval.answer', input });
}

function outcome(reader: Reader, view: ApprovalView, by: string): string {
  return reader.t.approval.decided(by, view.approval.state, off(reader, given(view)));
}

function requestFacts(reader: Reader, view: ApprovalView, open: boolean): Block {
  const { t } = reader;
  const { approval, quote, deal } = view;
  return facts(
    [t.fields.stage, reader.stage(deal.stage)],
    [t.fields.amount, quote.amount && reader.money(quote.amount, quote.currency)],
    [t.fields.discount, off(reader, given(view))],
    [t.fields.net, net(reader, quote, given(view))],
    open && [t.approval.was, offOf(reader, deal.discount)],
    [t.fields.validUntil, quote.validUntil && reader.day(quote.validUntil)],
    [t.fields.reason, approval.reason],
    open && [t.fields.expiresAt, reader.appointment(approval.expiresAt)],
  );
}

/** The cards on which a request was to be decided, as it stands now. `command` tells this showing from others. */
export function approvalAnew(
  { now, playbook }: Pick<Reader, 'now' | 'playbook'>,
  view: ApprovalView,
  sent: SentCard[],
  command: number,
): Say[] {
  return sent.map(({ id, person, platform, conversation, replaces }) => {
    const reader = readerOf(person, now, playbook);
    return {
      platform,
      conversation,
      replaces,
      personId: person.id,
      kind: 'changed',
      dedupeKey: `changed ${command} ${id}`,
      language: reader.language,
      card: approvalCard(reader, view),
    };
  });
}
