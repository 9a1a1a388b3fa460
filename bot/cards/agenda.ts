import type { Card } from '../chat/card.ts';
import type { Agenda } from '../sales/touches/agenda.ts';
import { dotted } from './field-lines.ts';
import { touchButtons, touchText } from './parts.ts';
import { card, type Reader } from './reader.ts';
import { spanText } from './spans.ts';

/** What is planned on a day, or from one day to another. */
export function agendaCard(reader: Reader, { items, total }: Agenda, from: string, to: string): Card {
  const { t } = reader;
  const title = t.plan.agenda(spanText(reader, from, to));
  if (items.length === 0) return card(title, [{ kind: 'text', text: t.plan.nothingThen }]);
  return card(
    title,
    [
      {
        kind: 'list',
        items: items.map(({ touch, label }) => ({
          text: `${reader.moment(touch.dueAt)} · ${touchText(reader, touch)}`,
          detail: dotted(label !== touch.what && label, touch.channel && t.channels[touch.channel]),
          buttons: touchButtons(reader, touch.id),
        })),
      },
      total > items.length && { kind: 'note', text: t.pages(items.length, total) },
    ],
    { summary: `${title} (${total})` },
  );
}
