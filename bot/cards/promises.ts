import type { Touch } from '../../prisma/generated/client.ts';
import type { Block, Button, Card } from '../chat/card.ts';
import type { Promises } from '../sales/promises/list-promises.ts';
import { dotted } from './field-lines.ts';
import { promiseButtons, touchButtons } from './parts.ts';
import { buttons, card, type Reader, ref } from './reader.ts';

/** What they promised and what we did, the first due first, each with what there is to say of it. */
export function promisesCard(reader: Reader, { label, theirs, ours }: Promises): Card {
  const { t } = reader;
  const title = label ? t.alerts.promisesOf(label) : t.alerts.promises;
  if (theirs.length + ours.length === 0) return card(title, [{ kind: 'text', text: t.alerts.noPromises }]);
  return card(title, [...group(reader, t.alerts.theirs, theirs), ...group(reader, t.alerts.ours, ours)]);
}

function group(reader: Reader, title: string, items: Promises['theirs']): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: title },
    {
      kind: 'list',
      items: items.map(({ touch, label }) => ({
        text: dotted(!touch.what.includes(label) && label, touch.what),
        detail: dotted(
          reader.moment(touch.dueAt),
          touch.state === 'broken' ? reader.t.alerts.wasBroken : touch.dueAt < reader.now && reader.t.alerts.past,
        ),
        buttons:
          touch.state === 'broken'
            ? []
            : touch.side === 'them'
              ? promiseButtons(reader, touch.id)
              : touchButtons(reader, touch.id),
      })),
    },
  ];
}

/** That they did not keep it, and what to do about it. */
export function promiseBroken(reader: Reader, touch: Touch, label: string, undo: Button): Card {
  const { t } = reader;
  const { opportunityId } = touch;
  return card(t.alerts.notKept(touch.what), [
    { kind: 'text', text: label },
    buttons(
      opportunityId !== null &&
        reader.button(
          t.alerts.acts.promise,
          { name: 'risk.act', input: { deal: ref(opportunityId), act: 'promise' } },
          'primary',
        ),
      undo,
    ),
  ]);
}
