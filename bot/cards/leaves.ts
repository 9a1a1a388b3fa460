import type { Touch } from '../../prisma/generated/client.ts';
import type { Block, Button, Card } from '../chat/card.ts';
import type { AddedLeave } from '../sales/leave/add-leave.ts';
import type { CancelledLeave } from '../sales/leave/cancel-leave.ts';
import type { Away } from '../sales/leave/list-leaves.ts';
import { touchText } from './parts.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { dayText, spanText } from './spans.ts';

/** So many of what is promised stand on a card. */
const most = 10;

type Labelled = { touch: Touch; label: string }[];

/** What a leave did: what moved where, what stays and who is reminded of it; without a cover, what to do with it. */
export function leaveAdded(reader: Reader, leave: AddedLeave, kept: Labelled, own: boolean, undo: Button): Card {
  const { t } = reader;
  const { person, cover, covers, mayCover, moved, from, to } = leave;
  const span = spanText(reader, from, to);
  const days = moved && [...new Set([moved.first, moved.last])].map((day) => dayText(reader, day));
  const stand = (id: number) => ({
    name: 'leave.add' as const,
    input: { ...(own ? {} : { person: ref(person.id) }), from, to, cover: ref(id) },
  });
  const asks = kept.length > 0 && !cover;
  const putOff = ({ id }: Touch) =>
    reader.button(t.leave.putOff, {
      name: 'touch.snooze',
      input: { touch: ref(id), until: leave.afterwards.get(id) ?? '' },
    });
  const says = kept.length === 0 ? '' : cover ? t.leave.keptFor(cover.name) : t.leave.noCover;
  return card(
    own ? t.leave.mine(span) : t.leave.theirs(person.name, span),
    [
      facts([t.leave.cover, cover?.name], [t.leave.moved, moved && t.leave.movedTo(moved.count, days ?? [])]),
      { kind: 'text', text: says },
      touches(reader, kept, asks ? putOff : undefined),
      kept.length > most && { kind: 'note', text: t.pages(most, kept.length) },
      covers.length > 0 && { kind: 'note', text: t.leave.covers(t.list(covers.map((one) => one.name))) },
      buttons(
        ...mayCover.map((one, at) =>
          reader.button(t.leave.ask(one.name), stand(one.id), asks && at === 0 ? 'primary' : undefined),
        ),
        undo,
      ),
    ],
    { tone: asks ? 'warn' : 'good' },
  );
}

/** To who stands in: for whom, when, and what was promised for those days. */
export function coverAsked(
  reader: Reader,
  { person, from, to }: Pick<AddedLeave, 'person' | 'from' | 'to'>,
  kept: Labelled,
): Card {
  const { t } = reader;
  const handover = ({ opportunityId }: Touch) =>
    opportunityId !== null &&
    reader.button(t.handover.button, { name: 'deal.handover', input: { deal: ref(opportunityId) } });
  return card(t.leave.coverTitle(person.name, spanText(reader, from, to)), [
    { kind: 'text', text: kept.length > 0 ? t.leave.coverText : t.leave.coverNothing },
    touches(reader, kept, handover),
    kept.length > most && { kind: 'note', text: t.pages(most, kept.length) },
  ]);
}

/** To who was to stand in and need not any more. */
export function coverGone(reader: Reader, name: string, from: string, to: string): Card {
  const { t } = reader;
  return card(t.leave.coverGone(name), [{ kind: 'text', text: t.leave.coverGoneText(spanText(reader, from, to)) }]);
}

export function leaveCancelled(reader: Reader, { person, leave }: CancelledLeave, own: boolean, undo: Button): Card {
  const { t } = reader;
  const span = spanText(reader, leave.fromDay, leave.toDay);
  const title = own ? t.leave.cancelled(span) : t.leave.cancelledFor(person.name, span);
  return card(title, [{ kind: 'text', text: t.leave.cancelledText }, buttons(undo)], { tone: 'good' });
}

export function leaveList(reader: Reader, away: Away[]): Card {
  const { t } = reader;
  if (away.length === 0) return card(t.leave.list, [{ kind: 'text', text: t.leave.none }]);
  return card(t.leave.list, [
    {
      kind: 'list',
      items: away.map(({ leave, person, cover, today }) => ({
        text: `${person.name} · ${spanText(reader, leave.fromDay, leave.toDay)}`,
        detail: [today && t.leave.today, cover && t.leave.by(cover.name), leave.note].filter(Boolean).join(' · '),
      })),
    },
  ]);
}

/** What is promised, with its time, and under each what can be done about it. */
function touches(reader: Reader, kept: Labelled, button?: (touch: Touch) => Button | false): Block {
  return {
    kind: 'list',
    items: kept.slice(0, most).map(({ touch, label }) => {
      const pressed = button?.(touch);
      return {
        text: [label, touchText(reader, touch)].filter(Boolean).join(reader.language === 'zh' ? '：' : ': '),
        detail: reader.appointment(touch.dueAt),
        ...(pressed ? { buttons: [pressed] } : {}),
      };
    }),
  };
}
